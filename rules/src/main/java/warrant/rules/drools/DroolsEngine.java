package warrant.rules.drools;

import java.time.LocalDate;
import java.util.Collection;
import warrant.graph.Statement;
import warrant.rules.Limits;
import warrant.rules.RuleBase;
import warrant.rules.RuleEngine;
import warrant.rules.Session;
import warrant.rules.justify.EngineSession;

/** Evaluates rules with Drools. Compiled rule bases are kept by content. */
public final class DroolsEngine implements RuleEngine {
    private final CompiledRules compiled = new CompiledRules();

    @Override
    public String name() {
        return "drools";
    }

    @Override
    public Session open(RuleBase rules, Collection<Statement> statements, LocalDate asOf, Limits limits) {
        CompiledRules.Compiled known = compiled.of(rules);
        return new EngineSession(
                known.program(),
                statements,
                asOf,
                limits,
                (program, view, solver) -> new DroolsMatcher(known, view, solver));
    }
}
