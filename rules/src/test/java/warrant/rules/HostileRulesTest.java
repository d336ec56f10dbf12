package warrant.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static warrant.rules.Small.body;
import static warrant.rules.Small.rule;
import static warrant.rules.Small.statement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import warrant.graph.Statement;
import warrant.rules.drools.DroolsEngine;
import warrant.rules.forward.ForwardEngine;
import warrant.rules.value.Comparison;
import warrant.rules.value.Function;
import warrant.rules.value.Operator;

/** Rules that would run for ever, or fill the memory, end at a limit and say so. */
class HostileRulesTest {
    private static final Duration TIME = Duration.ofMillis(700);
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Limits LIMITS = new Limits(200_000, 20_000_000, 64, 1_000, TIME);
    private static final List<RuleEngine> ENGINES = List.of(new ForwardEngine(), new DroolsEngine());

    private static List<Condition> assigning(String var, Expr value, String... patterns) {
        List<Condition> all = new ArrayList<>(body(patterns));
        all.add(new Condition.Compare(Small.place(var), Comparison.EQUAL, value));
        return all;
    }

    private static List<Condition> never(List<Condition> body) {
        List<Condition> all = new ArrayList<>(body);
        all.add(new Condition.Compare(Small.place("?g"), Comparison.UNEQUAL, Small.place("?g")));
        return all;
    }

    private static Expr twice(Operator operator) {
        return new Expr.Arithmetic(operator, Small.place("?v"), Small.place("?v"));
    }

    static Stream<Arguments> programs() {
        List<Arguments> all = new ArrayList<>();
        for (RuleEngine engine : ENGINES) {
            all.add(Arguments.of(
                    engine.name(),
                    "a cross product",
                    engine,
                    Small.base(rule("cross", body("?a p ?b", "?c p ?d", "?e p ?f", "?g p ?h"), "?a q ?h"))));
            all.add(Arguments.of(
                    engine.name(),
                    "a join that finds nothing in an exponential number of ways",
                    engine,
                    Small.base(rule(
                            "walk",
                            never(body("?a p ?b", "?b p ?c", "?c p ?d", "?d p ?e", "?e p ?f", "?f p ?g")),
                            "?a q ?g"))));
            all.add(Arguments.of(
                    engine.name(),
                    "numbers that double their digits",
                    engine,
                    Small.base(rule("square", assigning("?w", twice(Operator.TIMES), "?x n ?v"), "?x n ?w"))));
            all.add(Arguments.of(
                    engine.name(),
                    "texts that double",
                    engine,
                    Small.base(rule(
                            "echo",
                            assigning(
                                    "?w",
                                    new Expr.Call(Function.CONCAT, List.of(Small.place("?v"), Small.place("?v")), null),
                                    "?x n ?v"),
                            "?x n ?w"))));
            all.add(Arguments.of(
                    engine.name(),
                    "a count without end",
                    engine,
                    Small.base(rule("count", assigning("?w", twice(Operator.PLUS), "?x n ?v"), "?x n ?w"))));
        }
        return all.stream();
    }

    private static List<Statement> statements() {
        List<Statement> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            for (int j = 1; j < 20; j++) {
                all.add(statement("e" + i + " p e" + (i * 7 + j * 3) % 60));
            }
        }
        all.add(statement("x n 7"));
        return all;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("programs")
    void it_ends_in_time_and_says_what_was_cut(String name, String what, RuleEngine engine, RuleBase rules) {
        try (Session warm = engine.open(rules, List.of(), Small.DAY, LIMITS)) {
            warm.deduction();
        }
        long begun = System.nanoTime();
        Deduction deduction;
        try (Session session = engine.open(rules, statements(), Small.DAY, LIMITS)) {
            deduction = session.deduction();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(what).isLessThan(TIME.plus(GRACE));
        boolean told = deduction.completeness().degree() == Deduction.Degree.SOUND_BUT_INCOMPLETE
                || !deduction.warnings().isEmpty();
        assertThat(told).as(what + deduction.warnings()).isTrue();
    }

    @Test
    void a_session_that_was_cut_goes_on_after_what_was_too_much_is_gone() {
        RuleBase rules = Small.base(
                rule("count", assigning("?w", twice(Operator.PLUS), "?x n ?v"), "?x n ?w"),
                rule("plain", body("?x p ?y"), "?y q ?x"));
        Limits few = new Limits(500, 100_000, 64, 100, Duration.ofSeconds(5));
        for (RuleEngine engine : ENGINES) {
            try (Session session =
                    engine.open(rules, List.of(statement("x n 1"), statement("a p b")), Small.DAY, few)) {
                assertThat(session.deduction().completeness().degree())
                        .isEqualTo(Deduction.Degree.SOUND_BUT_INCOMPLETE);

                session.retract(List.of(statement("x n 1")));

                assertThat(session.deduction().completeness()).isEqualTo(Deduction.Completeness.COMPLETE);
                assertThat(session.deduction().derived()).containsExactly(Small.triple("b q a"));
            }
        }
    }
}
