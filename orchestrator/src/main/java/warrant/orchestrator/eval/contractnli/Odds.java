package warrant.orchestrator.eval.contractnli;

import java.util.Map;
import warrant.orchestrator.eval.contractnli.Review.Label;

/**
 * How likely each label is, by a multinomial logit over two or three features. Its weights were fitted on the
 * development half; none belongs to a hypothesis, so they hold for others too.
 */
record Odds(Map<Label, Double> shares) {

    /** What a feature is worth to a label, against the label that is not mentioned. */
    private record Weights(double bias, double meaning, double covered, double said) {
        double score(double nearness, double cover, double answer) {
            return bias + meaning * nearness + covered * cover + said * answer;
        }
    }

    private static final Weights ENTAILMENT = new Weights(-4.40, 4.10, 5.57, 0);
    private static final Weights CONTRADICTION = new Weights(-3.99, 1.99, 3.58, 0);
    private static final Weights ENTAILMENT_READ = new Weights(-3.60, 4.10, 5.57, 1.5);
    private static final Weights CONTRADICTION_READ = new Weights(-3.60, 1.50, 3.00, 0.4);

    /**
     * @param meaning cosine of the hypothesis and the nearest span, apart from what all hypotheses share
     * @param covered share of its words in the span that has most of them
     */
    static Odds seen(double meaning, double covered) {
        return of(ENTAILMENT.score(meaning, covered, 0), CONTRADICTION.score(meaning, covered, 0));
    }

    /** @param said by how much the model is surer of the hypothesis after reading, in log odds */
    static Odds read(double meaning, double covered, double said) {
        return of(ENTAILMENT_READ.score(meaning, covered, said), CONTRADICTION_READ.score(meaning, covered, said));
    }

    /** The score of what is not mentioned is 0 (multinomial logit). */
    private static Odds of(double entailment, double contradiction) {
        double sum = Math.exp(entailment) + Math.exp(contradiction) + 1;
        return new Odds(Map.of(
                Label.ENTAILMENT, Math.exp(entailment) / sum,
                Label.CONTRADICTION, Math.exp(contradiction) / sum,
                Label.NOT_MENTIONED, 1 / sum));
    }

    double of(Label label) {
        return shares.getOrDefault(label, 0.0);
    }

    Label likeliest() {
        return shares.entrySet().stream()
                .max(Map.Entry.<Label, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }
}
