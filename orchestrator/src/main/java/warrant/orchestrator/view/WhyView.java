package warrant.orchestrator.view;

import java.util.List;

/**
 * Why something holds or does not.
 *
 * @param says what is asked about, in words
 * @param reasoning the proof, where it holds
 * @param refutation why not, where it does not
 * @param confidence how likely it is, from how sure reading was; empty where nothing was read, or it does not hold
 * @param checked what the independent checker said of the proof, or of the certificate of the “no”
 */
public record WhyView(
        String says,
        boolean holds,
        String asOf,
        List<StepView> reasoning,
        String refutation,
        String confidence,
        String checked) {
    public WhyView {
        reasoning = List.copyOf(reasoning);
    }
}
