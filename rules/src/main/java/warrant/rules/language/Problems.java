package warrant.rules.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects problems; the same problem at the same place counts once. */
final class Problems {
    /** Per kind; a file with more is not the file that was meant. */
    private static final int MOST = 200;

    private final Set<Problem> found = new LinkedHashSet<>();
    private int errors;

    void error(Place place, String message, @Nullable String suggestion) {
        errors++;
        add(Problem.Severity.ERROR, place, message, suggestion);
    }

    void error(Place place, String message) {
        error(place, message, null);
    }

    void warning(Place place, String message, @Nullable String suggestion) {
        add(Problem.Severity.WARNING, place, message, suggestion);
    }

    private void add(Problem.Severity severity, Place place, String message, @Nullable String suggestion) {
        if (found.stream().filter(p -> p.severity() == severity).count() < MOST) {
            found.add(new Problem(severity, place.file(), place.line(), place.column(), message, suggestion));
        }
    }

    /** @return how many errors were reported so far; compare two readings to see whether a part is sound */
    int errors() {
        return errors;
    }

    List<Problem> list() {
        List<Problem> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing((Problem p) -> !p.isError()).thenComparing(Problem.ORDER));
        return List.copyOf(sorted);
    }
}
