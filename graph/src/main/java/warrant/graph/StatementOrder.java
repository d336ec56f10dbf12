package warrant.graph;

import java.time.LocalDate;
import java.util.Comparator;

/** The order in which stores hand out statements: by triple, entities before values, then by validity. */
public final class StatementOrder implements Comparator<Statement> {
    public static final StatementOrder INSTANCE = new StatementOrder();

    private static final Comparator<Statement> BY_PARTS = Comparator.comparing(
                    (Statement s) -> s.triple().subject().iri())
            .thenComparing(s -> s.triple().relation())
            .thenComparing(s -> s.triple().object() instanceof Literal)
            .thenComparing(s -> s.triple().object().toString())
            .thenComparing(s -> s.valid().from(), Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(s -> s.valid().until(), Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()));

    /** The order of a statement's supports: as they were recorded. */
    public static final Comparator<Support> OF_SUPPORTS =
            Comparator.comparing(Support::recorded).thenComparing(Support::id);

    private StatementOrder() {}

    @Override
    public int compare(Statement one, Statement other) {
        return BY_PARTS.compare(one, other);
    }
}
