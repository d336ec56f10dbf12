package warrant.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import warrant.graph.Statement;
import warrant.graph.Triple;
import warrant.rules.check.Certificate;
import warrant.rules.check.Denial;
import warrant.rules.check.ProofChecker;
import warrant.rules.drools.DroolsEngine;
import warrant.rules.forward.ForwardEngine;
import warrant.rules.justify.Certifier;

/** Random matters: the engines and brute force agree, proofs are accepted, changes equal a rebuild. */
class DifferentialTest {
    /** Both, or with {@code -Dengine=} one: compiling a rule base for Drools takes most of a seed's time. */
    private static final List<RuleEngine> ENGINES = Stream.of(new ForwardEngine(), new DroolsEngine())
            .filter(engine -> System.getProperty("engine", engine.name()).equals(engine.name()))
            .toList();

    /** @return {@code -Dseed=} alone, or so many as {@code -Dseeds=} says, from {@code -Dfirst=} (1) on */
    static LongStream seeds() {
        Long one = Long.getLong("seed");
        long first = Long.getLong("first", 1);
        return one != null ? LongStream.of(one) : LongStream.range(first, first + Long.getLong("seeds", 15));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void both_engines_conclude_what_brute_force_concludes(long seed) {
        RandomMatter matter = new RandomMatter(seed);
        List<Statement> statements = matter.statements(24);
        BruteForce oracle = new BruteForce(matter.rules, statements);
        Set<Triple> expected = oracle.on(Small.DAY);

        for (RuleEngine engine : ENGINES) {
            try (Session session = engine.open(matter.rules, statements, Small.DAY, Limits.GENEROUS)) {
                Deduction deduction = session.deduction();

                String which = "seed " + seed + " " + engine.name() + "\n" + matter.rules.rules();
                assertThat(deduction.triples()).as(which).containsExactlyInAnyOrderElementsOf(expected);
                assertThat(lost(deduction)).as(which + " lost").isEqualTo(oracle.lost);
                assertThat(tied(deduction)).as(which + " tied").isEqualTo(oracle.tied);
            }
        }
    }

    static Set<Triple> lost(Deduction deduction) {
        Set<Triple> triples = new HashSet<>();
        deduction.defeats().forEach(defeat -> triples.add(defeat.loser().conclusion()));
        return triples;
    }

    static Set<Triple> tied(Deduction deduction) {
        Set<Triple> triples = new HashSet<>();
        deduction.conflicts().forEach(conflict -> conflict.sides().forEach(side -> triples.add(side.conclusion())));
        return triples;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_proof_is_accepted_and_what_does_not_hold_is_refuted(long seed) {
        RandomMatter matter = new RandomMatter(seed);
        List<Statement> statements = matter.statements(24);
        for (RuleEngine engine : ENGINES) {
            try (Session session = engine.open(matter.rules, statements, Small.DAY, Limits.GENEROUS)) {
                Deduction deduction = session.deduction();
                for (Triple triple : deduction.triples()) {
                    for (Proof proof : deduction.proofs(triple, 3)) {
                        Certificate certificate = Certifier.certify(deduction, proof, id -> Optional.empty());
                        assertThat(new ProofChecker().check(certificate))
                                .as("seed " + seed + " " + engine.name() + "\n" + proof.text() + certificate.json())
                                .isEqualTo(new ProofChecker.Verdict.Accepted());
                    }
                }
                for (Triple triple : lost(deduction)) {
                    if (!deduction.holds(triple)) {
                        Refutation refutation = deduction.whyNot(triple.subject(), triple.relation(), triple.object());
                        assertThat(refutation.defeats()).isNotEmpty();
                    }
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_no_has_a_certificate_that_is_accepted_and_no_yes_has_one(long seed) {
        RandomMatter matter = new RandomMatter(seed);
        List<Statement> statements = matter.statements(24);
        try (Session session = ENGINES.getFirst().open(matter.rules, statements, Small.DAY, Limits.GENEROUS)) {
            Deduction deduction = session.deduction();
            Set<Triple> tied = tied(deduction);
            for (Triple goal : some(goals(matter.rules), matter)) {
                if (!deduction.holds(goal) && !tied.contains(goal)) {
                    Refutation refutation = deduction.whyNot(goal.subject(), goal.relation(), goal.object());
                    Denial denial = Certifier.certify(deduction, refutation, id -> Optional.empty());
                    ProofChecker.Verdict verdict = new ProofChecker().check(denial);
                    assertThat(verdict.isAccepted())
                            .as("seed " + seed + " " + goal + verdict + "\n" + matter.rules.rules() + denial.json())
                            .isTrue();
                    assertThat(Denial.read(denial.json())).isEqualTo(denial);
                }
            }
            for (Triple held : some(deduction.derived(), matter)) {
                if (deduction.stated(held).isEmpty()) {
                    assertThat(new ProofChecker().check(lie(deduction, held)).isAccepted())
                            .as("seed " + seed + ": what holds is denied: " + held + "\n" + matter.rules.rules())
                            .isFalse();
                }
            }
        }
    }

    private static List<Triple> some(Collection<Triple> triples, RandomMatter matter) {
        List<Triple> mixed = new ArrayList<>(triples);
        Collections.shuffle(mixed, matter.random);
        return mixed.stream().limit(6).toList();
    }

    /** The countermodel of something that holds: all that is known but that. */
    private static Denial lie(Deduction deduction, Triple held) {
        Refutation pretended = new Refutation(
                held.subject(),
                held.relation(),
                held.object(),
                deduction.asOf(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                deduction.completeness());
        Denial denial = Certifier.certify(deduction, pretended, id -> Optional.empty());
        return new Denial(
                        denial.subject(),
                        denial.relation(),
                        denial.object(),
                        denial.asOf(),
                        denial.days(),
                        denial.model().stream()
                                .filter(each -> !each.triple().equals(held)
                                        || !denial.asOf().equals(each.day()))
                                .toList(),
                        denial.beaten(),
                        denial.entries(),
                        denial.rules(),
                        denial.pages(),
                        denial.setting(),
                        "",
                        "")
                .sealed();
    }

    private static List<Triple> goals(RuleBase rules) {
        List<Triple> goals = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            for (String name : List.of("a", "b", "c")) {
                String relation = rule.head().getFirst().relation();
                goals.add(new Triple(Small.entity(name), relation, Small.term("b")));
                goals.add(new Triple(Small.entity(name), relation, Small.term("1")));
            }
        }
        return goals.stream().distinct().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void after_any_changes_the_state_is_that_of_a_rebuild(long seed) {
        RandomMatter matter = new RandomMatter(seed);
        List<Statement> pool = matter.statements(36);
        for (RuleEngine engine : ENGINES) {
            Set<Statement> present = new HashSet<>(pool.subList(0, 20));
            RuleBase governing = matter.rules;
            try (Session session = engine.open(matter.rules, List.copyOf(present), Small.DAY, Limits.GENEROUS)) {
                session.deduction();
                for (int change = 0; change < 8; change++) {
                    List<Statement> some = new ArrayList<>();
                    for (int i = 0; i < 3; i++) {
                        some.add(pool.get(matter.random.nextInt(pool.size())));
                    }
                    if (matter.random.nextInt(4) == 0) {
                        governing = without(matter);
                        session.govern(governing);
                    } else if (matter.random.nextBoolean()) {
                        session.insert(some);
                        present.addAll(some);
                    } else {
                        session.retract(some);
                        some.forEach(present::remove);
                    }
                    if (matter.random.nextInt(3) > 0) {
                        assertSame(
                                session.deduction(), engine, governing, present, "seed " + seed + " change " + change);
                    }
                }
            }
        }
    }

    /** @return the rules without some of them, or all */
    private static RuleBase without(RandomMatter matter) {
        Set<String> gone = new HashSet<>();
        matter.rules.rules().stream()
                .filter(rule -> matter.random.nextInt(4) == 0)
                .forEach(rule -> gone.add(rule.id()));
        return matter.rules.without(gone);
    }

    private static void assertSame(
            Deduction actual, RuleEngine engine, RuleBase rules, Set<Statement> present, String which) {
        try (Session fresh = engine.open(rules, List.copyOf(present), Small.DAY, Limits.GENEROUS)) {
            Deduction expected = fresh.deduction();
            String where = which + " " + engine.name() + "\n" + rules.rules();
            assertThat(actual.triples()).as(where).containsExactlyInAnyOrderElementsOf(expected.triples());
            assertThat(actual.derived()).as(where).containsExactlyInAnyOrderElementsOf(expected.derived());
            assertThat(lost(actual)).as(where).isEqualTo(lost(expected));
            assertThat(tied(actual)).as(where).isEqualTo(tied(expected));
            for (Triple triple : expected.triples()) {
                assertThat(actual.proofs(triple, 100)).as(where).hasSameSizeAs(expected.proofs(triple, 100));
            }
        }
    }
}
