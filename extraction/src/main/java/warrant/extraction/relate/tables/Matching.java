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
    /** For a header that only names the class to which one relation alone leads. */
    private static final double FALLBACK = 0.75;

    private final Ontology ontology;
    private final Lexicon lexicon;
    private final Nearness nearness;

    Matching(Ontology ontology, Lexicon lexicon, @Nullable Encoder encoder) {
        this.ontology = ontology;
        this.lexicon = lexicon;
        this.nearness = new Nearness(encoder);
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

    /** What a column may say of things of a class, if its cells are such values or names. */
    private record Sense(Ontology.Relation relation, boolean inverse, double fit) {}

    private List<Plan.Column> pairs(int column, String kind, Columns columns) {
        Header header = columns.grid().headers().get(column);
        List<Sense> senses = senses(column, kind, columns);
        Map<String, Double> words = new HashMap<>();
        senses.forEach(sense -> words.put(sense.relation().iri(), label(header, sense, kind)));
        boolean silent = words.values().stream().allMatch(label -> label < LEAST);
        Map<String, Double> near = silent
                ? nearness.outstanding(
                        header,
                        senses.stream()
                                .filter(sense -> !sense.inverse())
                                .map(Sense::relation)
                                .toList())
                : Map.of();
        List<Plan.Column> pairs = new ArrayList<>();
        for (Sense sense : senses) {
            String iri = sense.relation().iri();
            double label = Math.max(words.getOrDefault(iri, 0.0), near.getOrDefault(iri, 0.0));
            double score = label * sense.fit();
            boolean text = !sense.relation().object()
                    && Lexicon.range(sense.relation()).equals(Datatypes.STRING);
            if (score >= LEAST && !(text && label < 0.9 && columns.holdsValues(column))) {
                pairs.add(new Plan.Column(column, sense.relation(), sense.inverse(), score));
            }
        }
        return pairs;
    }

    private List<Sense> senses(int column, String kind, Columns columns) {
        List<Sense> senses = new ArrayList<>();
        for (Ontology.Relation relation : new TreeMap<>(ontology.relations()).values()) {
            boolean direct = Planner.admits(ontology, relation.domain(), kind);
            boolean inverse = relation.object() && !direct && Planner.admits(ontology, relation.range(), kind);
            double fit = direct || inverse ? fit(column, relation, columns) : 0;
            boolean loose = direct
                    && relation.domain().stream().noneMatch(d -> ontology.isA(kind, d))
                    && !relation.domain().isEmpty();
            if (fit > 0) {
                senses.add(new Sense(relation, inverse, fit * (loose ? 0.93 : 1) * (inverse ? 0.97 : 1)));
            }
        }
        return senses;
    }

    private double label(Header header, Sense sense, String kind) {
        Ontology.Relation relation = sense.relation();
        double words = lexicon.names(header, relation, kind);
        Set<String> others = sense.inverse() ? relation.domain() : relation.range();
        boolean only = words < FALLBACK && isOnly(relation, kind, sense.inverse());
        boolean named = relation.object()
                && only
                && others.stream().anyMatch(other -> lexicon.namesKind(header.label(), other) >= 0.95);
        boolean anyone = relation.object()
                && only
                && PersonNames.isAnyone(header)
                && others.stream().anyMatch(other -> PersonNames.arePeople(ontology, other));
        boolean generic = !relation.object() && only && lexicon.isGeneric(header, relation, kind);
        return Math.max(words, named ? FALLBACK : anyone ? 0.7 : generic ? 0.6 : 0);
    }

    /** No other relation of things of this class leads to the same class or datatype. */
    boolean isOnly(Ontology.Relation relation, String kind, boolean inverse) {
        return ontology.relations().values().stream()
                .filter(other -> other.object() == relation.object())
                .filter(other -> inverse
                        ? other.domain().equals(relation.domain())
                                && other.range().stream().anyMatch(r -> ontology.isA(kind, r))
                        : other.range().equals(relation.range())
                                && other.domain().stream().anyMatch(d -> ontology.isA(kind, d)))
                .allMatch(other -> other.iri().equals(relation.iri()));
    }

    /** @return how well the cells are what the relation leads to, from 0 to 1 */
    double fit(int column, Ontology.Relation relation, Columns columns) {
        return relation.object() ? nameFit(column, columns) : valueFit(column, relation, columns);
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
