package warrant.rules.drools;

import java.time.LocalDate;
import java.util.Collection;
import warrant.graph.Statement;
import warrant.rules.Limits;
import warrant.rules.RuleBase;
import warrant.rules.RuleEngine;
import warrant.rules.Session;
import warrant.rules.justify.EngineSession;
import warrant.rules.justify.Matcher;
import warrant.rules.justify.Program;
import warrant.rules.match.Solver;
import warrant.rules.match.View;

/** Evaluates rules with Drools. Compiled rule bases are kept by content. */
public final class DroolsEngine implements RuleEngine {
    private final CompiledRules compiled = new CompiledRules();

    private static final String NAME = "drools";

    /** Opens sessions over what was compiled. */
    private record Factory(CompiledRules.Compiled compiled) implements Matcher.Factory {
        @Override
        public Matcher open(Program program, View view, Solver solver) {
            return new DroolsMatcher(compiled, view, solver);
        }

        @Override
        public String engine() {
            return NAME;
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Session open(RuleBase rules, Collection<Statement> statements, LocalDate asOf, Limits limits) {
        return new EngineSession(rules, statements, asOf, limits, this::governing);
    }

    private EngineSession.Governing governing(RuleBase rules) {
        CompiledRules.Compiled known = compiled.of(rules);
        return new EngineSession.Governing(known.program(), new Factory(known));
    }
}
