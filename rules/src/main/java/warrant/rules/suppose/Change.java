package warrant.rules.suppose;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import warrant.graph.Statement;
import warrant.rules.RuleBase;

/**
 * What is supposed to be otherwise.
 *
 * @param added statements supposed to be stated
 * @param removed statements supposed not to be stated, by triple and validity
 * @param rules the rules supposed to govern; null: those that do
 * @param day the day supposed; null: the one it is
 */
public record Change(
        List<Statement> added,
        List<Statement> removed,
        @Nullable RuleBase rules,
        @Nullable LocalDate day) {
    public Change {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /** @return only statements change */
    public static Change of(List<Statement> added, List<Statement> removed) {
        return new Change(added, removed, null, null);
    }
}
