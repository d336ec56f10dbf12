package warrant.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import warrant.graph.Statement;
import warrant.graph.Triple;
import warrant.rules.check.Certificate;
import warrant.rules.check.ProofChecker;
import warrant.rules.drools.DroolsEngine;
import warrant.rules.forward.ForwardEngine;
import warrant.rules.justify.Certifier;

/** Random matters: the engines and brute force agree, proofs are accepted, changes equal a rebuild. */
class DifferentialTest {
    private static final List<RuleEngine> ENGINES = List.of(new ForwardEngine(), new DroolsEngine());

    /** @return {@code -Dseed=} alone, or so many as {@code -Dseeds=} says, from 1 on */
    static LongStream seeds() {
        Long one = Long.getLong("seed");
        return one != null ? LongStream.of(one) : LongStream.rangeClosed(1, Long.getLong("seeds", 15));
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
    void after_any_changes_the_state_is_that_of_a_rebuild(long seed) {
        RandomMatter matter = new RandomMatter(seed);
        List<Statement> pool = matter.statements(36);
        for (RuleEngine engine : ENGINES) {
            Set<Statement> present = new HashSet<>(pool.subList(0, 20));
            try (Session session = engine.open(matter.rules, List.copyOf(present), Small.DAY, Limits.GENEROUS)) {
                session.deduction();
                for (int change = 0; change < 8; change++) {
                    List<Statement> some = new ArrayList<>();
                    for (int i = 0; i < 3; i++) {
                        some.add(pool.get(matter.random.nextInt(pool.size())));
                    }
                    if (matter.random.nextBoolean()) {
                        session.insert(some);
                        present.addAll(some);
                    } else {
                        session.retract(some);
                        some.forEach(present::remove);
                    }
                    if (matter.random.nextInt(3) > 0) {
                        assertSame(session.deduction(), engine, matter, present, "seed " + seed + " change " + change);
                    }
                }
            }
        }
    }

    private static void assertSame(
            Deduction actual, RuleEngine engine, RandomMatter matter, Set<Statement> present, String which) {
        try (Session fresh = engine.open(matter.rules, List.copyOf(present), Small.DAY, Limits.GENEROUS)) {
            Deduction expected = fresh.deduction();
            String where = which + " " + engine.name() + "\n" + matter.rules.rules();
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
