package warrant.rules.drools;

import warrant.graph.Term;

/** What compiled rules call: constants while they match, and themselves when they fire. */
public interface Firings {
    /** @return the constant of a clause that a pattern compares with */
    Term constant(int number);

    /** @param facts in the order of the clause's patterns as compiled */
    void fire(int clause, Held... facts);
}
