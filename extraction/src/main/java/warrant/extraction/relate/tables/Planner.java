package warrant.extraction.relate.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import warrant.graph.Document;
import warrant.graph.Ontology;

/** Finds the class of a table's rows, the column that names them, and the relation of every other column, together. */
final class Planner {
    private static final double CLASS_NAMED = 0.5;
    private static final double STRONG = 0.9;
    private static final Pattern NAME = Pattern.compile("(?i)(?:full )?name|title|bezeichnung|名称|姓名");
    private static final int LONGEST_KEY = 90;

    private final Ontology ontology;
    private final Lexicon lexicon;
    private final Matching matching;
    private final Asides asides;

    Planner(Ontology ontology, Lexicon lexicon, Matching matching) {
        this.ontology = ontology;
        this.lexicon = lexicon;
        this.matching = matching;
        this.asides = new Asides(ontology, lexicon, matching);
    }

    /**
     * @param captions what stands above the table, from the nearest on: caption, sheet, title
     * @return the best plan, or nothing if the table is about nothing that the ontology knows
     */
    Optional<Plan> plan(Grid grid, List<String> captions, Document document) {
        if (grid.rows().isEmpty() || grid.headers().size() < 2) {
            return Optional.empty();
        }
        Columns columns = new Columns(grid, document);
        Plan best = null;
        for (String kind : new TreeSet<>(ontology.classes().keySet())) {
            double caption = caption(captions, kind);
            List<Plan.Column> pairs = matching.candidates(kind, columns);
            for (int key = 0; key < grid.headers().size(); key++) {
                if (isKey(grid, key, columns) && mayName(grid, kind, key, pairs)) {
                    Plan plan = plan(grid, kind, key, caption, Matching.assign(pairs, key));
                    best = isAcceptable(plan) && (best == null || plan.score() > best.score() + 1e-9) ? plan : best;
                }
            }
        }
        return Optional.ofNullable(best).map(plan -> asides.added(plan, columns));
    }

    /** A table of labels and values about the document itself. */
    Optional<Plan> ofDocument(Grid grid, List<String> captions, Document document) {
        if (grid.rows().size() != 1) {
            return Optional.empty();
        }
        Columns columns = new Columns(grid, document);
        Plan best = null;
        for (String kind : new TreeSet<>(ontology.classes().keySet())) {
            List<Plan.Column> assigned = Matching.assign(matching.candidates(kind, columns), Plan.DOCUMENT);
            double named = caption(captions, kind);
            double sum = assigned.stream().mapToDouble(Plan.Column::score).sum();
            Plan plan = new Plan(grid, kind, Plan.DOCUMENT, assigned, named, 1.5 * named + sum);
            boolean strong =
                    assigned.stream().filter(column -> column.score() >= STRONG).count()
                            >= (named >= CLASS_NAMED ? 2 : 3);
            best = strong && named > 0 && (best == null || plan.score() > best.score() + 1e-9) ? plan : best;
        }
        return Optional.ofNullable(best);
    }

    private double caption(List<String> captions, String kind) {
        double best = 0;
        double weight = 1;
        for (String caption : captions) {
            best = Math.max(best, weight * lexicon.namesKind(caption, kind));
            weight *= 0.85;
        }
        return best;
    }

    private Plan plan(Grid grid, String kind, int key, double caption, List<Plan.Column> assigned) {
        double header = lexicon.namesKind(grid.headers().get(key).label(), kind);
        double sum = assigned.stream().mapToDouble(Plan.Column::score).sum();
        List<String> keys = grid.column(key);
        double unique = keys.isEmpty() ? 0 : (double) new HashSet<>(keys).size() / keys.size();
        double first = counts(keys) ? -0.8 : key == 0 ? 0.4 : 0;
        double name = NAME.matcher(grid.headers().get(key).label()).matches() ? 0.5 : 0;
        double score = 2 * header + caption + sum + first + name - 1.5 * (1 - unique);
        return new Plan(grid, kind, key, assigned, Math.max(header, caption), score);
    }

    private static boolean isAcceptable(Plan plan) {
        long strong = plan.columns().stream()
                .filter(column -> column.score() >= STRONG)
                .count();
        boolean says = !plan.columns().isEmpty() || plan.named() >= 0.95;
        return says && (plan.named() >= CLASS_NAMED || strong >= 2);
    }

    /**
     * A column that says something about things of the class, or names things of another, does not name the rows; nor
     * does one of a table of labels and values, unless its label is a name.
     */
    private boolean mayName(Grid grid, String kind, int key, List<Plan.Column> pairs) {
        Header header = grid.headers().get(key);
        double own = lexicon.namesKind(header.label(), kind);
        if (own >= STRONG || Stems.NAMING.containsAll(header.stems())) {
            return true;
        }
        boolean relation = pairs.stream().anyMatch(pair -> pair.index() == key && pair.score() >= STRONG);
        boolean other = ontology.classes().keySet().stream()
                .filter(one -> !ontology.isA(one, kind) && !ontology.isA(kind, one))
                .anyMatch(one -> lexicon.namesKind(header.label(), one) >= 0.95);
        return !relation && !other && grid.rows().size() > 1;
    }

    /** Whether the column only counts the rows. */
    private static boolean counts(List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).replaceFirst("\\.$", "").equals(String.valueOf(i + 1))) {
                return false;
            }
        }
        return !values.isEmpty();
    }

    private static boolean isKey(Grid grid, int column, Columns columns) {
        List<String> values = grid.column(column);
        boolean filled = values.size() * 10 >= grid.rows().size() * 6;
        boolean brief =
                values.stream().filter(value -> value.length() > LONGEST_KEY).count() * 5 <= values.size();
        return filled && brief && !values.isEmpty() && !columns.holdsValues(column) && !columns.holdsCurrencies(column);
    }

    /** @return the classes that one of a relation's own may stand for: itself, those above and those below */
    static boolean admits(Ontology ontology, Set<String> allowed, String kind) {
        return allowed.isEmpty()
                || kind.isEmpty()
                || allowed.stream().anyMatch(one -> ontology.isA(kind, one) || ontology.isA(one, kind));
    }

    static List<String> captions(String... texts) {
        List<String> captions = new ArrayList<>();
        for (String text : texts) {
            if (!text.isBlank() && !captions.contains(text)) {
                captions.add(text);
            }
        }
        return captions;
    }
}
