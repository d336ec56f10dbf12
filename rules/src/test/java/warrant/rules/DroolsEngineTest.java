package warrant.rules;

import warrant.rules.drools.DroolsEngine;

/** The engine on Drools does what every engine does. */
class DroolsEngineTest extends RuleEngineContract {
    @Override
    RuleEngine engine() {
        return new DroolsEngine();
    }
}
