package warrant.rules;

import java.time.LocalDate;
import java.util.Collection;
import warrant.graph.Statement;

/** Evaluates rules. Every engine gives the same deduction; they differ in how they find it. Safe for many threads. */
public interface RuleEngine {
    /** @return what users call it: {@code drools}, {@code forward} */
    String name();

    /**
     * Opens a session over statements.
     *
     * @param asOf the day for which everything is evaluated
     * @throws RuleException when the rules cannot be evaluated: a cycle through strict conditions
     */
    Session open(RuleBase rules, Collection<Statement> statements, LocalDate asOf, Limits limits);
}
