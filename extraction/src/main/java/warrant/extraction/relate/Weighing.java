package warrant.extraction.relate;

/**
 * Weighs what a model answers with what words, order and meaning show, because a small model says yes too easily to
 * what is merely likely: a logistic regression over whether a proposal was stated. Its weights were fitted, with ridge,
 * to the answers about matters whose statements a person had listed, and rounded (docs/adr/0167).
 */
final class Weighing {
    /** Standard deviations beyond which nearness says no more. */
    private static final double FAR = -1.5;

    private static final double NEAR = 3;
    /** Log-odds of yes beyond which a model's answer says no more. */
    private static final double SURE = 4;
    /** By how much an answer can be above or below that to the best rival; and what none counts as. */
    private static final double AHEAD = 3;

    private static final double UNRIVALLED = 1;

    private Weighing() {}

    /**
     * What is plain to see of a proposal, one weight each.
     *
     * @param label of how much of the relation's label the sentence has
     * @param standing of its place among the relations, by nearness to the sentence
     * @param flag of a relation that holds or does not
     * @param shall of a sentence that says what shall be: contracts state so what is agreed
     * @param code of a side that is a code of which nothing tells what it numbers
     */
    private record Weights(
            double bias,
            double label,
            double closeness,
            double order,
            double role,
            double taken,
            double flag,
            double implied,
            double impliedObject,
            double denied,
            double near,
            double worded,
            double whole,
            double standing,
            double shall,
            double vague,
            double brief,
            double signature,
            double dated,
            double code) {
        double of(Proposal proposal, int place) {
            boolean truth = Ranges.takesTruth(proposal.relation());
            return bias
                    + label * proposal.evidence().coverage()
                    + closeness * proposal.closeness()
                    + (truth ? flag : order * proposal.order())
                    + when(role, proposal.role())
                    + when(taken, proposal.taken())
                    + when(implied, proposal.subject().implied())
                    + when(impliedObject, proposal.object().implied())
                    + when(denied, RulesJudge.denied(proposal))
                    + near * Math.clamp(proposal.near(), FAR, NEAR)
                    + when(worded, isWorded(proposal))
                    + when(whole, RulesJudge.whole(proposal))
                    + standing / (1.0 + place)
                    + when(shall, Moods.obliges(proposal.sentence().text()))
                    + vague * proposal.vagueness()
                    + when(brief, Formalities.isBrief(proposal.sentence()))
                    + when(signature, Formalities.signs(proposal.sentence()))
                    + when(dated, Formalities.dates(proposal.sentence(), proposal.object()))
                    + when(code, isBareCode(proposal.subject()) || isBareCode(proposal.object()));
        }

        private static double when(double weight, boolean holds) {
            return holds ? weight : 0;
        }
    }

    private static final Weights BEFORE = new Weights(
            -3.1, 1.1, 2.45, 1, 1, -5.4, -2.1, 0.4, 1.3, 0.3, 0.27, -1.3, 0.4, 1.2, 0.3, -0.5, -0.5, -1, -2, -0.5);
    private static final Weights AFTER = new Weights(
            -4.5, 0, 2, 0.3, 0, -5.3, -2.25, 0.2, 1.85, 0.45, 0.3, -0.4, 0.55, 0.65, 0.45, -0.5, -0.9, -1.6, -4, -0.8);
    /** Of the model's answer, with {@link #AFTER}. */
    private static final double YES = 1.08;
    /** Of how far the answer is above that to the best other relation between the same sides. */
    private static final double LEAD = 0.94;

    /** @return whether words of the sentence speak for the relation */
    static boolean isWorded(Proposal proposal) {
        return proposal.evidence().weight() > 0 && !proposal.apposed() && !Ranges.takesTruth(proposal.relation());
    }

    private static boolean isBareCode(Argument side) {
        return side.thing() != null
                && side.sort() == Kinds.Sort.CODE
                && side.thing().kind().isEmpty();
    }

    /**
     * @param place of the relation among those proposed for the sentence, by nearness to it, from 0
     * @return log-odds that the text states a proposal, before the model is asked
     */
    static double prior(Proposal proposal, int place) {
        return BEFORE.of(proposal, place);
    }

    /**
     * @param yes log-odds with which the model says that the text states the proposal
     * @param rival the most of the same for another relation between the same sides; NaN if none is proposed
     * @return log-odds that the text states it
     */
    static double odds(Proposal proposal, int place, double yes, double rival) {
        double lead = Double.isNaN(rival) ? UNRIVALLED : Math.clamp(yes - rival, -AHEAD, AHEAD);
        return AFTER.of(proposal, place) + YES * Math.clamp(yes, -SURE, SURE) + LEAD * lead;
    }
}
