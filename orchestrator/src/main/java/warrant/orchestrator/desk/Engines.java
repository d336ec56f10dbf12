package warrant.orchestrator.desk;

import java.util.List;
import warrant.rules.RuleEngine;
import warrant.rules.forward.ForwardEngine;

/** The rule engines, by name. */
final class Engines {
    private static final List<RuleEngine> ALL = List.of(new ForwardEngine());

    private Engines() {}

    static RuleEngine of(String name) {
        return ALL.stream()
                .filter(engine -> engine.name().equals(name))
                .findFirst()
                .orElse(ALL.getFirst());
    }
}
