package warrant.orchestrator.eval.suite;

/**
 * How one item of a data set was answered.
 *
 * @param id as the data set calls it
 * @param stratum the kind of item, for scores by kind
 * @param remark what was answered instead, or why nothing was; empty when there is nothing to say
 */
public record Item(String id, String stratum, Outcome outcome, String remark) {

    /** Right, wrong, or not answered because nothing supports an answer. */
    public enum Outcome {
        RIGHT,
        WRONG,
        ABSTAINED;

        /** @return what is not right is wrong if anything was answered */
        public static Outcome of(boolean right, boolean answered) {
            return right ? RIGHT : answered ? WRONG : ABSTAINED;
        }
    }
}
