package warrant.extraction.relate.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import warrant.graph.Datatypes;
import warrant.graph.Ontology;
import warrant.llm.Encoder;

/** Matches columns with relations: the likeliest pairs first, each column and each relation once. */
final class Matching {
    private static final double LEAST = 0.5;
    private static final double TIE = 0.02;
    /** Cosine of header and relation from which on the encoder may stand in for words in common. */
    private static final double NEAR = 0.62;

    private final Ontology ontology;
    private final Lexicon lexicon;
    private final @Nullable Encoder encoder;
    private final Map<String, float[]> vectors = new HashMap<>();

    Matching(Ontology ontology, Lexicon lexicon, @Nullable Encoder encoder) {
        this.ontology = ontology;
        this.lexicon = lexicon;
        this.encoder = encoder;
    }

    /** @return for rows of a class, the relations that each column may state */
    List<Plan.Column> candidates(String kind, Columns columns) {
        List<Plan.Column> pairs = new ArrayList<>();
        for (int c = 0; c < columns.grid().headers().size(); c++) {
            pairs.addAll(clear(pairs(c, kind, columns), kind));
        }
        return pairs;
    }

    /** @param key column that is not matched, or -1 */
    static List<Plan.Column> assign(List<Plan.Column> candidates, int key) {
        List<Plan.Column> pairs = new ArrayList<>(candidates);
        pairs.removeIf(pair -> pair.index() == key);
        pairs.sort(Comparator.comparingDouble(Plan.Column::score)
                .reversed()
                .thenComparingInt(Plan.Column::index)
                .thenComparing(column -> column.relation().iri()));
        List<Plan.Column> assigned = new ArrayList<>();
        Set<Integer> used = new HashSet<>();
        Set<String> stated = new HashSet<>();
        for (Plan.Column pair : pairs) {
            boolean once = !pair.relation().object() || pair.relation().functional();
            if (!used.contains(pair.index())
                    && !(once && stated.contains(pair.relation().iri()))) {
                assigned.add(pair);
                used.add(pair.index());
                stated.add(pair.relation().iri());
            }
        }
        assigned.sort(Comparator.comparingInt(Plan.Column::index));
        return assigned;
    }

    /** The pairs of one column, without those between which nothing decides. */
    private List<Plan.Column> clear(List<Plan.Column> pairs, String kind) {
        pairs.sort(Comparator.comparingDouble(Plan.Column::score)
                .reversed()
                .thenComparing(column -> !column.relation().domain().contains(kind))
                .thenComparing(Plan.Column::inverse));
        if (pairs.size() > 1) {
            Plan.Column first = pairs.get(0);
            Plan.Column second = pairs.get(1);
            boolean tie = first.score() - second.score() < TIE
                    && first.inverse() == second.inverse()
                    && first.relation().domain().contains(kind)
                            == second.relation().domain().contains(kind)
                    && !isBelow(first.relation(), second.relation())
                    && !isBelow(second.relation(), first.relation());
            if (tie) {
                return pairs.stream()
                        .filter(pair -> first.score() - pair.score() >= TIE)
                        .toList();
            }
        }
        return pairs;
    }

    private static boolean isBelow(Ontology.Relation one, Ontology.Relation other) {
        return one.parents().contains(other.iri());
    }

    private List<Plan.Column> pairs(int column, String kind, Columns columns) {
        Header header = columns.grid().headers().get(column);
        List<Plan.Column> pairs = new ArrayList<>();
        for (Ontology.Relation relation : new TreeMap<>(ontology.relations()).values()) {
            boolean direct = Planner.admits(ontology, relation.domain(), kind);
            boolean inverse = relation.object() && !direct && Planner.admits(ontology, relation.range(), kind);
            if (!direct && !inverse) {
                continue;
            }
            double fit = relation.object() ? nameFit(column, columns) : valueFit(column, relation, columns);
            double label = fit == 0 ? 0 : label(header, relation, kind, inverse);
            double loose = direct
                            && relation.domain().stream().noneMatch(d -> ontology.isA(kind, d))
                            && !relation.domain().isEmpty()
                    ? 0.93
                    : 1;
            double score = label * fit * loose * (inverse ? 0.97 : 1);
            boolean plainText = !relation.object() && Lexicon.range(relation).equals(Datatypes.STRING) && label < 0.9;
            if (score >= LEAST && !(plainText && columns.holdsValues(column))) {
                pairs.add(new Plan.Column(column, relation, inverse, score));
            }
        }
        return pairs;
    }

    private double label(Header header, Ontology.Relation relation, String kind, boolean inverse) {
        double words = lexicon.names(header, relation, kind);
        Set<String> others = inverse ? relation.domain() : relation.range();
        boolean named = relation.object()
                && others.stream().anyMatch(other -> lexicon.namesKind(header.label(), other) >= 0.95)
                && isOnly(relation, kind, inverse);
        boolean generic =
                !relation.object() && lexicon.isGeneric(header, relation, kind) && isOnly(relation, kind, false);
        double fallback = named ? 0.75 : generic ? 0.6 : 0;
        return Math.max(Math.max(words, fallback), words >= LEAST ? 0 : near(header, relation));
    }

    /** No other relation of things of this class leads to the same class or datatype. */
    private boolean isOnly(Ontology.Relation relation, String kind, boolean inverse) {
        return ontology.relations().values().stream()
                .filter(other -> other.object() == relation.object())
                .filter(other -> inverse
                        ? other.domain().equals(relation.domain())
                                && other.range().stream().anyMatch(r -> ontology.isA(kind, r))
                        : other.range().equals(relation.range())
                                && other.domain().stream().anyMatch(d -> ontology.isA(kind, d)))
                .allMatch(other -> other.iri().equals(relation.iri()));
    }

    private double near(Header header, Ontology.Relation relation) {
        if (encoder == null || header.label().isBlank()) {
            return 0;
        }
        float[] one = vector(header.label());
        float[] other = vector(relation.label() + ": " + relation.comment());
        double cosine = 0;
        for (int i = 0; i < one.length; i++) {
            cosine += one[i] * other[i];
        }
        return cosine >= NEAR ? 0.9 * cosine : 0;
    }

    private float[] vector(String text) {
        synchronized (vectors) {
            return vectors.computeIfAbsent(
                    text,
                    t -> java.util.Objects.requireNonNull(encoder)
                            .encode(List.of(t))
                            .getFirst());
        }
    }

    private static double valueFit(int column, Ontology.Relation relation, Columns columns) {
        double share = columns.share(column, Lexicon.range(relation));
        return share >= 0.5 ? 0.6 + 0.4 * share : 0;
    }

    private static double nameFit(int column, Columns columns) {
        List<String> cells = columns.grid().column(column);
        boolean brief = cells.stream().filter(cell -> cell.length() > 90).count() * 5 <= cells.size();
        return !cells.isEmpty() && brief && !columns.holdsValues(column) && !columns.holdsCurrencies(column) ? 1 : 0;
    }
}
