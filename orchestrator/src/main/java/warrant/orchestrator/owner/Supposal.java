package warrant.orchestrator.owner;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import warrant.graph.Statement;

/**
 * What is supposed to be otherwise in a matter.
 *
 * @param added statements that nobody makes
 * @param removed statements that are made
 * @param rules rules in their language, more or instead of those of the same name; null: none
 * @param without ids of rules that would not exist
 * @param then the day supposed; null: the one it is
 */
public record Supposal(
        List<Statement> added,
        List<Statement> removed,
        @Nullable String rules,
        List<String> without,
        @Nullable LocalDate then) {
    public Supposal {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        without = List.copyOf(without);
    }
}
