package warrant.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static warrant.rules.Small.body;
import static warrant.rules.Small.rule;
import static warrant.rules.Small.statement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import warrant.graph.Statement;
import warrant.graph.Triple;
import warrant.rules.drools.DroolsEngine;
import warrant.rules.forward.ForwardEngine;

/** Changes are made from the stored derivations, and what they leave is what a rebuild would give. */
class UpkeepTest {
    private static final List<RuleEngine> ENGINES = List.of(new ForwardEngine(), new DroolsEngine());

    /** Recursion, symmetry, a join of what is recursive, and one rule that looks at an absence above it. */
    private static final RuleBase RULES = Small.base(
            rule("near", body("?a edge ?b"), "?a path ?b"),
            rule("far", body("?a edge ?b", "?b path ?c"), "?a path ?c"),
            rule("both", body("?a alike ?b"), "?b alike ?a"),
            rule("through", body("?a alike ?b", "?b path ?c"), "?a reaches ?c"),
            rule("home", body("?a path ?a"), "?a cyclic true"),
            Small.unless(rule("open", body("?a reaches ?b"), "?a open ?b"), "?b cyclic true"));

    static LongStream seeds() {
        return DifferentialTest.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void any_interleaving_equals_a_rebuild_derivation_by_derivation(long seed) {
        for (RuleEngine engine : ENGINES) {
            Random random = new Random(seed);
            Set<Statement> present = new HashSet<>();
            try (Session session = engine.open(RULES, List.of(), Small.DAY, Limits.GENEROUS)) {
                for (int change = 0; change < 12; change++) {
                    List<Statement> some = new ArrayList<>();
                    for (int i = 0; i < 4; i++) {
                        String relation = random.nextInt(3) == 0 ? "alike" : random.nextInt(8) == 0 ? "path" : "edge";
                        some.add(statement("n" + random.nextInt(7) + " " + relation + " n" + random.nextInt(7)));
                    }
                    if (random.nextInt(5) < 3) {
                        session.insert(some);
                        present.addAll(some);
                    } else {
                        session.retract(some);
                        some.forEach(present::remove);
                    }
                    if (random.nextBoolean()) {
                        session.holds(some.getFirst().triple());
                    }
                    assertSame(session.deduction(), engine, present, "seed " + seed + " change " + change);
                }
            }
        }
    }

    private static void assertSame(Deduction actual, RuleEngine engine, Set<Statement> present, String which) {
        try (Session fresh = engine.open(RULES, List.copyOf(present), Small.DAY, Limits.GENEROUS)) {
            Deduction expected = fresh.deduction();
            assertThat(actual.triples()).as(which).containsExactlyInAnyOrderElementsOf(expected.triples());
            for (Triple triple : expected.triples()) {
                assertThat(fresh.holds(triple)).isTrue();
                assertThat(actual.proofs(triple, 100).size())
                        .as(which + " " + triple)
                        .isEqualTo(expected.proofs(triple, 100).size());
                assertThat(actual.proof(triple).orElseThrow().text().lines().sorted())
                        .hasSameSizeAs(expected.proof(triple)
                                .orElseThrow()
                                .text()
                                .lines()
                                .toList());
            }
        }
    }

    @Test
    void a_circle_falls_with_the_one_edge_that_leads_into_it() {
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            statements.add(statement("c" + i + " alike c" + (i + 1)));
        }
        RuleBase rules = Small.base(
                rule("both", body("?a alike ?b"), "?b alike ?a"),
                rule("spread", body("?a ill true", "?a alike ?b"), "?b ill true"),
                rule("found", body("?a sick true"), "?a ill true"));
        Statement first = statement("c0 sick true");
        for (RuleEngine engine : ENGINES) {
            try (Session session = engine.open(rules, statements, Small.DAY, Limits.GENEROUS)) {
                session.insert(List.of(first));
                assertThat(session.holds(Small.triple("c60 ill true"))).isTrue();
                session.retract(List.of(first));
                assertThat(session.holds(Small.triple("c60 ill true"))).isFalse();
                session.insert(List.of(first));
                session.retract(List.of(statement("c30 alike c31")));
                assertThat(session.holds(Small.triple("c30 ill true"))).isTrue();
                assertThat(session.holds(Small.triple("c31 ill true"))).isFalse();
            }
        }
    }
}
