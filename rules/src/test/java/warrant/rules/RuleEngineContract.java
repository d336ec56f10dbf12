package warrant.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static warrant.rules.Small.base;
import static warrant.rules.Small.body;
import static warrant.rules.Small.contrary;
import static warrant.rules.Small.pattern;
import static warrant.rules.Small.rule;
import static warrant.rules.Small.statement;
import static warrant.rules.Small.statements;
import static warrant.rules.Small.triple;
import static warrant.rules.Small.unless;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import warrant.graph.Datatypes;
import warrant.graph.Interval;
import warrant.graph.Literal;
import warrant.graph.Statement;
import warrant.graph.Triple;
import warrant.rules.Condition.Aggregate;
import warrant.rules.Condition.Compare;
import warrant.rules.Condition.Fold;
import warrant.rules.Condition.Pattern;
import warrant.rules.Condition.When;
import warrant.rules.RuleTerm.Variable;
import warrant.rules.value.Comparison;
import warrant.rules.value.Operator;

/** What every rule engine does. */
abstract class RuleEngineContract {
    abstract RuleEngine engine();

    Deduction deduce(RuleBase rules, List<Statement> statements) {
        try (Session session = engine().open(rules, statements, Small.DAY, Limits.GENEROUS)) {
            return session.deduction();
        }
    }

    static List<Condition> with(List<Condition> body, Condition... more) {
        List<Condition> all = new ArrayList<>(body);
        all.addAll(List.of(more));
        return all;
    }

    @Test
    void a_chain_of_parents_is_control() {
        RuleBase rules = base(
                rule("direct", body("?a parent ?b"), "?a controls ?b"),
                rule("chain", body("?a parent ?b", "?b controls ?c"), "?a controls ?c"));

        Deduction deduction = deduce(rules, statements("x parent y", "y parent z", "z parent x"));

        assertThat(deduction.derived()).hasSize(9);
        assertThat(deduction.completeness()).isEqualTo(Deduction.Completeness.COMPLETE);
        assertThat(deduction.proof(triple("x controls z")).orElseThrow().text())
                .contains("by rule chain")
                .contains("stated by test");
    }

    @Test
    void an_exception_stops_a_rule_and_the_refutation_says_so() {
        RuleBase rules = base(unless(rule("due", body("?i a Invoice"), "?i is Due"), "?who waives ?i"));

        Deduction deduction = deduce(rules, statements("one a Invoice", "two a Invoice", "bob waives two"));

        assertThat(deduction.derived()).containsExactly(triple("one is Due"));
        Refutation refutation = deduction.whyNot(Small.entity("two"), Small.relation("is"), Small.entity("Due"));
        assertThat(refutation.failures()).singleElement().isInstanceOf(Refutation.Failure.Stopped.class);
        assertThat(refutation.text()).contains("stopped by: ?who :waives two").contains("bob :waives two");
    }

    @Test
    void equal_amounts_of_two_invoices_both_count() {
        Aggregate sum =
                new Aggregate(new Variable("t"), Fold.SUM, new Variable("x"), body("?i owner ?c", "?i amount ?x"));
        Aggregate count = new Aggregate(new Variable("n"), Fold.COUNT, new Variable("x"), body("?c lacks ?x"));
        RuleBase rules = base(rule("total", with(body("?c a Customer"), sum, count), "?c total ?t", "?c lacking ?n"));

        Deduction deduction = deduce(
                rules, statements("c a Customer", "i owner c", "i amount 5", "j owner c", "j amount 5", "k owner d"));

        assertThat(deduction.derived()).containsExactlyInAnyOrder(triple("c total 10"), triple("c lacking 0"));
    }

    @Test
    void another_day_is_asked_with_at_and_any_day_with_ever() {
        RuleBase rules = base(
                rule("held", body("?x occupies ?y"), "?x held ?y"),
                rule(
                        "then",
                        with(
                                body("?e on ?d", "?e by ?x"),
                                new Pattern(
                                        new Variable("x"),
                                        Small.relation("held"),
                                        new Variable("y"),
                                        new When.At(new Variable("d")))),
                        "?e place ?y"),
                rule(
                        "once",
                        List.of(new Pattern(
                                new Variable("x"), Small.relation("occupies"), new Variable("y"), When.Ever.EVER)),
                        "?x knew ?y"));
        Interval early = new Interval(LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1));

        Deduction deduction = deduce(
                rules,
                List.of(
                        statement("bob occupies flat", early),
                        statement("e on 2020-06-01"),
                        statement("f on 2022-06-01"),
                        statement("e by bob"),
                        statement("f by bob")));

        assertThat(deduction.derived()).containsExactlyInAnyOrder(triple("e place flat"), triple("bob knew flat"));
    }

    @Test
    void an_override_wins_and_what_lost_is_kept_with_what_beat_it() {
        Rule original = rule("original", body("?a a Agreement"), "?a term 30");
        Rule amended = rule("amended", Rule.Kind.ORDINARY, List.of("original"), body("?a amended true"), "?a term 45");
        RuleBase rules = base(List.of(original, amended), Set.of("term"), Set.of());

        Deduction deduction = deduce(rules, statements("x a Agreement", "x amended true", "y a Agreement"));

        assertThat(deduction.derived()).containsExactlyInAnyOrder(triple("x term 45"), triple("y term 30"));
        assertThat(deduction.defeats()).singleElement().satisfies(defeat -> {
            assertThat(defeat.loser().conclusion()).isEqualTo(triple("x term 30"));
            assertThat(defeat.winners().getFirst().preference()).isEqualTo(Deduction.Preference.OVERRIDES);
        });
        assertThat(deduction.proof(triple("x term 45")).orElseThrow())
                .isInstanceOfSatisfying(
                        Proof.Step.class, step -> assertThat(step.rivals()).hasSize(1));
    }

    @Test
    void a_presumption_yields_to_a_statement_and_an_ordinary_rule_does_not() {
        Rule presumed = rule("presumed", Rule.Kind.PRESUME, List.of(), body("?n sent ?d"), "?n received ?d");
        Rule term = rule("fixed", body("?a a Agreement"), "?a term 30");
        RuleBase rules = base(List.of(presumed, term), Set.of("term"), Set.of());

        Deduction deduction = deduce(
                rules,
                statements(
                        "n sent 2024-01-01",
                        "m sent 2024-01-01",
                        "m received 2024-01-05",
                        "x a Agreement",
                        "x term 45",
                        "y a Agreement",
                        "y term 30"));

        assertThat(deduction.holds(triple("n received 2024-01-01"))).isTrue();
        assertThat(deduction.holds(triple("m received 2024-01-01"))).isFalse();
        assertThat(deduction.holds(triple("m received 2024-01-05"))).isTrue();
        assertThat(deduction.holds(triple("x term 45"))).isFalse();
        assertThat(deduction.holds(triple("x term 30"))).isFalse();
        assertThat(deduction.holds(triple("y term 30"))).isTrue();
        assertThat(deduction.conflicts()).hasSize(1);
    }

    @Test
    void contrary_conclusions_about_one_object_clash_and_false_flags_do_not() {
        Rule valid = rule("valid", body("?n signed true"), "?n valid true");
        Rule invalid = rule("invalid", body("?n late true"), "?n invalid true");
        Rule fine = rule("fine", body("?n signed true"), "?n lateness false");
        RuleBase rules = base(
                List.of(valid, invalid, fine),
                Set.of(),
                Set.of(contrary("valid", "invalid"), contrary("valid", "lateness")));

        Deduction deduction = deduce(rules, statements("n signed true", "n late true", "m signed true"));

        assertThat(deduction.derived())
                .containsExactlyInAnyOrder(
                        triple("m valid true"), triple("m lateness false"), triple("n lateness false"));
        assertThat(deduction.conflicts())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.sides()).hasSize(2));
    }

    @Test
    void a_cycle_through_a_negation_is_an_error_that_names_the_rules() {
        Rule one = rule("one", with(body("?x a T"), new Condition.Not(body("?x q true"))), "?x p true");
        Rule two = rule("two", body("?x p true"), "?x q true");

        assertThatThrownBy(() -> deduce(base(one, two), List.of()))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("one");
    }

    @Test
    void runaway_arithmetic_is_cut_and_the_deduction_says_so() {
        Compare next = new Compare(
                new Variable("w"),
                Comparison.EQUAL,
                new Expr.Arithmetic(Operator.PLUS, new Variable("v"), Small.place("1")));
        Rule runaway = rule("runaway", with(body("?x n ?v"), next), "?x n ?w");
        Rule absent =
                rule("absent", List.of(pattern("?x a T"), new Condition.Not(body("?x n 1000000"))), "?x small true");
        Rule other = rule("other", body("?x a T"), "?x fine true");
        Limits limits = new Limits(1_000, 10_000, 8, 100, Duration.ofSeconds(5));

        try (Session session =
                engine().open(base(runaway, absent, other), statements("x n 1", "x a T"), Small.DAY, limits)) {
            Deduction deduction = session.deduction();

            assertThat(deduction.completeness().degree()).isEqualTo(Deduction.Degree.SOUND_BUT_INCOMPLETE);
            assertThat(deduction.holds(triple("x n 500"))).isTrue();
            assertThat(deduction.holds(triple("x small true"))).isFalse();
        }
    }

    @Test
    void a_conclusion_in_a_circle_falls_with_its_evidence() {
        RuleBase rules = base(
                rule("there", body("?a p ?b"), "?a q ?b"),
                rule("back", body("?a q ?b"), "?a p ?b"),
                rule("turn", body("?a q ?b"), "?b q ?a"));

        try (Session session = engine().open(rules, statements("x p y", "u p v"), Small.DAY, Limits.GENEROUS)) {
            assertThat(session.deduction().triples()).hasSize(8);
            session.retract(statements("x p y"));
            assertThat(session.deduction().triples())
                    .containsExactlyInAnyOrder(triple("u p v"), triple("u q v"), triple("v q u"), triple("v p u"));
        }
    }

    @Test
    void a_hostile_cross_product_is_cut_in_time_and_the_rest_is_concluded() {
        Rule hostile = rule("hostile", body("?a p ?x", "?b p ?y", "?c p ?z", "?d p ?u"), "?a q ?u");
        Rule fair = rule("fair", body("?a p ?x"), "?a fair true");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            texts.add("e" + i + " p v" + i);
        }
        Limits limits = new Limits(100_000, 1_000_000, 4, 100, Duration.ofSeconds(2));

        try (Session session =
                engine().open(base(hostile, fair), statements(texts.toArray(String[]::new)), Small.DAY, limits)) {
            Deduction deduction = session.deduction();

            assertThat(deduction.completeness().degree()).isEqualTo(Deduction.Degree.SOUND_BUT_INCOMPLETE);
            assertThat(deduction.holds(triple("e7 p v7"))).isTrue();
        }
    }

    @Test
    void what_is_stated_stands_wherever_a_limit_cut() {
        RuleBase rules =
                base(rule("product", body("?a p ?x", "?b p ?y"), "?a q ?y"), rule("later", body("?a q ?x"), "?a r ?x"));
        List<Statement> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            all.addAll(statements("e" + i + " p v" + i, "e" + i + " q w" + i, "e" + i + " r u" + i));
        }
        Limits few = new Limits(100, 100_000, 4, 100, Duration.ofSeconds(5));

        try (Session session = engine().open(rules, List.of(), Small.DAY, few)) {
            session.deduction();
            session.insert(all);
            assertAllStated(session.deduction(), all);
        }
        try (Session session = engine().open(rules, all, Small.DAY, few)) {
            assertAllStated(session.deduction(), all);
        }
    }

    private static void assertAllStated(Deduction deduction, List<Statement> all) {
        assertThat(deduction.completeness().degree()).isEqualTo(Deduction.Degree.SOUND_BUT_INCOMPLETE);
        assertThat(deduction.triples())
                .containsAll(all.stream().map(Statement::triple).toList());
        for (Triple triple : deduction.triples()) {
            assertThat(deduction.proof(triple)).as(triple.toString()).isPresent();
        }
    }

    @Test
    void a_rule_is_in_force_on_the_day_that_it_names() {
        Rule plain = rule("windowed", body("?i paidOn ?d"), "?i inTime true");
        Interval window = new Interval(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 2, 1));
        Rule windowed = new Rule(
                plain.id(),
                plain.label(),
                plain.kind(),
                plain.citations(),
                null,
                null,
                window,
                new Variable("d"),
                List.of(),
                plain.body(),
                List.of(),
                plain.head(),
                "",
                "test");

        Deduction deduction = deduce(base(windowed), statements("i paidOn 2024-01-15", "j paidOn 2024-02-01"));

        assertThat(deduction.derived()).containsExactly(triple("i inTime true"));
    }

    @Test
    void values_are_equal_by_value_however_written() {
        Literal four = new Literal("4 %", Datatypes.PERCENTAGE);
        Literal point = new Literal("0.04", Datatypes.DECIMAL);
        Rule rate = Rule.plain(
                "rate",
                "",
                List.of(new Pattern(new Variable("x"), Small.relation("rate"), new RuleTerm.Constant(point))),
                List.of(Small.head("?x low true")),
                "test");
        Statement stated = statement("x rate 1");
        Statement percent = new Statement(
                new Triple(Small.entity("x"), Small.relation("rate"), four), stated.valid(), stated.supports());

        Deduction deduction = deduce(base(rate), List.of(percent));

        assertThat(deduction.derived()).containsExactly(triple("x low true"));
        assertThat(deduction.holds(new Triple(Small.entity("x"), Small.relation("rate"), point)))
                .isTrue();
        assertThat(deduction.matching(Small.entity("x"), Small.relation("rate"), null))
                .containsExactly(percent.triple());
    }
}
