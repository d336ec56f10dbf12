package warrant.orchestrator.retrieve;

/**
 * How well triples fit a question, by what is plain to see. The weights are those of a conditional logit (McFadden
 * 1974) over the candidates of the questions of three matters, relative to that of nearness.
 *
 * @param near nearness of the question to the relation
 * @param explained share of the question's words of meaning that the relations say, in [0, 1]
 * @param covered share of the question's names and values that the triples hold, in [0, 1]
 * @param linked share of them that one more statement joins to the triples, in [0, 1]
 * @param wished whether what the triples tell is of the kind that the question wishes
 * @param unasked whether the question asks whether something holds, and the triples tell something else
 * @param crowded whether they are many and none is about what the question names, or one total is asked for
 * @param supposed whether they are only asked about, and nothing says them
 */
public record Fitness(
        Nearness near,
        double explained,
        double covered,
        double linked,
        boolean wished,
        boolean unasked,
        boolean crowded,
        boolean supposed) {
    private static final double EXPLAINED = 0.35;
    private static final double COVERED = 0.38;
    private static final double LINKED = 0.2;
    private static final double MISFIT = 0.4;
    private static final double UNASKED = 0.28;
    private static final double CROWDED = 0.2;

    private static final double SUPPOSED = 0.08;
    /** Chosen, not fitted: what a question calls by its whole name is what it asks about. */
    private static final double NAMED = 0.15;

    /** One number for the order in which candidates are looked at. */
    public double score() {
        return near.score()
                + EXPLAINED * explained
                + COVERED * covered
                + LINKED * linked
                - (wished ? 0 : MISFIT)
                - (unasked ? UNASKED : 0)
                - (crowded ? CROWDED : 0)
                - (supposed ? SUPPOSED : 0)
                + (near.named() ? NAMED : 0);
    }
}
