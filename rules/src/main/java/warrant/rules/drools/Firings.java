package warrant.rules.drools;

import warrant.graph.Term;

/** What compiled rules call: constants while they match, and themselves when they fire. */
public interface Firings {
    /** @return the constant of a clause that a pattern compares with */
    Term constant(int number);

    /**
     * Counts a fact that is tried as the next of a combination.
     *
     * @return true
     * @throws warrant.rules.match.Budget.Spent when a limit is reached
     */
    boolean look(Held before);

    /** @param facts in the order of the clause's patterns as compiled */
    void fire(int clause, Held... facts);
}
