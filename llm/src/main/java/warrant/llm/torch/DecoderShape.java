package warrant.llm.torch;

import java.util.List;
import java.util.Optional;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;
import warrant.llm.weights.Checkpoint;

/**
 * What a decoder-only transformer is made of.
 *
 * @param hidden width of the residual stream
 * @param vocabulary number of tokens
 * @param window most positions that the model was made for
 * @param epsilon of the root-mean-square norm
 * @param rope of the layers that see all positions
 * @param near what is different in layers that see only the positions just before
 * @param embeddingScale by which token vectors are multiplied
 * @param normOffset what is added to the weights of norms as the file has them
 * @param postNorms whether what attention and feed-forward layers give is normed too (Gemma 2 and 3)
 * @param logitCap beyond which logits cannot go, 0 for none
 */
record DecoderShape(
        int layers,
        int hidden,
        int vocabulary,
        int window,
        double epsilon,
        Attention attention,
        FeedForward feed,
        Rope rope,
        Optional<Near> near,
        double embeddingScale,
        double normOffset,
        boolean postNorms,
        double logitCap) {

    /** Factors of the rotary angles, one for each pair of a head's numbers (Llama 3.1 and later). */
    static final String FACTORS = "rope_freqs.weight";

    /**
     * Layers with a sliding window.
     *
     * @param reach how many positions a token sees, itself among them
     * @param layers for each layer whether it is one
     */
    record Near(int reach, List<Boolean> layers, Rope rope) {
        Near {
            layers = List.copyOf(layers);
        }
    }

    DecoderShape {
        if (attention.heads() % attention.keyHeads() != 0 || rope.width() % 2 != 0) {
            throw new ModelException(
                    Code.USER,
                    "a model with %d heads over %d, of which %d numbers are turned"
                            .formatted(attention.heads(), attention.keyHeads(), rope.width()));
        }
    }

    /** @throws ModelException with code {@code USER} if the file holds another kind of model */
    static DecoderShape of(Checkpoint file) {
        return new ShapeReading(file).read();
    }

    /**
     * @return whether all products are those of packed matrices: no experts to choose, nothing made from short vectors
     */
    boolean isPlain() {
        return attention instanceof Attention.Grouped && feed.experts().isEmpty();
    }

    /** @return the name of the matrix that makes logits: many models use the token vectors again */
    String headName(Checkpoint file) {
        return file.find("output.weight").isPresent() ? "output.weight" : "token_embd.weight";
    }

    boolean isNear(int layer) {
        return near.isPresent() && near.get().layers().get(layer);
    }

    /** @return whether a layer has experts */
    boolean hasExperts(int layer) {
        return feed.experts().isPresent() && layer >= feed.experts().get().denseLayers();
    }

    /** @return numbers that are kept of one token */
    long keptNumbers() {
        return (long) layers * attention.keyHeads() * (attention.keyWidth() + attention.keptValueWidth());
    }
}
