package warrant.llm.torch;

import java.util.Optional;

/**
 * The layer between the layers of attention.
 *
 * @param inner width of a dense one
 * @param gelu whether the gate is GELU (by its tanh formula) rather than SiLU
 * @param experts of the layers that are not dense
 */
record FeedForward(int inner, boolean gelu, Optional<Experts> experts) {

    /**
     * Small layers of which each token takes some (DeepSeekMoE, Dai et al. 2024).
     *
     * @param count of experts to choose from
     * @param used how many a token takes
     * @param inner width of one
     * @param shared width of those that every token takes, together; 0 for none
     * @param denseLayers first layers that have no experts
     * @param normalised whether the weights of those taken are made to sum to 1
     * @param scale by which the weights are multiplied
     * @param groups into which experts are parted, 1 for none
     * @param usedGroups groups from which a token may take
     */
    record Experts(
            int count,
            int used,
            int inner,
            int shared,
            int denseLayers,
            boolean normalised,
            double scale,
            int groups,
            int usedGroups) {}
}
