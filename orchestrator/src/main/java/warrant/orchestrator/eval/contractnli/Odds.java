package warrant.orchestrator.eval.contractnli;

import java.util.Map;
import warrant.orchestrator.eval.contractnli.Review.Label;

/**
 * How likely each label is, by a multinomial logit over a few features. Its weights were fitted on the development
 * half; none belongs to a hypothesis, so they hold for others too.
 */
record Odds(Map<Label, Double> shares) {

    /**
     * What a contract shows of a hypothesis.
     *
     * @param meaning cosine of the hypothesis and the nearest span, apart from what all hypotheses share
     * @param covered share of its words in the span that has most of them
     * @param stance of the likeliest evidence
     */
    record Signs(double meaning, double covered, Stance stance) {
        double times(Signs weights) {
            return meaning * weights.meaning + covered * weights.covered + stance.times(weights.stance);
        }
    }

    /** What each sign is worth to a label, against the label that is not mentioned. */
    private record Weights(double bias, Signs signs) {
        double score(Signs seen) {
            return bias + seen.times(signs);
        }
    }

    private static final Weights ENTAILMENT =
            new Weights(-5.34, new Signs(4.72, 6.05, new Stance(-0.47, 0.17, 0.60, 1.24, -0.77, 0.19)));
    private static final Weights CONTRADICTION =
            new Weights(-5.41, new Signs(3.62, 2.89, new Stance(3.79, 0.56, 0.48, 1.01, -1.07, -0.82)));

    /** What the model's answer is worth to an entailment: little, for on five contracts it did not help. */
    private static final double SAID = 0.2;

    static Odds seen(Signs signs) {
        return of(ENTAILMENT.score(signs), CONTRADICTION.score(signs));
    }

    /** @param said by how much the model is surer of the hypothesis after reading, in log odds */
    static Odds read(Signs signs, double said) {
        return of(ENTAILMENT.score(signs) + SAID * said, CONTRADICTION.score(signs));
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
