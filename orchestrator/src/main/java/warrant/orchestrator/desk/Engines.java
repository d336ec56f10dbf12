package warrant.orchestrator.desk;

import java.util.Optional;
import warrant.rules.Deduction;
import warrant.rules.RuleEngine;
import warrant.rules.drools.DroolsEngine;
import warrant.rules.forward.ForwardEngine;

/** The rule engines, by name. */
public final class Engines {
    private static final RuleEngine DROOLS = new DroolsEngine();
    private static final RuleEngine FORWARD = new ForwardEngine();

    private static final String AUTO = "auto";
    /** Up to here Drools takes a second or less, and 2,100 bytes a triple are not missed; measured. */
    private static final int MOST_FOR_DROOLS = 20_000;

    private Engines() {}

    /** @param name {@code drools}, {@code forward}, or {@code auto}, which is Drools where no size is known */
    public static RuleEngine of(String name) {
        return FORWARD.name().equals(name) ? FORWARD : DROOLS;
    }

    /** @return the engine of that name; for {@code auto}, the plain one above so many statements (ADR 0132) */
    public static RuleEngine of(String name, int statements) {
        return isLarge(name, statements) ? FORWARD : of(name);
    }

    /** @return what an answer says of the choice; empty where there is nothing to say */
    public static Optional<String> remark(String name, Deduction deduction) {
        return name.equals(AUTO) && deduction.engine().equals(FORWARD.name())
                ? Optional.of("Deduced by the engine 'forward', for the matter has more than " + MOST_FOR_DROOLS
                        + " statements.")
                : Optional.empty();
    }

    private static boolean isLarge(String name, int statements) {
        return name.equals(AUTO) && statements > MOST_FOR_DROOLS;
    }
}
