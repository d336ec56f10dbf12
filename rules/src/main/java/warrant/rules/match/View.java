package warrant.rules.match;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Statement;
import warrant.graph.Term;
import warrant.rules.Condition;

/** What can be seen while a body is matched. */
public interface View {
    LocalDate day();

    /** @return the day as a value; those that last keep it */
    default Term today() {
        return Literal.date(day());
    }

    /**
     * @param object in the form of {@link warrant.rules.value.Values#identity}; null matches anything
     * @return what holds, in a stable order
     */
    Collection<Fact> find(@Nullable Entity subject, String relation, @Nullable Term object);

    /** @return the view of another day, in which what the pattern reads is settled */
    View at(LocalDate day, Condition.Pattern pattern);

    /** @return stored statements of a relation, whenever valid */
    Collection<Statement> ever(String relation);

    /** @return a statement that gives some entity that label; null if there is none */
    @Nullable Statement named(String label);
}
