package warrant.rules.justify;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Statement;
import warrant.graph.Term;
import warrant.rules.Condition;
import warrant.rules.match.Fact;
import warrant.rules.match.View;

/**
 * A snapshot as conditions see it. Of days that the deduction never asked about only statements are known, and only
 * those that no rule touches.
 */
final class SnapshotView implements View {
    private final Snapshot snapshot;
    private final LocalDate day;
    private final @Nullable Slice slice;

    SnapshotView(Snapshot snapshot, LocalDate day) {
        this.snapshot = snapshot;
        this.day = day;
        this.slice = snapshot.slice(day);
    }

    @Override
    public LocalDate day() {
        return day;
    }

    @Override
    public Collection<Fact> find(@Nullable Entity subject, String relation, @Nullable Term object) {
        List<Fact> both = new ArrayList<>(of(subject, relation, object));
        if (relation.equals(Iris.LABEL)) {
            both.addAll(of(subject, Iris.ALT_LABEL, object));
        }
        return both;
    }

    private Collection<Fact> of(@Nullable Entity subject, String relation, @Nullable Term object) {
        if (slice != null) {
            return slice.find(subject, relation, object);
        }
        return snapshot.statements(relation).stream()
                .filter(statement -> statement.valid().contains(day))
                .map(Statement::triple)
                .filter(triple -> snapshot.program().componentOf(Reading.key(triple)) == null)
                .map(Fact::of)
                .filter(fact ->
                        subject == null || subject.equals(fact.identity().subject()))
                .filter(fact -> object == null || object.equals(fact.identity().object()))
                .distinct()
                .toList();
    }

    @Override
    public View at(LocalDate other, Condition.Pattern pattern) {
        return new SnapshotView(snapshot, other);
    }

    @Override
    public Collection<Statement> ever(String relation) {
        return snapshot.statements(relation);
    }

    @Override
    public @Nullable Statement named(String label) {
        return snapshot.named(label);
    }
}
