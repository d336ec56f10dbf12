package warrant.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

final class RuleProblemsTest {

    /** A file, and its only error: where, and what is said. */
    static final List<Arguments> ERRORS = List.of(
            one("rule x if ?i :amout ?a then ?i :flag true", "1:11", "unknown relation :amout", ":amount"),
            one("rule x if ?i :dueDn ?a then ?i :f ?a", "1:11", "unknown relation :dueDn", ":dueOn"),
            one("rule x\n  cite \"a\" clause \"1\" \"w\" then :a :f true", "2:3", "found ‘cite’", "Maybe cites"),
            one("rule x if ?i :amount ?a then ?i :f ?a * 4%", "1:39", "never an expression", "assigning it first"),
            one("rule x if ?i :amount ?a then ?i :f round(?a, 2, up)", "1:36", "never an expression"),
            one("rule x if ?i :amount ?a ?i :amount ?a + 1 then ?i :f true", "1:39", "never an expression"),
            one("rule x if ?i :amount ?a\nrule y then :a :f true", "2:1", "found ‘rule’", "‘then’"),
            one("rule x if ?i amount ?a then ?i :f true", "1:14", "expected a relation such as :owns", ":amount"),
            one("rule x if ?i :amount ?a and ?i :dueOn ?d then ?i :f ?d", "1:25", "‘and’", "leaving it out"),
            one("rule x if ?i :amount ?a, ?i :dueOn ?d then ?i :f ?d", "1:24", "‘,’", "leaving it out"),
            one("rule x if ?i :amount ?a then ?i :f ?a unless ?i :signed true", "1:39", "‘unless’", "before ‘then’"),
            one("rule x if ?i :amount ?a then ?i :f ?a\n  rank contract", "2:3", "‘rank’", "before ‘if’"),
            one("rule x if ?i :name “abc” then ?i :f true", "1:20", "‘“’", "straight quotation marks"),
            one("rule x if ?i :name \"abc then ?i :f true", "1:20", "not closed on its line"),
            one("rule x if ?i :name \"a\\b\" then ?i :f true", "1:20", "\\ stands only before"),
            one("rule x if not ?i :signed true then ?i :f true", "1:36", "?i is not bound", "local to it"),
            one("rule x if ?i :dueOn ?d ?j :parentOf ?k at ?e then ?i :f true", "1:43", "?e is not bound"),
            one("rule x if ?i :dueOn ?d unless ?j :dueOn ?e ?e > ?f then ?i :f true", "1:49", "?f is not bound"),
            one("rule x if ?i :dueOn ?d ?e > ?d then ?i :f true", "1:24", "?e is not bound"),
            one("rule x if ?i :dueOn ?due then ?i :f ?deu", "1:37", "?deu is not bound", "?due"),
            one("rule x if { ?i :dueOn ?d } or { ?i :paidOn ?e } then ?i :f ?d", "1:60", "?d is not bound"),
            one("rule x if ?i :dueOn ?d in force from 2024-01-01 then ?i :f ?d", "1:24", "‘in’", "before ‘if’"),
            one("rule x in force from 2024-01-01 for ?e if ?i :dueOn ?d then ?i :f ?d", "1:37", "?e is not bound"),
            one("rule x if ?n = count(?i) over { ?i :under ?o } then ?o :f ?n", "1:43", "?o groups the aggregate"),
            one("rule x if ?n = count(?z) over { ?i :under ?o } then :a :f ?n", "1:22", "?z does not occur"),
            one("rule x if ?n = count(?i) then :a :f ?n", "1:16", "needs ‘over { … }’"),
            one("rule x if ?m = sum(?a * 2) over { ?i :amount ?a } then :a :f ?m", "1:11", "an aggregate reads"),
            one("rule x rank contrat then :a :f true", "1:13", "unknown rank contrat", "contract"),
            one("rule x enacted 2024-02-30 then :a :f true", "1:16", "no such date"),
            one("rule x rank statute rank statute then :a :f true", "1:21", "stands once"),
            one("rule x overrides y then :a :f true", "1:18", "unknown rule y"),
            one("rule x overrides x then :a :f true", "1:18", "cannot override itself"),
            one("rule x in force from 2024-01-01 until 2024-01-01 then :a :f true", "1:8", "never"),
            one(
                    "rule x if ?d = 2024-01-01 + 3 business days in aldermak then :a :f ?d",
                    "1:48",
                    "unknown calendar",
                    "aldermark"),
            one("rule x if ?i :f true ever then ?i :f true", "1:11", "‘ever’", "at ?day"),
            one("rule x if ?x = rond(2, 2, half-up) then :a :f ?x", "1:16", "unknown function rond", "round"),
            one("rule x if ?x = round(2, 2) then :a :f ?x", "1:16", "a way of rounding"),
            one("rule x if ?x = round(2, 2, halfup) then :a :f ?x", "1:28", "half-up", "Maybe half-up"),
            one("rule x if ?x = days(2) then :a :f ?x", "1:16", "days takes 2 values; found 1"),
            one("rule x if ?x = abs(foo) then :a :f ?x", "1:20", "found ‘foo’", "?foo"),
            one("functoinal :r", "1:1", "found ‘functoinal’", "functional"),
            one("functional :unheard", "1:12", "unknown relation :unheard"),
            one("contrary :amount :amount", "1:1", "cannot be contrary to itself", "functional :amount"),
            one("rule x then :a :f true rule x then :b :f true", "1:29", "a rule x stands already at rules/1.rules:1"),
            one("rule x if ?a foo:bar ?b then ?a :f true", "1:14", "unknown prefix foo:"),
            one("prefix q: <abc>", "1:11", "absolute IRI"),
            one("prefix q: <urn:a:> prefix q: <urn:b:>", "1:20", "already <urn:a:>"),
            one("rule x then <abc> :f true", "1:13", "not an absolute IRI"),
            one("rule x if (1 + 1) > 2 then :a :f true", "1:11", "cannot begin with ‘(’"),
            one("rule x if { ?i :amount ?a then ?i :f true", "1:27", "a condition or }"),
            one("rule x if ?i :Invoice ?q then ?i :f true", "1:11", "is a class", "‘a :Invoice’"),
            one("rule x if ?i :dueOn ?d then ?i :f true say \"{?b}\"", "1:44", "{?b}, which is not bound"),
            one("rule x if ?i :dueOn ?d then ?i :f true say de \"{?b}\"", "1:47", "{?b}, which is not bound"),
            one("rule x then :i :f true say fr \"a\"", "1:28", "language 'fr'", "one of en, de, zh"),
            one("rule x then :i :f true say de \"a\" say de \"b\"", "1:35", "two sentences in 'de'"),
            one("rule x if ?a :parentOf ?b max(?a, ?b) then ?a :f true", "1:27", "must be compared"),
            one("rule x if ?a :parentOf ?b new(\"x\", ?a) :f ?b then ?a :f true", "1:27", "only a head"),
            one("rule x if 3 :parentOf ?b then ?b :f true", "1:11", "a subject is a variable or an entity"),
            one("rule x then :a :f 1.5 days", "1:19", "whole units"),
            one("rule x if ?i :parentOf <urn:a b> then ?i :f true", "1:24", "found ‘<’", "without blanks"),
            one("rule x cites \"a\" clause \"1\" \" \" then :a :f true", "1:29", "at least one word"),
            one(
                    "rule x if ?a :parentOf ?b not ?a :q ?b then ?a :r ?b rule y if ?a :r ?b then ?a :q ?b",
                    "1:6",
                    "rules x, y make",
                    "depend on itself"),
            one("rule x if ?i :amount ?a ?a > €100 then ?i :f true", "1:30", "letters of its currency", "EUR 100"),
            one("rule x if ?i :amount ?a ?a > 100 EUR then ?i :f true", "1:30", "‘100 EUR’", "EUR 100"),
            one("rule x if ?i :amount ?a ?a > EUR 1,000.00 then ?i :f true", "1:34", "no comma in it", "1000.00"),
            one("rule x if ?i :dueOn ?d ?d > 01.02.2024 then ?i :f true", "1:29", "year-month-day", "2024-06-04"),
            one("rule x if ?i :dueOn ?d ?e = ?d + 6 months-1 day then ?i :f ?e", "1:36", "months - 1"),
            one("rule x if ?i :dueOn ?d ?e = ?d + 2 weeks then ?i :f ?e", "1:36", "7 days for each week"),
            one("rule x if ?i-x :dueOn ?d then ?i :f ?d", "1:11", "no hyphen", "?i_x"),
            one("rule x if ?i :dueOn ?d not ?d > ?today then ?i :f true", "1:24", "before braces", "?d <= ?today"),
            one("rule x if ?i is a :Invoice then ?i :f true", "1:17", "leaving out ‘is’: a :Invoice"),
            one("rule x if ?i a Invoice then ?i :f true", "1:16", "Maybe :Invoice"),
            one("rule x if i a :Invoice then :i :f true", "1:11", "Maybe ?i or :i"),
            one("rule x when ?i :dueOn ?d then ?i :f ?d", "1:8", "Maybe if"),
            one("rule x if ?i :dueOn ?d except ?i :signed true then ?i :f ?d", "1:24", "Maybe unless"),
            one("rule x if ?i :dueOn ?d then not ?i :f ?d", "1:29", "contrary relations"),
            one("rule x if ?i :dueOn ?d or ?i :paidOn ?d then ?i :f ?d", "1:24", "{ … } or { … }"),
            one("rule x if (?i :dueOn ?d) then ?i :f ?d", "1:11", "braces: { … }"),
            one("rule x if ?n = count over { ?i :dueOn ?d } then :a :f ?n", "1:22", "count(?x) over { … }"),
            one("rule x if not exists { ?i :dueOn ?d } then :a :f true", "1:15", "Maybe not { … }"),
            one("rule x if ?i :dueOn ?d ?d == ?today then ?i :f true", "1:28", "Maybe one ="),
            one("rule x if ?i :dueOn ?d ?d <> ?today then ?i :f true", "1:27", "Maybe != for what differs"),
            one("rule x if ?i :dueOn ?d ?d is ?today then ?i :f true", "1:27", "Maybe =."),
            one("rule x in force since 2024-01-01 then :a :f true", "1:17", "in force from DATE until DATE"),
            one("rule x cites a.pdf clause 9 \"w\" then :a :f true", "1:14", "cites \"contract.pdf\" clause"),
            one("rule \"Label\" then :a :f true", "1:6", "a name before the label"),
            one("rule late fee then :a :f true", "1:11", "one word: late-fee"),
            one("rule x overrides y z then :a :f true", "1:20", "a comma between the names"),
            one("functional amount", "1:12", "Maybe :amount"),
            one("nonsense", "1:1", "expected", "found ‘nonsense’"));

    private static Arguments one(String text, String place, String... says) {
        return Arguments.of(text, place, List.of(says));
    }

    @ParameterizedTest
    @FieldSource("ERRORS")
    void says_where_and_what_was_expected_once(String text, String place, List<String> says) {
        Parsed parsed = Supply.parse(text);

        assertThat(parsed.ruleBase()).isEmpty();
        assertThat(parsed.errors())
                .extracting(Problem::text)
                .singleElement()
                .asString()
                .startsWith("rules/1.rules:" + place + ": error: ")
                .contains(says);
    }

    @Test
    void reports_the_errors_of_all_files_in_one_go() {
        Parsed parsed = Supply.parse("""
            rule a if ?x :amout ?y then ?x :f ?y
            rule b
              cite "x"
              if ?x :helperRelation ?y then ?x :onlyHere ?y
            rule c overrides b if ?x :onlyHere ?y then ?x :g ?z
            """, "rule d rank statut then :a :f true");

        assertThat(parsed.errors())
                .extracting(p -> p.file() + ":" + p.line())
                .containsExactly("rules/1.rules:1", "rules/1.rules:3", "rules/1.rules:5", "rules/2.rules:1");
    }

    @Test
    void warns_of_what_is_lawful_but_odd() {
        Parsed parsed = Supply.parse("""
            rule a if ?i a :Invocie then ?i :f true
            rule b cites "d" clause "1" "w" if ?i :amount 5 then ?i :paidOn 12
            rule c cites "d" clause "1" "w" if ?i :loop ?j then ?j :loop ?i
            rule d cites "d" clause "1" "w" if ?i :f true then ?i :g true say "{i}"
            """);

        assertThat(parsed.errors()).isEmpty();
        assertThat(parsed.warnings())
                .extracting(Problem::text)
                .anyMatch(w -> w.contains("a cites no document"))
                .anyMatch(w -> w.contains("rule a can never fire: nothing supplies :Invocie. Maybe :Invoice"))
                .anyMatch(w -> w.contains("never matches: the objects of :amount are amounts of money"))
                .anyMatch(w -> w.contains("contradicts the ontology: the objects of :paidOn are dates"))
                .anyMatch(w -> w.contains("rule c can never fire"))
                .anyMatch(w -> w.contains("rule d can never fire"))
                .anyMatch(w -> w.contains("{i} is shown as it stands"));
    }

    /** A rule, and the only warning of it apart from citations: where, and what is said. */
    static final List<Arguments> KINDS = List.of(
            one("?i :amount ?a ?a > 100", "1:50", "an amount of money and a number", "such as EUR 100"),
            one("?i :dueOn ?d ?d > \"2024-01-01\"", "1:49", "a date and a text cannot be put in order"),
            one("?i :dueOn ?d ?d > 2024-1-5", "1:49", "a date and a number", "two digits for month and day"),
            one("?i :dueOn ?d ?e = ?d + 30 ?e > ?today", "1:49", "a date + a number has no value", "30 days"),
            one("?i :dueOn ?d ?e = ?today - ?d ?e > 3", "1:49", "a date - a date has no value", "days(a, b)"),
            one("?i :dueOn ?d ?i :amount ?d", "1:60", "?d is a date", "the object of :amount is an amount of money"),
            one("?i :dueOn ?d ?d :amount ?a", "1:49", "the subject of :amount is an entity: nothing is both"),
            one("?i :dueOn ?d not { ?i :amount ?a ?a < ?d }", "1:69", "cannot be put in order"),
            one("?i a :Order ?s = sum(?d) over { ?i :dueOn ?d }", "1:48", "‘sum’ has no value for a date"),
            one("?i :dueOn ?d ?n = days(?d, ?i) ?n > 3", "1:54", "days(…) needs a date here, and this is an entity"),
            one("?i :dueOn ?d ?n = max(?d, EUR 3) ?n > ?d", "1:54", "compares values of one kind"),
            one("?i :under ?o contains(?o, \"x\")", "1:49", "contains(…) needs a text here"));

    @ParameterizedTest
    @FieldSource("KINDS")
    void warns_where_kinds_of_values_do_not_meet(String body, String place, List<String> says) {
        Parsed parsed = Supply.parse("rule x cites \"d\" clause \"1\" \"w\" if " + body + " then ?i :f true");

        assertThat(parsed.problems())
                .extracting(Problem::text)
                .singleElement()
                .asString()
                .startsWith("rules/1.rules:" + place + ": warning: ")
                .contains(says);
    }

    @Test
    void what_rules_conclude_has_the_kinds_that_they_give_it() {
        Parsed parsed = Supply.parse("""
            rule a cites "d" clause "1" "w" if ?i :dueOn ?d then ?i :limit ?d
            rule b cites "d" clause "1" "w" if ?i :limit ?d ?d > 5 then ?i :f true
            rule c cites "d" clause "1" "w" if { ?i :dueOn ?d } or { ?i :count ?d } ?d > 5 then ?i :f true
            rule d cites "d" clause "1" "w" if ?i :dueOn ?d then ?i :under ?d
            """);

        assertThat(parsed.warnings())
                .extracting(Problem::text)
                .containsExactly(
                        "rules/1.rules:2:49: warning: a date and a number cannot be put in order, so that this never"
                                + " holds. Maybe a date such as 2024-06-04.",
                        "rules/1.rules:4:54: warning: this contradicts the ontology: what :under leads to is an entity,"
                                + " not a date.");
    }

    @Test
    void shows_the_circle_that_cannot_be_settled() {
        Parsed parsed = Supply.parse("""
            rule a if ?x :parentOf ?y not ?y :r ?x then ?x :q ?y
            rule b if ?x :q ?y then ?x :r ?y
            """);

        assertThat(parsed.errors())
                .extracting(Problem::message)
                .containsExactly("rules a, b make q, r depend on itself through a negation, an aggregate, another day"
                        + " or a clash: q must be settled after r (rule a), which reads q (rule b)");
    }

    @Test
    void warns_of_rules_that_say_nothing_of_their_own() {
        Parsed parsed = Supply.parse("""
            functional :term
            contrary :valid :void
            rule a cites "d" clause "1" "w" if ?i a :Invoice ?i :amount ?a then ?i :big true
            rule b cites "d" clause "1" "w" if ?j :amount ?b ?j a :Invoice then ?j :big true
            rule c cites "d" clause "1" "w" if ?i a :Invoice ?i :amount ?a ?i :dueOn ?d then ?i :big true
            rule d cites "d" clause "1" "w" if ?i a :Notice then ?i :term 30 days
            rule e cites "d" clause "1" "w" if ?n a :Notice then ?n :term 45 days
            rule f cites "d" clause "1" "w" if ?n a :Order then ?n :valid true
            rule g cites "d" clause "1" "w" if ?n a :Order then ?n :void true
            rule h cites "d" clause "1" "w" if ?n a :Notice ?n :dueOn ?d then ?n :term 60 days
            rule i cites "d" clause "1" "w" overrides d, e if ?n a :Notice then ?n :term 90 days
            """);

        assertThat(parsed.errors()).isEmpty();
        assertThat(parsed.warnings())
                .extracting(Problem::text)
                .containsExactlyInAnyOrder(
                        "rules/1.rules:4:6: warning: rule b says the same as rule a.",
                        "rules/1.rules:5:6: warning: rule c adds nothing: rule a concludes the same under fewer"
                                + " conditions.",
                        "rules/1.rules:5:6: warning: rule c adds nothing: rule b concludes the same under fewer"
                                + " conditions.",
                        "rules/1.rules:7:6: warning: rules d and e fire together and conclude what cannot both hold,"
                                + " and nothing settles which holds. Maybe overrides d.",
                        "rules/1.rules:9:6: warning: rules f and g fire together and conclude what cannot both hold,"
                                + " and nothing settles which holds. Maybe overrides f.");
    }

    @Test
    void warns_of_conditions_that_exclude_each_other() {
        Parsed parsed = Supply.parse("""
            rule a cites "d" clause "1" "w" if ?i :count ?n ?n > 5 ?n < 5 then ?i :f true
            rule b cites "d" clause "1" "w" if ?i :count ?n ?n >= 5 ?n <= 5 then ?i :f true
            rule c cites "d" clause "1" "w" if ?i :count ?n ?n = 3 ?n >= 4 then ?i :f true
            rule d cites "d" clause "1" "w" if ?i a :Order ?i :count ?n unless ?i a :Order then ?i :f true
            rule e cites "d" clause "1" "w" if ?i :dueOn ?n ?n < ?n then ?i :f true
            rule g cites "d" clause "1" "w" if ?i :count ?n ?n > 5 ?n < 7 then ?i :f true
            """);

        assertThat(parsed.errors()).isEmpty();
        assertThat(parsed.warnings())
                .filteredOn(problem -> problem.message().contains("can never fire"))
                .extracting(Problem::line)
                .containsExactly(1, 3, 4, 5);
    }

    @Test
    @Timeout(120)
    void hostile_input_ends_quickly_in_a_clear_error() {
        List<String> hostile = List.of(
                "rule x if ?a = " + "(".repeat(100_000) + "1" + ")".repeat(100_000) + " then :a :f ?a",
                "rule x if " + "{ ".repeat(50_000) + "?a :parentOf ?b" + " }".repeat(50_000) + " then :a :f true",
                "rule x if ?a = 1" + " + 1".repeat(60_000) + " then :a :f ?a",
                "rule x if ?a = " + "9".repeat(2_000) + " then :a :f ?a",
                "PK\u0003\u0004\u0000\u0000 binary",
                "x".repeat(4_000_001),
                "\"".repeat(100_000),
                "rule ".repeat(100_000),
                "rule x then " + ":a :b :c ".repeat(200_000));

        for (String text : hostile) {
            long begun = System.nanoTime();
            assertThat(Supply.parse(text).errors()).isNotEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    @Timeout(60)
    void damaged_files_never_end_in_an_exception() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            StringBuilder text = new StringBuilder(Supply.example());
            for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(4)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, "(){}<>\"?:@-%#\\,é".charAt(random.nextInt(16)));
                    case 2 -> text.delete(at, Math.min(text.length(), at + random.nextInt(30)));
                    default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(40))));
                }
            }
            Parsed parsed = Supply.parse(text.toString());

            assertThat(parsed.ruleBase().isPresent())
                    .as("-Dseed=%d, round %d", seed, i)
                    .isEqualTo(parsed.errors().isEmpty());
        }
    }
}
