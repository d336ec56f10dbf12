package warrant.extraction.relate.tables;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import warrant.extraction.Extraction;
import warrant.extraction.read.Table;
import warrant.graph.Document;
import warrant.graph.Ontology;
import warrant.llm.Encoder;

/** Finds what tables state. Same arguments, same findings. Safe for many threads. */
public final class TableRelator {
    private static final double CLEARLY_BETTER = 1.0;
    /** A table of labels and values has no more rows than things have properties. */
    private static final int LONGEST_TURNED = 40;

    private final Ontology ontology;
    private final Planner planner;
    private final int most;

    /** @param encoder helps with headers that share no word with any label; null: words alone decide */
    public TableRelator(Ontology ontology, @Nullable Encoder encoder) {
        this(ontology, encoder, Integer.MAX_VALUE);
    }

    /** @param most statements of one table: the row with which they are reached is the last that is used */
    public TableRelator(Ontology ontology, @Nullable Encoder encoder, int most) {
        this.ontology = ontology;
        this.most = most;
        Lexicon lexicon = new Lexicon(ontology);
        this.planner = new Planner(ontology, lexicon, new Matching(ontology, lexicon, encoder));
    }

    /**
     * What was made of a table.
     *
     * @param extraction what it states, and the cells that cannot be read; nothing if the ontology does not know its
     *     things
     * @param meaning what its rows and columns were taken to mean, for people to check
     * @param rowsLeftOut how many rows came after the one that reached the limit on statements
     */
    public record Understood(Extraction extraction, String meaning, int rowsLeftOut) {}

    /** @return what the table states, and the cells that cannot be read */
    public Extraction extract(Document document, Table table) {
        return understand(document, table).extraction();
    }

    /** Finds what a table means, and from that what it states. */
    public Understood understand(Document document, Table table) {
        List<String> captions =
                Planner.captions(table.caption(), table.page(), document.title(), fileName(document.name()));
        Optional<Plan> plan = planner.plan(Grid.of(table), captions, document);
        Optional<Plan> other =
                table.rows().size() < LONGEST_TURNED ? turned(document, table, captions) : Optional.empty();
        double margin =
                plan.map(Plan::score).orElse(-CLEARLY_BETTER) + (table.header().size() == 2 ? 0 : CLEARLY_BETTER);
        boolean better = other.isPresent() && other.get().score() > margin;
        return (better ? other : plan)
                .map(chosen -> understood(document, table, chosen))
                .orElseGet(() -> new Understood(Extraction.NOTHING, "is about nothing that the ontology knows", 0));
    }

    private Understood understood(Document document, Table table, Plan plan) {
        RowFindings rows = new RowFindings(ontology, document, table, plan);
        int used = rows.read(most);
        int leftOut = plan.grid().rows().size() - used;
        return new Understood(rows.extraction(), plan.words(ontology), leftOut);
    }

    private Optional<Plan> turned(Document document, Table table, List<String> captions) {
        Grid turned = Grid.turned(table);
        Optional<Plan> plan = planner.plan(turned, captions, document);
        boolean labels = plan.isEmpty() && table.header().size() == 2;
        return labels ? planner.ofDocument(turned, captions, document) : plan;
    }

    private static String fileName(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return file.lastIndexOf('.') > 0 ? file.substring(0, file.lastIndexOf('.')) : file;
    }
}
