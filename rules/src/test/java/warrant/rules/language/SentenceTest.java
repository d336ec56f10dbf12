package warrant.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import warrant.rules.Rule;
import warrant.rules.RuleBase;
import warrant.rules.Wording;
import warrant.rules.forward.ForwardEngine;

final class SentenceTest {
    private static final Entity INVOICE = new Entity(Supply.NS + "i1");
    private static final Sentence SENTENCE = new Sentence(
            new Wording(entity -> entity.equals(INVOICE) ? "Invoice {?interest}" : "other"), Supply.ONTOLOGY);

    private static RuleBase rules(String text) {
        return Supply.parse(text).ruleBase().orElseThrow();
    }

    private static Statement statement(Entity subject, String relation, Literal object) {
        Support support = new Support("s", new Origin.Asserted("test", "a test"), Instant.EPOCH, null);
        return new Statement(new Triple(subject, relation, object), Interval.ALWAYS, List.of(support));
    }

    @Test
    void fills_the_sentence_of_a_rule_once() {
        Rule rule = rules("rule x if ?i :amount ?interest then ?i :f true say \"{?interest} for {?i} {?\"")
                .rules()
                .getFirst();

        assertThat(SENTENCE.of(rule, Map.of("i", INVOICE, "interest", new Literal("EUR 3.20", Datatypes.MONEY))))
                .isEqualTo("EUR 3.20 for Invoice {?interest} {?");
    }

    @Test
    void says_conclusions_in_the_words_of_the_ontology_where_a_rule_has_no_sentence() {
        assertThat(SENTENCE.of(new Triple(INVOICE, Supply.NS + "dueOn", Literal.date(LocalDate.of(2024, 6, 4)))))
                .isEqualTo("Invoice {?interest} due on 2024-06-04");
        assertThat(SENTENCE.of(new Triple(INVOICE, Supply.NS + "paymentTerm", new Literal("P45D", Datatypes.DURATION))))
                .isEqualTo("Invoice {?interest} payment term 45 days");
        assertThat(SENTENCE.of(new Triple(INVOICE, Iris.TYPE, new Entity(Supply.NS + "Invoice"))))
                .isEqualTo("Invoice {?interest} is an Invoice");
    }

    @Test
    void says_the_last_step_of_a_proof() {
        RuleBase rules = rules("rule x if ?i :amount ?a then ?i :f true say \"{?a} as of {?today}\"");
        Statement given = statement(INVOICE, Supply.NS + "amount", new Literal("EUR 1.00", Datatypes.MONEY));

        try (var session = new ForwardEngine().open(rules, List.of(given), LocalDate.of(2024, 6, 1), Limits.GENEROUS)) {
            Proof proof = session.deduction()
                    .proof(new Triple(INVOICE, Supply.NS + "f", Literal.bool(true)))
                    .orElseThrow();

            assertThat(SENTENCE.of((Proof.Step) proof)).isEqualTo("EUR 1.00 as of 2024-06-01");
        }
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
