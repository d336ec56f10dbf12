package warrant.extraction.relate;

import java.util.function.ToDoubleFunction;

/**
 * What is plain to see of a proposal and speaks for or against it, each with its weight in log-odds: before the model
 * is asked, where the cue stands for the answer too, and beside the answer.
 */
@SuppressWarnings("ImmutableEnumChecker") // its functions have no state
enum Cue {
    EVERY(-3.1, -4.5, seen -> 1),
    /** How much of the relation's label the sentence has. */
    LABEL(1.1, 0, seen -> seen.proposal().evidence().coverage()),
    CLOSENESS(2.45, 2, seen -> seen.proposal().closeness()),
    /** A relation that holds of its subject or does not. */
    FLAG(-2.1, -2.25, seen -> one(seen.flag())),
    ORDER(1, 0.3, seen -> seen.flag() ? 0 : seen.proposal().order()),
    ROLE(1, 0, seen -> one(seen.proposal().role())),
    TAKEN(-5.4, -5.3, seen -> one(seen.proposal().taken())),
    IMPLIED(0.4, 0.2, seen -> one(seen.proposal().subject().implied())),
    IMPLIED_OBJECT(1.3, 1.85, seen -> one(seen.proposal().object().implied())),
    DENIED(0.3, 0.45, seen -> one(RulesJudge.denied(seen.proposal()))),
    NEARNESS(0.27, 0.3, seen -> Math.clamp(seen.proposal().near(), Cue.FAR, Cue.NEAR)),
    WORDED(-1.3, -0.4, seen -> one(Weighing.isWorded(seen.proposal()))),
    WHOLE(0.4, 0.55, seen -> one(RulesJudge.whole(seen.proposal()))),
    /** The place of the relation among those proposed for the sentence, by nearness to it. */
    STANDING(1.2, 0.65, seen -> 1 / (1.0 + seen.place())),
    /** Contracts state by what shall be what is agreed. */
    OBLIGED(0.3, 0.45, seen -> one(Moods.obliges(seen.proposal().sentence().text()))),
    VAGUE(-0.5, -0.5, seen -> seen.proposal().vagueness()),
    BRIEF(-0.5, -0.9, seen -> one(Formalities.isBrief(seen.proposal().sentence()))),
    SIGNATURE(-1, -1.6, seen -> one(Formalities.signs(seen.proposal().sentence()))),
    DATED(
            -2,
            -4,
            seen -> one(Formalities.dates(
                    seen.proposal().sentence(), seen.proposal().object()))),
    /** A code of which nothing tells what it numbers. */
    BARE_CODE(
            -0.5,
            -0.8,
            seen -> one(isBareCode(seen.proposal().subject())
                    || isBareCode(seen.proposal().object())));

    /** Standard deviations beyond which nearness says no more. */
    private static final double FAR = -1.5;

    private static final double NEAR = 3;

    private final double before;
    private final double beside;
    private final ToDoubleFunction<Seen> size;

    Cue(double before, double beside, ToDoubleFunction<Seen> size) {
        this.before = before;
        this.beside = beside;
        this.size = size;
    }

    /** @param place of the relation among those proposed for the sentence, by nearness to it, from 0 */
    record Seen(Proposal proposal, int place) {
        private boolean flag() {
            return Ranges.takesTruth(proposal.relation());
        }
    }

    /** @return log-odds of all cues before the model is asked */
    static double before(Seen seen) {
        double sum = 0;
        for (Cue cue : values()) {
            sum += cue.before * cue.size.applyAsDouble(seen);
        }
        return sum;
    }

    /** @return log-odds of all cues beside the model's answer */
    static double beside(Seen seen) {
        double sum = 0;
        for (Cue cue : values()) {
            sum += cue.beside * cue.size.applyAsDouble(seen);
        }
        return sum;
    }

    private static double one(boolean holds) {
        return holds ? 1 : 0;
    }

    private static boolean isBareCode(Argument side) {
        return side.thing() != null
                && side.sort() == Kinds.Sort.CODE
                && side.thing().kind().isEmpty();
    }
}
