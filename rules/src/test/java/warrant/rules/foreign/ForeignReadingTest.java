package warrant.rules.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import warrant.rules.Rule;
import warrant.rules.RuleException;
import warrant.rules.language.RuleText;

/** Rules of Jena and SWRL come in as rules of ours, and what has no counterpart is refused with its line. */
class ForeignReadingTest {
    private static final RuleText TEXT = new RuleText(Map.of("", "urn:e#"));

    private static String all(List<Rule> rules) {
        return String.join("\n", rules.stream().map(TEXT::of).toList());
    }

    @Test
    void reads_what_jena_writes() {
        String rules = """
            # family
            @prefix e: <urn:e#>.
            [uncle: (?a e:brotherOf ?b) (?b e:parentOf ?c) -> (?a e:uncleOf ?c)]
            [adult: (?x rdf:type e:Person), (?x e:age ?n), ge(?n, 18), noValue(?x e:ward)
                        -> (?x e:adult 'true'^^xsd:boolean)]
            [next: (?x e:count ?n) sum(?n, 1, ?m) -> (?x e:next ?m)]
            """;

        assertThat(all(JenaReading.of("family.rules", rules))).isEqualTo("""
            rule uncle
              if   ?a :brotherOf ?b
                   ?b :parentOf ?c
              then ?a :uncleOf ?c

            rule adult
              if   ?x a :Person
                   ?x :age ?n
                   ?n >= 18
                   not ?x :ward ?any1
              then ?x :adult true

            rule next
              if   ?x :count ?n
                   ?m = ?n + 1
              then ?x :next ?m
            """);
    }

    @Test
    void what_a_text_escapes_is_meant() {
        String rule = "[r: (?a <urn:e#p> 'it\\'s \\u00a7\\t5 \\\\ \\U0001F600') -> (?a <urn:e#q> ?a)]";

        assertThat(all(JenaReading.of("t", rule))).contains("\"it's §\t5 \\\\ 😀\"");
    }

    @Test
    void objects_that_are_missing_are_each_any_of_their_own() {
        String rule = "[r: (?any1 <urn:e#p>) (?b <urn:e#q>) -> (?any1 <urn:e#r> ?b)]";

        assertThat(all(JenaReading.of("t", rule))).contains("?any1 :p ?any2").contains("?b :q ?any3");
    }

    @Test
    void what_cannot_be_taken_in_is_refused_with_its_line() {
        assertRefused("\n@prefix e <urn:e#>.", "t:2: expected a prefix that ends with ‘:’");
        assertRefused("@prefix e: urn:e.", "t:1: expected what e: stands for");
        assertRefused("[r: (?a <urn:e#p> 'one\\nother') -> (?a <urn:e#q> ?a)]", "t:1: a text of several lines");
        assertRefused("[r: (?a <urn:e#p> ?b) -> (?a <urn:e#q>)]", "t:1: ");
    }

    private static void assertRefused(String rules, String says) {
        assertThatThrownBy(() -> JenaReading.of("t", rules))
                .isInstanceOf(RuleException.class)
                .hasMessageStartingWith(says);
    }

    @Test
    void a_long_text_is_read() {
        String longText = "x".repeat(100_000);

        for (String quote : List.of("'", "\"")) {
            String rule = "[r: (?a <urn:e#p> " + quote + longText + quote + ") -> (?a <urn:e#q> ?a)]";

            assertThat(all(JenaReading.of("t", rule))).contains(longText);
        }
    }

    @Test
    void what_is_exported_for_jena_reads_back() {
        Rule rule = JenaReading.of("t", "[r: (?a <urn:e#p> 'x y') (?a <urn:e#q> ?b) -> (?b <urn:e#s> <urn:e#c>)]")
                .getFirst();

        Rule back = JenaReading.of("t", JenaText.of(rule).orElseThrow()).getFirst();

        assertThat(TEXT.of(back)).isEqualTo(TEXT.of(rule));
    }

    @Test
    void reads_swrl() {
        String rules = """
            Person(?x) ^ hasParent(?x, ?y) ^ hasBrother(?y, ?z) -> hasUncle(?x, ?z)
            Person(?x) ∧ hasAge(?x, ?n) ∧ swrlb:greaterThanOrEqual(?n, 18) → Adult(?x)
            hasPrice(?x, ?p) ^ swrlb:multiply(?t, ?p, 1.19) -> hasTotal(?x, ?t)
            Person(?x) ^ Person(?y) ^ differentFrom(?x, ?y) -> other(?x, ?y)
            """;

        assertThat(all(SwrlReading.of("t.swrl", rules, "urn:e#"))).isEqualTo("""
            rule swrl-1
              if   ?x a :Person
                   ?x :hasParent ?y
                   ?y :hasBrother ?z
              then ?x :hasUncle ?z

            rule swrl-2
              if   ?x a :Person
                   ?x :hasAge ?n
                   ?n >= 18
              then ?x a :Adult

            rule swrl-3
              if   ?x :hasPrice ?p
                   ?t = ?p * 1.19
              then ?x :hasTotal ?t

            rule swrl-4
              if   ?x a :Person
                   ?y a :Person
                   ?x != ?y
              then ?x :other ?y
            """);
    }

    @Test
    void what_has_no_counterpart_is_refused_with_its_line() {
        assertThatThrownBy(() -> JenaReading.of("f", "\n[r: (?a ?p ?b) -> (?b ?p ?a)]"))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("f:2: a relation is named");
        assertThatThrownBy(() -> JenaReading.of("f", "[r: (?a x:p ?b) -> (?b x:p ?a)]"))
                .hasMessageContaining("unknown prefix x:");
        assertThatThrownBy(() -> JenaReading.of("f", "[r: (?a <urn:p> ?b) makeTemp(?t) -> (?b <urn:p> ?t)]"))
                .hasMessageContaining("makeTemp");
        assertThatThrownBy(() -> JenaReading.of("f", "[r: (?b <urn:p> ?a) <- (?a <urn:q> ?b)]"))
                .hasMessageContaining("backward rules are not read");
        assertThatThrownBy(() -> SwrlReading.of("f", "p(?a, ?b, ?c) -> q(?a)", "urn:e#"))
                .hasMessageContaining("an atom of 3 values");
        assertThatThrownBy(() -> SwrlReading.of("f", "p(?a) $ q(?a)", "urn:e#")).hasMessageContaining("not understood");
    }
}
