package warrant.rules.forward;

import java.time.LocalDate;
import java.util.Collection;
import warrant.graph.Statement;
import warrant.rules.Limits;
import warrant.rules.RuleBase;
import warrant.rules.RuleEngine;
import warrant.rules.Session;
import warrant.rules.justify.EngineSession;
import warrant.rules.justify.Program;

/** Evaluates rules without any library. */
public final class ForwardEngine implements RuleEngine {
    @Override
    public String name() {
        return "forward";
    }

    @Override
    public Session open(RuleBase rules, Collection<Statement> statements, LocalDate asOf, Limits limits) {
        return new EngineSession(new Program(rules), statements, asOf, limits, ForwardMatcher::new);
    }
}
