package warrant.rules.language;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a rule file. Whoever wrote the file must act.
 *
 * @param line from 1; 0 for the file as a whole
 * @param column from 1, in code points; 0 for the file as a whole
 * @param message what is wrong and what was expected, without a full stop
 * @param suggestion the likely cure, or null
 */
public record Problem(
        Severity severity,
        String file,
        int line,
        int column,
        String message,
        @Nullable String suggestion) {
    /** By file and place. */
    public static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::message);

    /** With an error nothing of the rule base is used; a warning stops nothing. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** @return one line: {@code rules/late.rules:12:5: error: unknown relation :amout. Maybe :amount.} */
    public String text() {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        String cure = suggestion == null ? "" : ". Maybe " + suggestion;
        return place + ": " + (isError() ? "error" : "warning") + ": " + message + cure + ".";
    }
}
