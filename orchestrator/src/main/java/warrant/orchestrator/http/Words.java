package warrant.orchestrator.http;

import java.util.Arrays;
import java.util.Locale;

/** Finds by words. */
final class Words {
    private Words() {}

    /** @return whether every word of the one text occurs in the other, case ignored */
    static boolean allOf(String wanted, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(wanted.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(lower::contains);
    }
}
