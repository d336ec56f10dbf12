package warrant.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static warrant.rules.Small.body;
import static warrant.rules.Small.rule;
import static warrant.rules.Small.statement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import warrant.graph.Datatypes;
import warrant.graph.Interval;
import warrant.graph.Literal;
import warrant.graph.Statement;
import warrant.graph.Triple;
import warrant.rules.check.ProofChecker;
import warrant.rules.drools.DroolsEngine;
import warrant.rules.forward.ForwardEngine;
import warrant.rules.justify.Certifier;
import warrant.rules.value.Comparison;

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
            interleave(seed, engine, RULES, Limits.GENEROUS);
        }
    }

    /** What has more derivations than are kept may still stand when all those kept are gone, and has a proof then. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void it_does_so_where_not_all_derivations_are_kept(long seed) {
        Limits few = new Limits(100_000, 1_000_000, 2, 100, java.time.Duration.ofMinutes(1));
        for (RuleEngine engine : ENGINES) {
            interleave(seed, engine, RULES, few);
        }
    }

    /** Two heads, heads that are computed, comparisons, and values that can be written in several ways. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void it_does_so_where_heads_are_computed(long seed) {
        Condition apart = new Condition.Compare(Small.place("?a"), Comparison.UNEQUAL, Small.place("?c"));
        List<Condition> far = new ArrayList<>(body("?a edge ?b", "?b edge ?c"));
        far.add(apart);
        RuleBase rules = Small.base(
                rule("two", body("?a edge ?b"), "?a path ?b", "?b path ?a"),
                rule("apart", far, "?a path ?c"),
                rule("made", body("?a path ?b", "?b alike ?a"), "?a reaches 1", "?b reaches 1"),
                rule("valued", body("?a alike ?b", "?b reaches ?n"), "?a reaches ?n"));
        interleave(seed, ENGINES.getFirst(), rules, Limits.GENEROUS);
        interleave(
                seed,
                ENGINES.getFirst(),
                rules,
                new Limits(100_000, 1_000_000, 2, 100, java.time.Duration.ofMinutes(1)));
    }

    private static void interleave(long seed, RuleEngine engine, RuleBase rules, Limits limits) {
        Random random = new Random(seed);
        Set<Statement> present = new HashSet<>();
        try (Session session = engine.open(rules, List.of(), Small.DAY, limits)) {
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
                assertSame(
                        limits.derivations() > 2,
                        session.deduction(),
                        engine.open(rules, List.copyOf(present), Small.DAY, limits),
                        "seed " + seed + " change " + change);
            }
        }
    }

    private static void assertSame(boolean all, Deduction actual, Session rebuilt, String which) {
        try (Session fresh = rebuilt) {
            Deduction expected = fresh.deduction();
            assertThat(actual.triples()).as(which).containsExactlyInAnyOrderElementsOf(expected.triples());
            for (Triple triple : expected.triples()) {
                assertThat(fresh.holds(triple)).isTrue();
                assertThat(new ProofChecker()
                                .check(Certifier.certify(
                                        actual, actual.proof(triple).orElseThrow(), id -> Optional.empty())))
                        .isEqualTo(new ProofChecker.Verdict.Accepted());
                if (!all) {
                    continue;
                }
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

    @Test
    void a_value_is_written_as_its_rule_writes_it_once_nothing_states_it() {
        Rule rate = Rule.plain(
                "rate",
                "",
                body("?a on true"),
                List.of(new Rule.Head(
                        Small.place("?a"),
                        Small.relation("rate"),
                        new RuleTerm.Constant(new Literal("4 %", Datatypes.PERCENTAGE)))),
                "test");
        Statement stated = new Statement(
                new Triple(Small.entity("a"), Small.relation("rate"), new Literal("0.04", Datatypes.DECIMAL)),
                Interval.ALWAYS,
                statement("a on true").supports());
        for (RuleEngine engine : ENGINES) {
            try (Session session = engine.open(
                    Small.base(rate), List.of(stated, statement("a on true")), Small.DAY, Limits.GENEROUS)) {
                assertThat(session.deduction().triples().toString()).doesNotContain("4 %");
                session.retract(List.of(stated));
                assertThat(session.deduction().triples().toString()).contains("4 %");
            }
        }
    }

    /** Steps are counted out so that the limit is met while derivations are sought again, and not by a rebuild. */
    @Test
    void what_fell_is_told_where_the_search_for_other_derivations_meets_a_limit() {
        RuleBase rules = Small.base(
                rule("joined", body("?x p ?y", "?y q ?z"), "?x r ?z"),
                rule("plain", body("?a f ?b"), "?a g ?b"),
                Small.unless(rule("above", body("?a g ?b"), "?a h ?b"), "?b closed true"));
        List<Statement> statements = new ArrayList<>(Small.statements("a f b"));
        for (int i = 0; i < 900; i++) {
            statements.add(statement("x p y" + i));
        }
        for (int i = 0; i < 3 * 905; i++) {
            statements.add(statement("u" + i + " q z" + i % 3));
        }
        for (int i = 0; i < 3; i++) {
            statements.addAll(Small.statements("y0 q z" + i, "y899 q z" + i));
        }
        Limits tight = new Limits(1_000, 63, 1, 100, java.time.Duration.ofMinutes(1));

        try (Session session = new ForwardEngine().open(rules, statements, Small.DAY, tight)) {
            assertThat(session.holds(Small.triple("a h b"))).isTrue();
            session.retract(Small.statements("x p y0", "a f b"));

            assertThat(session.holds(Small.triple("x r z2"))).isTrue();
            assertThat(session.holds(Small.triple("a g b"))).isFalse();
            assertThat(session.holds(Small.triple("a h b"))).isFalse();
        }
    }
}
