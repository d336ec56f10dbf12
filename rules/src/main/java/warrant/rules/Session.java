package warrant.rules;

import java.util.Collection;
import warrant.graph.Statement;
import warrant.graph.Triple;

/**
 * Statements that come and go, and what follows from them. After any changes its deduction is the one that a new
 * session over the remaining statements would give. For one thread.
 */
public interface Session extends AutoCloseable {
    /** Adds statements. One with the triple and validity of a known one replaces it. */
    void insert(Collection<Statement> statements);

    /** Removes the statements of these triples and validities; unknown ones change nothing. */
    void retract(Collection<Statement> statements);

    /**
     * Puts other rules in the place of those that governed; the statements stay.
     *
     * @throws RuleException when they cannot be put in an order; then everything stays as it was
     */
    void govern(RuleBase rules);

    /**
     * @return whether it holds now. Cheaper than a deduction after a change: what changed is settled, and nothing is
     *     copied
     */
    boolean holds(Triple triple);

    /** @return what follows now; immutable, unaffected by later changes */
    Deduction deduction();

    @Override
    void close();
}
