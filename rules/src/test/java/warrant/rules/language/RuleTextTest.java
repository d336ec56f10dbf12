package warrant.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import warrant.rules.Rule;
import warrant.rules.RuleBase;

final class RuleTextTest {
    private static final RuleText TEXT = new RuleText(RuleLanguage.prefixes(List.of(), Supply.ONTOLOGY));

    private static List<Rule> read(String text) {
        Parsed parsed = Supply.parse(text);
        assertThat(parsed.errors()).extracting(Problem::text).as(text).isEmpty();
        RuleBase base = parsed.ruleBase().orElseThrow();
        return base.rules();
    }

    @Test
    void writes_a_rule_as_a_person_would() {
        Rule rule = read(Supply.example()).getFirst();

        assertThat(TEXT.of(rule)).isEqualTo("""
                rule late-interest "Interest on late payment"
                  cites "master-agreement.pdf" clause "9.3" "Overdue sums bear interest at 4% per annum"
                  rank contract
                  enacted 2023-03-12
                  in force from 2023-04-01 until 2026-04-01
                  if   ?invoice a :Invoice
                       ?invoice :amount ?amount
                       ?invoice :dueOn ?due
                       ?invoice :paidOn ?paid
                       ?paid > ?due
                       ?days = days(?due, ?paid)
                       ?interest = round(?amount * 4% * ?days / 365, 2, half-up)
                  unless ?anyone :waivesInterestOn ?invoice
                  then ?invoice :interestDue ?interest
                  say  "Interest of {?interest} is due on {?invoice}, paid {?days} days late"
                """);
    }

    @Test
    void keeps_brackets_where_they_matter() {
        String rule = """
                rule x
                  if   ?i :count ?a
                       ?b = (?a + 1) * -(?a - 2) / (?a / (?a * 2)) - (?a - 3) - -4
                  then ?i :f ?b
                """;

        assertThat(TEXT.of(read(rule).getFirst())).isEqualTo(rule);
    }

    @Test
    void random_rules_read_back_as_they_were_written() {
        long seed = Long.getLong("seed", System.nanoTime());
        RandomRules random = new RandomRules(seed);
        for (int i = 0; i < 150; i++) {
            Rule rule = random.rule();
            String text = TEXT.of(rule);

            Syntax.Items<?> items = Syntax.rules(new SourceText("t", text), new Problems());
            assertThat(items.skipped()).as("-Dseed=%d%n%s", seed, text).isEmpty();
            Rule back = RandomRules.readBack(text);
            assertThat(back.version()).as("-Dseed=%d%n%s", seed, text).isEqualTo(rule.version());
            assertThat(TEXT.of(back)).isEqualTo(text);
        }
    }
}
