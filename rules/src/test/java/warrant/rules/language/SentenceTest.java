package warrant.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Interval;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Origin;
import warrant.graph.Statement;
import warrant.graph.Support;
import warrant.graph.Triple;
import warrant.rules.Limits;
import warrant.rules.Proof;
import warrant.rules.RuleBase;
import warrant.rules.Wording;
import warrant.rules.forward.ForwardEngine;

final class SentenceTest {
    private static final Entity INVOICE = new Entity(Supply.NS + "i1");

    private static Wording wording(String language) {
        return new Wording(entity -> entity.equals(INVOICE) ? "Invoice {?interest}" : "other", language);
    }

    private static RuleBase rules(String text) {
        return Supply.parse(text).ruleBase().orElseThrow();
    }

    private static Statement statement(Entity subject, String relation, Literal object) {
        Support support = new Support("s", new Origin.Asserted("test", "a test"), Instant.EPOCH, null);
        return new Statement(new Triple(subject, relation, object), Interval.ALWAYS, List.of(support));
    }

    /** @return the step by which a rule concludes that the invoice is {@code :f}, its amount being EUR 3.20 */
    private static Proof.Step step(String say) {
        RuleBase rules = rules("rule x if ?i :amount ?interest then ?i :f true " + say);
        Statement given = statement(INVOICE, Supply.NS + "amount", new Literal("EUR 3.20", Datatypes.MONEY));
        try (var session = new ForwardEngine().open(rules, List.of(given), LocalDate.of(2024, 6, 1), Limits.GENEROUS)) {
            return (Proof.Step) session.deduction()
                    .proof(new Triple(INVOICE, Supply.NS + "f", Literal.bool(true)))
                    .orElseThrow();
        }
    }

    @Test
    void fills_the_sentence_of_a_rule_once() {
        Proof.Step step = step("say \"{?interest} for {?i} as of {?today} {?\"");

        assertThat(wording("").said(step)).isEqualTo("EUR 3.20 for Invoice {?interest} as of 2024-06-01 {?");
    }

    @Test
    void says_it_in_the_language_asked_for() {
        Proof.Step step = step("""
                say en "Interest of {?interest} is due"
                say de "Zinsen von {?interest} sind zu zahlen"
                say zh "应付利息{?interest}"
                """);

        assertThat(wording("en").said(step)).isEqualTo("Interest of EUR 3.20 is due");
        assertThat(wording("de").said(step)).isEqualTo("Zinsen von EUR 3.20 sind zu zahlen");
        assertThat(wording("zh").said(step)).isEqualTo("应付利息EUR 3.20");
    }

    @Test
    void what_names_no_language_stands_for_all_that_are_not_there() {
        Proof.Step step = step("say \"due\" say de \"fällig\"");

        assertThat(wording("de").said(step)).isEqualTo("fällig");
        assertThat(wording("zh").said(step)).isEqualTo("due");
        assertThat(wording("").said(step("say de \"fällig\""))).isEqualTo("fällig");
    }

    @Test
    void checks_entities_that_rules_name_by_label() {
        RuleBase rules = rules("""
                rule a if @"Halden Freight Systems, LTD" :parentOf ?x then ?x :f true
                rule b if @"Aster Millz" :parentOf ?x then ?x :f true
                rule c if ?x :parentOf @"Twice" then ?x :f true
                """);
        List<Statement> statements = List.of(
                statement(new Entity("urn:m:1"), Iris.LABEL, Literal.text("Aster Mills")),
                statement(new Entity("urn:m:2"), Iris.LABEL, Literal.text("Twice")),
                statement(new Entity("urn:m:3"), Iris.ALT_LABEL, Literal.text("twice")));

        assertThat(EntityCheck.check(rules, statements))
                .extracting(Problem::text)
                .containsExactly(
                        "rules/1.rules:2:1: warning: rule b cannot fire: nothing is called @\"Aster Millz\". Maybe"
                                + " @\"Aster Mills\".",
                        "rules/1.rules:3:1: error: rule c: 2 entities are called @\"Twice\". Maybe naming it by its"
                                + " IRI: <urn:m:2>.");
    }
}
