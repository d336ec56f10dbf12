package warrant.orchestrator.eval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Labels;
import warrant.graph.Literal;
import warrant.graph.Origin;
import warrant.graph.Statement;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.graph.rdf.Expected;
import warrant.orchestrator.review.Calibration;
import warrant.orchestrator.review.Calibration.Judged;
import warrant.orchestrator.review.Queue;

/**
 * Compares what was found with what was expected, by labels, as matter.md says. What was found beyond the file counts
 * against precision only where both its subject and its relation occur in the file.
 */
public final class StatementScore {
    private static final Set<String> NAMING = Set.of(Iris.LABEL, Iris.ALT_LABEL, Iris.SAME_AS);

    private final Expected expected;
    private final Rows rows;
    private final Map<String, Set<String>> names;
    private final Map<String, Tally> text = new TreeMap<>();
    private final Map<String, Tally> tables = new TreeMap<>();
    private final List<Triple> missed = new ArrayList<>();
    private final List<Statement> beyond = new ArrayList<>();
    private final List<Judged> judged = new ArrayList<>();

    private StatementScore(Expected expected, List<Statement> found, Rows rows) {
        this.expected = expected;
        this.rows = rows;
        this.names = Rows.names(found);
    }

    /** How a relation was found. */
    public static final class Tally {
        private int right;
        private int missed;
        private int beyond;

        double precision() {
            return right + beyond == 0 ? 1 : (double) right / (right + beyond);
        }

        double recall() {
            return right + missed == 0 ? 1 : (double) right / (right + missed);
        }

        int found() {
            return right + beyond;
        }

        int wanted() {
            return right + missed;
        }
    }

    /**
     * Scores of text or of tables.
     *
     * @param precision micro
     * @param recall micro
     * @param macroPrecision mean over the relations found
     * @param macroRecall mean over the relations expected
     * @param byRelation right, missed and beyond, in words
     */
    public record Part(
            int expected,
            double precision,
            double recall,
            double macroPrecision,
            double macroRecall,
            Map<String, String> byRelation) {
        static Part of(Map<String, Tally> tallies) {
            Tally all = new Tally();
            Map<String, String> words = new TreeMap<>();
            tallies.forEach((relation, tally) -> {
                all.right += tally.right;
                all.missed += tally.missed;
                all.beyond += tally.beyond;
                words.put(relation, tally.right + " right, " + tally.missed + " missed, " + tally.beyond + " beyond");
            });
            return new Part(
                    all.wanted(),
                    all.precision(),
                    all.recall(),
                    tallies.values().stream()
                            .filter(t -> t.found() > 0)
                            .mapToDouble(Tally::precision)
                            .average()
                            .orElse(1),
                    tallies.values().stream()
                            .filter(t -> t.wanted() > 0)
                            .mapToDouble(Tally::recall)
                            .average()
                            .orElse(1),
                    words);
        }
    }

    /**
     * @param missed expected statements that were not found, and found ones beyond the file, in words
     * @param calibration how far the confidence of what counts as right or wrong can be taken at its word
     */
    public record Result(Part text, Part tables, List<String> missed, List<String> beyond, Calibration calibration) {}

    public static StatementScore of(Expected expected, List<Statement> found, Rows rows) {
        StatementScore score = new StatementScore(expected, found, rows);
        score.compare(found);
        return score;
    }

    /** What the comparison comes to, in numbers and words. */
    public Result result() {
        return new Result(
                Part.of(text),
                Part.of(tables),
                missed.stream().map(this::words).toList(),
                beyond.stream().map(this::words).toList(),
                Calibration.of(judged));
    }

    /** Expected triples that no statement has. */
    List<Triple> missed() {
        return List.copyOf(missed);
    }

    /** Statements that count against precision. */
    List<Statement> beyond() {
        return List.copyOf(beyond);
    }

    private void compare(List<Statement> found) {
        List<Statement> extracted = found.stream()
                .filter(statement -> !NAMING.contains(statement.triple().relation()))
                .filter(statement ->
                        statement.supports().stream().anyMatch(s -> s.origin() instanceof Origin.Extracted))
                .toList();
        Set<Triple> used = new HashSet<>();
        for (Triple wanted : expected.statements()) {
            List<Triple> same = extracted.stream()
                    .map(Statement::triple)
                    .filter(triple -> same(wanted, triple))
                    .toList();
            used.addAll(same);
            Tally tally = tally(rows.show(expected, wanted), wanted.relation());
            if (same.isEmpty()) {
                tally.missed++;
                missed.add(wanted);
            } else {
                tally.right++;
            }
        }
        collectBeyond(extracted, used);
        extracted.stream()
                .filter(statement -> used.contains(statement.triple()))
                .forEach(statement -> judge(statement, true));
        beyond.forEach(statement -> judge(statement, false));
    }

    private void judge(Statement statement, boolean right) {
        judged.add(new Judged(statement.triple().relation(), Queue.confidence(statement), right));
    }

    private void collectBeyond(List<Statement> extracted, Set<Triple> used) {
        for (Statement statement : extracted) {
            Triple triple = statement.triple();
            boolean counts = !used.contains(triple)
                    && expected.statements().stream()
                            .anyMatch(wanted -> wanted.relation().equals(triple.relation()))
                    && expected.statements().stream().anyMatch(wanted -> same(wanted.subject(), triple.subject()));
            if (counts) {
                boolean table = statement.supports().stream()
                        .allMatch(s -> s.origin() instanceof Origin.Extracted e
                                && e.method().equals("table"));
                tally(table, triple.relation()).beyond++;
                beyond.add(statement);
            }
        }
    }

    private Tally tally(boolean table, String relation) {
        return (table ? tables : text).computeIfAbsent(relation, key -> new Tally());
    }

    private boolean same(Triple wanted, Triple triple) {
        return wanted.relation().equals(triple.relation())
                && same(wanted.subject(), triple.subject())
                && same(wanted.object(), triple.object());
    }

    private boolean same(Term wanted, Term found) {
        return switch (wanted) {
            case Literal literal ->
                literal.equals(found)
                        || (found instanceof Literal other
                                && other.datatype().equals(literal.datatype())
                                && Labels.same(other.lexical(), literal.lexical()));
            case Entity entity -> found instanceof Entity other && same(entity, other);
        };
    }

    private boolean same(Entity wanted, Entity found) {
        return wanted.equals(found)
                || expected.labels(wanted).stream()
                        .map(Labels::normal)
                        .anyMatch(names.getOrDefault(found.iri(), Set.of())::contains);
    }

    private String words(Statement found) {
        Triple triple = found.triple();
        return names.getOrDefault(triple.subject().iri(), Set.of()) + " " + triple.relation() + " "
                + (triple.object() instanceof Entity entity
                        ? names.getOrDefault(entity.iri(), Set.of(entity.iri()))
                        : triple.object());
    }

    private String words(Triple wanted) {
        return expected.labels(wanted.subject()) + " " + wanted.relation() + " "
                + (wanted.object() instanceof Entity entity
                                && !wanted.relation().equals(Iris.TYPE)
                        ? expected.labels(entity)
                        : wanted.object());
    }
}
