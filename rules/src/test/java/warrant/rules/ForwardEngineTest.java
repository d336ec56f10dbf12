package warrant.rules;

import warrant.rules.forward.ForwardEngine;

/** The forward engine does what every engine does. */
class ForwardEngineTest extends RuleEngineContract {
    @Override
    RuleEngine engine() {
        return new ForwardEngine();
    }
}
