package warrant.rules.justify;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import warrant.graph.Iris;
import warrant.graph.Labels;
import warrant.graph.Literal;
import warrant.graph.Statement;
import warrant.graph.Triple;
import warrant.rules.Proof;
import warrant.rules.Refutation;
import warrant.rules.Rule;
import warrant.rules.RuleForm;
import warrant.rules.check.Certificate;
import warrant.rules.check.Denial;
import warrant.rules.match.Fact;

/**
 * Makes the countermodel of a “no”: all that could hold of what the goal depends on, with proofs of what stops rules.
 * For use once.
 */
final class Denier {
    /** What a certificate may list; beyond, it is of use to nobody. */
    private static final int MOST = 20_000;

    /** Days that are looked at for the certificate alone. */
    private static final int MOST_DAYS = 100;

    private final Snapshot snapshot;
    private final Map<LocalDate, Snapshot> days = new TreeMap<>();
    private final Refutation refutation;
    private final Certifier certifier;
    private final Set<String> today = new LinkedHashSet<>();
    private final Set<String> elsewhere = new LinkedHashSet<>();
    private final Set<String> strict = new LinkedHashSet<>();
    private final Set<String> labels = new LinkedHashSet<>();
    private final Map<Listed, Denial.Held> model = new LinkedHashMap<>();
    private final List<Denial.Beaten> beaten = new ArrayList<>();

    /** A fact on a day; null: stated for some day. */
    private record Listed(Fact fact, @Nullable LocalDate day) {}

    private Denier(Snapshot snapshot, List<Snapshot> others, Refutation refutation, Certifier certifier) {
        this.snapshot = snapshot;
        this.refutation = refutation;
        this.certifier = certifier;
        snapshot.settled().keySet().forEach(day -> days.put(day, snapshot));
        others.forEach(other -> days.put(other.asOf(), other));
    }

    /**
     * @param certifiers of the snapshot and of others as of further days
     * @return the certificate. The checker takes conditions in its own order and may ask about days at which the engine
     *     did not have to look, or not at all of them: those are looked at in full, until none is lacking
     */
    static Denial denial(Snapshot snapshot, Refutation refutation, Function<List<Snapshot>, Certifier> certifiers) {
        Map<LocalDate, Snapshot> others = new TreeMap<>();
        while (true) {
            List<Snapshot> some = List.copyOf(others.values());
            Denial denial = new Denier(snapshot, some, refutation, certifiers.apply(some)).denial();
            int before = others.size();
            denial.lacking().stream()
                    .limit(MOST_DAYS - before)
                    .forEach(day -> others.computeIfAbsent(day, snapshot::on));
            if (others.size() == before) {
                return denial;
            }
        }
    }

    private Denial denial() {
        if (!refutation.conflicts().isEmpty()) {
            throw new IllegalArgumentException("it is in dispute");
        }
        if (!refutation.completeness().cut().isEmpty()) {
            throw new IllegalArgumentException(
                    "not everything was concluded: " + refutation.completeness().cut());
        }
        depend();
        days.keySet().forEach(this::hold);
        ever();
        days.forEach(this::beat);
        return new Denial(
                        refutation.subject(),
                        refutation.relation(),
                        refutation.object(),
                        refutation.asOf(),
                        List.copyOf(days.keySet()),
                        List.copyOf(model.values()),
                        beaten,
                        certifier.entries(),
                        snapshot.rules().rules().stream()
                                .map(rule -> new Certificate.RuleText(rule.id(), rule.version(), RuleForm.write(rule)))
                                .toList(),
                        certifier.pages(),
                        Certifier.setting(snapshot.rules()),
                        "",
                        "")
                .sealed();
    }

    /** What the goal depends on, through all clauses. */
    private void depend() {
        today.add(
                refutation.object() == null
                        ? refutation.relation()
                        : Reading.key(new Triple(refutation.subject(), refutation.relation(), refutation.object())));
        int before = -1;
        while (before < today.size() + elsewhere.size()) {
            before = today.size() + elsewhere.size();
            for (Clause clause : snapshot.program().clauses()) {
                Reading reading = Reading.of(clause.conditions());
                if (clause.heads().stream().anyMatch(head -> concerns(today, key(head)))) {
                    read(clause, reading, today);
                }
                if (clause.heads().stream().anyMatch(head -> concerns(elsewhere, key(head)))) {
                    read(clause, reading, elsewhere);
                }
            }
        }
    }

    private static String key(Rule.Head head) {
        return Reading.key(head.relation(), head.object());
    }

    private void read(Clause clause, Reading reading, Set<String> sameDay) {
        sameDay.addAll(reading.plain());
        sameDay.addAll(reading.strict());
        elsewhere.addAll(reading.otherDays());
        strict.addAll(reading.strict());
        labels.addAll(clause.labels());
    }

    private static boolean concerns(Set<String> keys, String key) {
        return keys.contains(key)
                || (key.startsWith(Iris.TYPE) && keys.contains(Iris.TYPE))
                || (key.equals(Iris.TYPE) && keys.stream().anyMatch(other -> other.startsWith(Iris.TYPE)));
    }

    private boolean concerns(Fact fact, LocalDate day) {
        String key = Reading.key(fact.triple());
        return concerns(elsewhere, key) || (day.equals(refutation.asOf()) && concerns(today, key));
    }

    private void hold(LocalDate day) {
        Snapshot there = on(day);
        List<Conclusion> held = new ArrayList<>(there.conclusions(day, fact -> concerns(fact, day)));
        held.sort(Comparator.comparing(conclusion -> conclusion.fact().triple().toString()));
        for (Conclusion conclusion : held) {
            Fact fact = conclusion.fact();
            list(fact, day, !conclusion.statements().isEmpty());
            if (concerns(strict, Reading.key(fact.triple()))) {
                there.proof(fact.triple(), day).ifPresent(certifier::number);
            }
        }
    }

    private Snapshot on(LocalDate day) {
        return days.getOrDefault(day, snapshot);
    }

    private void list(Fact fact, @Nullable LocalDate day, boolean stated) {
        if (day != null && !concerns(fact, day)) {
            return;
        }
        Listed listed = new Listed(fact, day);
        Denial.Held known = model.get(listed);
        boolean either = stated || (known != null && known.stated());
        model.put(listed, new Denial.Held(known == null ? fact.triple() : known.triple(), day, either));
        if (model.size() > MOST) {
            throw new IllegalArgumentException("it depends on more than " + MOST + " statements");
        }
    }

    /** What is stated for whatever day, where rules look at it so, and the labels that rules name. */
    private void ever() {
        Set<String> relations = new LinkedHashSet<>();
        elsewhere.forEach(key -> relations.add(key.startsWith(Iris.TYPE) ? Iris.TYPE : key));
        for (String relation : relations) {
            for (Statement statement : snapshot.statements(relation)) {
                list(Fact.of(statement.triple()), null, true);
                certifier.number(new Proof.Leaf(statement.triple(), null, List.of(statement)));
            }
        }
        for (String relation : List.of(Iris.LABEL, Iris.ALT_LABEL)) {
            for (Statement statement : snapshot.statements(relation)) {
                boolean named = statement.triple().object() instanceof Literal literal
                        && labels.stream().anyMatch(label -> Labels.same(label, literal.lexical()));
                if (named) {
                    list(Fact.of(statement.triple()), null, true);
                }
            }
        }
    }

    private void beat(LocalDate day, Snapshot there) {
        Snapshot.Settled settled = Objects.requireNonNull(there.settled().get(day));
        for (Settlement.Loss loss : settled.losses()) {
            Settlement.Win win = loss.wins().getFirst();
            beat(loss.loser(), day, win.winner(), win.preference().name());
        }
        Clashes clashes = snapshot.program().clashes();
        for (List<Argument> tie : settled.ties()) {
            for (Argument one : tie) {
                tie.stream()
                        .filter(other -> clashes.clash(one, other) && clashes.preferred(one, other) == null)
                        .findFirst()
                        .ifPresent(other -> beat(one, day, other, Denial.TIE));
            }
        }
    }

    private void beat(Argument loser, LocalDate day, Argument winner, String preference) {
        Fact fact = loser.fact();
        if (concerns(fact, day) && !model.containsKey(new Listed(fact, day))) {
            Rule rule = loser.rule();
            int by = certifier.number(on(day).proof(winner, day));
            beaten.add(new Denial.Beaten(fact.triple(), day, rule == null ? null : rule.id(), by, preference));
        }
    }
}
