package warrant.orchestrator.desk;

import warrant.orchestrator.session.Knowledge;
import warrant.rules.Proof;

/** Asks the independent checker. */
final class Checking {
    private Checking() {}

    /** @return {@code accepted}, or {@code rejected: why} */
    static String of(Proof proof, Knowledge knowledge) {
        return "";
    }
}
