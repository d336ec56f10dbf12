package warrant.rules.forward;

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
import warrant.rules.justify.Programs;
import warrant.rules.match.Solver;
import warrant.rules.match.View;

/** Evaluates rules without any library: in columns what asks for what must hold today, the rest one by one. */
public final class ForwardEngine implements RuleEngine {
    private static final String NAME = "forward";
    private static final Matcher.Factory BULK = new Matcher.Factory() {
        @Override
        public Matcher open(Program program, View view, Solver solver) {
            return new ForwardMatcher(program, view, solver);
        }

        @Override
        public String engine() {
            return NAME;
        }

        @Override
        public boolean isBulk() {
            return true;
        }
    };

    private final Programs programs = new Programs();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Session open(RuleBase rules, Collection<Statement> statements, LocalDate asOf, Limits limits) {
        return new EngineSession(
                rules, statements, asOf, limits, some -> new EngineSession.Governing(programs.of(some), BULK));
    }
}
