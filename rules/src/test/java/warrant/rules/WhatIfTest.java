package warrant.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static warrant.rules.Small.base;
import static warrant.rules.Small.body;
import static warrant.rules.Small.rule;
import static warrant.rules.Small.statement;
import static warrant.rules.Small.statements;
import static warrant.rules.Small.triple;
import static warrant.rules.Small.unless;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import warrant.graph.Interval;
import warrant.graph.Statement;
import warrant.rules.drools.DroolsEngine;
import warrant.rules.suppose.Change;
import warrant.rules.suppose.Difference;
import warrant.rules.suppose.WhatIf;

/** What would follow from other statements, rules or days. */
class WhatIfTest {
    private static final Rule DUE = unless(rule("due", body("?i a Invoice"), "?i due true"), "?w waives ?i");

    private static WhatIf whatIf(RuleBase rules, List<Statement> statements) {
        return new WhatIf(new DroolsEngine(), rules, statements, Small.DAY, Limits.GENEROUS);
    }

    @Test
    void a_supposed_waiver_takes_a_conclusion_and_the_removal_of_one_gives_it_back() {
        List<Statement> statements = statements("i a Invoice", "j a Invoice", "bob waives j");
        Change change = Change.of(
                List.of(WhatIf.supposed(triple("ann waives i"), Interval.ALWAYS)), List.of(statement("bob waives j")));

        Difference difference = whatIf(base(DUE), statements).difference(change);

        assertThat(difference.lost()).containsExactly(triple("i due true"));
        assertThat(difference.gained()).containsExactly(triple("j due true"));
        assertThat(difference
                        .after()
                        .whyNot(Small.entity("i"), Small.relation("due"), null)
                        .text())
                .contains("ann :waives i");
    }

    @Test
    void other_rules_and_another_day_are_supposed_alike() {
        Interval later = new Interval(LocalDate.of(2025, 1, 1), null);
        List<Statement> statements = List.of(statement("i a Invoice"), statement("k a Invoice", later));

        Difference without = whatIf(base(DUE), statements)
                .difference(new Change(List.of(), List.of(), base(DUE).without(Set.of("due")), null));
        Difference then = whatIf(base(DUE), statements)
                .difference(new Change(List.of(), List.of(), null, LocalDate.of(2025, 6, 1)));

        assertThat(without.lost()).containsExactly(triple("i due true"));
        assertThat(then.gained()).containsExactly(triple("k due true"));
        assertThat(then.after().asOf()).isEqualTo(LocalDate.of(2025, 6, 1));
    }

    @Test
    void new_disputes_are_told_apart() {
        RuleBase rules = base(
                List.of(rule("a", body("?x p ?y"), "?x f ?y"), rule("b", body("?x q ?y"), "?x f ?y")),
                Set.of("f"),
                Set.of());

        Difference difference = whatIf(rules, statements("x p one"))
                .difference(Change.of(List.of(WhatIf.supposed(triple("x q two"), Interval.ALWAYS)), List.of()));

        assertThat(difference.disputed()).hasSize(1);
        assertThat(difference.lost()).containsExactly(triple("x f one"));
    }

    @Test
    void a_rule_that_is_not_there_cannot_be_supposed_away() {
        assertThatThrownBy(() -> base(DUE).without(Set.of("dew"))).hasMessageContaining("no rule dew");
    }
}
