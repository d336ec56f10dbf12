package warrant.orchestrator.desk;

import warrant.rules.RuleEngine;
import warrant.rules.drools.DroolsEngine;
import warrant.rules.forward.ForwardEngine;

/** The rule engines, by name. */
public final class Engines {
    private static final RuleEngine DROOLS = new DroolsEngine();
    private static final RuleEngine FORWARD = new ForwardEngine();

    private Engines() {}

    public static RuleEngine of(String name) {
        return FORWARD.name().equals(name) ? FORWARD : DROOLS;
    }
}
