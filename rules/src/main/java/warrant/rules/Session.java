package warrant.rules;

import java.util.Collection;
import warrant.graph.Statement;

/**
 * Statements that come and go, and what follows from them. After any changes its deduction is the one that a new
 * session over the remaining statements would give. For one thread.
 */
public interface Session extends AutoCloseable {
    /** Adds statements. One with the triple and validity of a known one replaces it. */
    void insert(Collection<Statement> statements);

    /** Removes the statements of these triples and validities; unknown ones change nothing. */
    void retract(Collection<Statement> statements);

    /** @return what follows now; immutable, unaffected by later changes */
    Deduction deduction();

    @Override
    void close();
}
