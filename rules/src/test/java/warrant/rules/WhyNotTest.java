package warrant.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static warrant.rules.Small.body;
import static warrant.rules.Small.rule;
import static warrant.rules.Small.statements;
import static warrant.rules.Small.triple;
import static warrant.rules.Small.unless;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import warrant.graph.Entity;
import warrant.graph.Interval;
import warrant.graph.Statement;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.Refutation.Failure;
import warrant.rules.Refutation.Lack;
import warrant.rules.forward.ForwardEngine;
import warrant.rules.suppose.WhatIf;
import warrant.rules.value.Calendars;
import warrant.rules.value.Comparison;

/** What a conclusion lacks: the fewest premises, and what could be supposed. */
class WhyNotTest {
    private static final RuleEngine ENGINE = new ForwardEngine();

    private static Refutation whyNot(RuleBase rules, List<Statement> statements, String goal) {
        Triple triple = triple(goal);
        try (Session session = ENGINE.open(rules, statements, Small.DAY, Limits.GENEROUS)) {
            return session.deduction().whyNot(triple.subject(), triple.relation(), triple.object());
        }
    }

    private static RuleBase abducible(String relation, Rule... rules) {
        return new RuleBase(
                List.of(rules),
                Set.of(),
                Set.of(),
                Set.of(Small.relation(relation)),
                List.of(),
                Calendars.NONE,
                Set.of(),
                Map.of());
    }

    @Test
    void the_way_that_lacks_least_is_shown_even_where_another_is_found_first() {
        RuleBase rules = Small.base(rule("ally", body("?x trusts ?y", "?y guards ?z", "?z of ?x"), "?x safe true"));

        Refutation refutation =
                whyNot(rules, statements("a trusts b", "a trusts c", "c guards d", "e of a"), "a safe true");

        assertThat(refutation.failures()).singleElement().satisfies(failure -> {
            Failure.Unmet unmet = (Failure.Unmet) failure;
            assertThat(unmet.lacks()).singleElement().isInstanceOf(Lack.Missing.class);
            assertThat(unmet.met()).hasSize(2);
        });
    }

    @Test
    void everything_that_is_unmet_is_told_at_once() {
        RuleBase rules = Small.base(unless(
                rule(
                        "fit",
                        List.of(
                                Small.pattern("?x age ?n"),
                                new Condition.Compare(Small.place("?n"), Comparison.AT_LEAST, Small.place("18")),
                                Small.pattern("?x resident true")),
                        "?x fit true"),
                "?x barred true"));

        Refutation refutation = whyNot(rules, statements("a age 16", "a barred true"), "a fit true");

        Failure.Unmet unmet = (Failure.Unmet) refutation.failures().getFirst();
        assertThat(unmet.lacks().stream().map(Lack::getClass).map(Class::getSimpleName))
                .containsExactlyInAnyOrder("Missing", "Untrue", "Excepted");
        assertThat(refutation.text()).contains("16 >= 18  [16 and 18]").contains("a :resident true");
    }

    @Test
    void a_missing_premise_that_rules_could_conclude_is_followed() {
        RuleBase rules = Small.base(
                rule("owner", body("?x bought ?y"), "?x owns ?y"),
                rule("liable", body("?x owns ?y", "?y harmed ?z"), "?x owes ?z"));

        Refutation refutation = whyNot(rules, statements("dog harmed bob"), "ann owes bob");

        Failure.Unmet unmet = (Failure.Unmet) refutation.failures().getFirst();
        Lack.Missing missing = (Lack.Missing) unmet.lacks().getFirst();
        assertThat(missing.because())
                .singleElement()
                .satisfies(deeper -> assertThat(deeper.rule().id()).isEqualTo("owner"));
        assertThat(refutation.text()).contains("ann :owns dog").contains("ann :bought dog");
    }

    @Test
    void what_could_be_supposed_is_found_through_rules_and_would_be_enough() {
        RuleBase rules = abducible(
                "received",
                rule("notice", body("?n sent ?d", "?w received ?n"), "?n valid true"),
                rule("ended", body("?n valid true", "?n ends ?l"), "?l ended true"));
        List<Statement> statements = statements("n sent 2024-01-01", "n ends lease");

        Refutation refutation = whyNot(rules, statements, "lease ended true");

        assertThat(refutation.suppositions()).singleElement().satisfies(supposition -> {
            assertThat(supposition.triples()).isEmpty();
            WhatIf whatIf = new WhatIf(ENGINE, rules, statements, Small.DAY, Limits.GENEROUS);
            Triple goal = triple("lease ended true");
            assertThat(whatIf.holds(supposition, goal.subject(), goal.relation(), goal.object()))
                    .isTrue();
        });
        assertThat(refutation.text()).contains("enough to suppose: ?w :received n");
    }

    @Test
    void a_rule_out_of_force_says_so_beside_what_else_it_lacks() {
        Rule old = rule("old", body("?x pays ?y"), "?x ok true");
        Rule ended = new Rule(
                old.id(),
                old.label(),
                old.kind(),
                old.citations(),
                null,
                null,
                new Interval(null, Small.DAY),
                null,
                List.of(),
                old.body(),
                List.of(),
                old.head(),
                "",
                "test");

        Refutation refutation = whyNot(Small.base(ended), List.of(), "a ok true");

        assertThat(refutation.text())
                .contains("lacks 2 things")
                .contains("only until 2024-07-01")
                .doesNotContain("null");
    }

    @Test
    void plain_words_name_no_iri_and_no_variable() {
        RuleBase rules = Small.base(rule("late", body("?i paidOn ?day"), "?i late true"));
        Refutation refutation = whyNot(rules, List.of(), "i late true");
        Wording words = Wording.plain(entity -> "Invoice 1", iri -> "paid on");

        assertThat(RefutationText.of(refutation, words))
                .contains("lacks: Invoice 1 paid on [day]")
                .doesNotContain("urn:")
                .doesNotContain("?");
    }

    static LongStream seeds() {
        return DifferentialTest.seeds();
    }

    /** Of rules with patterns only: what lacks one premise holds when that premise is given. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void giving_the_one_missing_premise_gives_the_conclusion(long seed) {
        RandomMatter matter = new RandomMatter(seed);
        RuleBase rules = Small.base(
                matter.rules.rules().stream()
                        .filter(rule -> rule.body().stream().allMatch(Condition.Pattern.class::isInstance))
                        .filter(rule -> rule.unless().isEmpty() && rule.kind() == Rule.Kind.ORDINARY)
                        .toList(),
                Set.of(),
                Set.of());
        List<Statement> statements = matter.statements(14);
        try (Session session = ENGINE.open(rules, statements, Small.DAY, Limits.GENEROUS)) {
            Deduction deduction = session.deduction();
            for (Triple goal : goals(deduction)) {
                Refutation refutation = deduction.whyNot(goal.subject(), goal.relation(), goal.object());
                for (Failure failure : refutation.failures()) {
                    premise(failure).ifPresent(premise -> {
                        List<Statement> more = new ArrayList<>(statements);
                        more.add(WhatIf.supposed(premise, Interval.ALWAYS));
                        try (Session given = ENGINE.open(rules, more, Small.DAY, Limits.GENEROUS)) {
                            assertThat(given.deduction().holds(goal))
                                    .as("seed " + seed + "\n" + goal + "\n" + failure + "\n" + rules.rules())
                                    .isTrue();
                        }
                    });
                }
            }
        }
    }

    private static List<Triple> goals(Deduction deduction) {
        List<Triple> goals = new ArrayList<>();
        for (Rule rule : deduction.rules().rules()) {
            for (String name : List.of("a", "b", "c")) {
                for (String object : List.of("a", "b", "1")) {
                    Triple goal = new Triple(
                            Small.entity(name), rule.head().getFirst().relation(), Small.term(object));
                    if (!deduction.holds(goal)) {
                        goals.add(goal);
                    }
                }
            }
        }
        return goals;
    }

    private static java.util.Optional<Triple> premise(Failure failure) {
        if (failure instanceof Failure.Unmet unmet
                && unmet.lacks().size() == 1
                && unmet.open().isEmpty()
                && unmet.lacks().getFirst() instanceof Lack.Missing(Condition condition, var supposable, var because)
                && condition instanceof Condition.Pattern pattern
                && pattern.when() instanceof Condition.When.Today) {
            Term subject = term(pattern.subject(), unmet.bindings());
            Term object = term(pattern.object(), unmet.bindings());
            Term who = subject == null ? Small.entity("fresh") : subject;
            if (who instanceof Entity entity) {
                Term what = object == null ? Small.entity("fresh") : object;
                return java.util.Optional.of(new Triple(entity, pattern.relation(), what));
            }
        }
        return java.util.Optional.empty();
    }

    private static @org.jspecify.annotations.Nullable Term term(RuleTerm place, Map<String, Term> bindings) {
        return switch (place) {
            case RuleTerm.Variable(String name) -> bindings.get(name);
            case RuleTerm.Constant(Term term) -> term;
            case RuleTerm.Named named -> null;
        };
    }
}
