package warrant.extraction.relate.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import warrant.graph.Datatypes;
import warrant.graph.Ontology;

/**
 * What the columns left over say: of a thing that another column names ({@code Customer, Customer's VAT no.}), or which
 * thing is meant, by a number it goes by ({@code Staff no.} where the rows have to do with people).
 */
final class Asides {
    private static final double LEAST = 0.85;

    private final Ontology ontology;
    private final Lexicon lexicon;
    private final Matching matching;

    Asides(Ontology ontology, Lexicon lexicon, Matching matching) {
        this.ontology = ontology;
        this.lexicon = lexicon;
        this.matching = matching;
    }

    Plan added(Plan plan, Columns columns) {
        List<Plan.Column> all = new ArrayList<>(plan.columns());
        Set<Integer> used = new HashSet<>();
        all.forEach(column -> used.add(column.index()));
        used.add(plan.key());
        for (int c = 0; c < plan.grid().headers().size(); c++) {
            if (!used.contains(c)) {
                int column = c;
                ofAnother(column, plan, all, columns)
                        .or(() -> byCode(column, plan, all, columns))
                        .ifPresent(all::add);
            }
        }
        return new Plan(plan.grid(), plan.kind(), plan.key(), all, plan.named(), plan.score());
    }

    /** A column about the thing of another: only one fits, and its rows never contradict each other. */
    private Optional<Plan.Column> ofAnother(int column, Plan plan, List<Plan.Column> known, Columns columns) {
        List<Plan.Column> found = new ArrayList<>();
        for (Plan.Column about : plan.columns()) {
            boolean thing = about.relation().object() && about.kinds().size() == 1;
            if (thing && depends(column, about.index(), plan.grid())) {
                found.addAll(of(column, about, known, plan, columns));
            }
        }
        found.sort((a, b) -> Double.compare(b.score(), a.score()));
        boolean clear = found.size() == 1
                || (found.size() > 1 && found.get(0).score() > found.get(1).score() + 0.02);
        return clear ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private List<Plan.Column> of(int column, Plan.Column about, List<Plan.Column> known, Plan plan, Columns columns) {
        Header header = plan.grid().headers().get(column);
        String subject = plan.grid().headers().get(about.index()).label();
        String kind = about.kinds().iterator().next();
        List<Plan.Column> found = new ArrayList<>();
        for (Ontology.Relation relation : new TreeMap<>(ontology.relations()).values()) {
            boolean tells = relation.domain().stream().anyMatch(domain -> ontology.isA(kind, domain));
            boolean said = known.stream()
                    .anyMatch(other ->
                            other.of() == about.index() && other.relation().equals(relation));
            double fit = tells && !said ? matching.fit(column, relation, columns) : 0;
            double score = fit == 0 ? 0 : fit * lexicon.names(header, relation, kind, subject);
            if (score >= LEAST) {
                found.add(new Plan.Column(column, relation, false, score, about.index(), null));
            }
        }
        return found;
    }

    private static boolean depends(int column, int on, Grid grid) {
        Map<String, String> seen = new HashMap<>();
        return grid.rows().stream().allMatch(row -> {
            String value = row.get(column).text();
            String before =
                    value.isEmpty() ? value : seen.putIfAbsent(row.get(on).text(), value);
            return before == null || before.equals(value);
        });
    }

    /** A column of numbers that things of a class go by, where one relation alone leads to that class. */
    private Optional<Plan.Column> byCode(int column, Plan plan, List<Plan.Column> known, Columns columns) {
        Header header = plan.grid().headers().get(column);
        List<Plan.Column> found = new ArrayList<>();
        for (Ontology.Relation code : new TreeMap<>(ontology.relations()).values()) {
            boolean identifies = !code.object()
                    && code.functional()
                    && Lexicon.range(code).equals(Datatypes.STRING)
                    && !Planner.admits(ontology, code.domain(), plan.kind());
            if (identifies && lexicon.names(header, code, "") * matching.fit(column, code, columns) >= LEAST) {
                ontology.relations().values().stream()
                        .filter(relation -> leads(relation, plan.kind(), code.domain()))
                        .filter(relation -> matching.isOnly(relation, plan.kind(), false))
                        .filter(relation ->
                                known.stream().noneMatch(k -> k.relation().equals(relation)))
                        .forEach(
                                relation -> found.add(new Plan.Column(column, relation, false, LEAST, Plan.ROW, code)));
            }
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private boolean leads(Ontology.Relation relation, String kind, Set<String> kinds) {
        return relation.object()
                && relation.domain().stream().anyMatch(domain -> ontology.isA(kind, domain))
                && relation.range().stream().anyMatch(range -> kinds.stream().anyMatch(k -> ontology.isA(k, range)));
    }
}
