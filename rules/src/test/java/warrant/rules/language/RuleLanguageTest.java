package warrant.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Interval;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.rules.Condition;
import warrant.rules.Condition.Pattern;
import warrant.rules.Condition.When;
import warrant.rules.Expr;
import warrant.rules.Fresh;
import warrant.rules.Rule;
import warrant.rules.RuleBase;
import warrant.rules.RuleTerm.Constant;
import warrant.rules.RuleTerm.Named;
import warrant.rules.RuleTerm.Variable;
import warrant.rules.value.Comparison;
import warrant.rules.value.Operator;

final class RuleLanguageTest {
    private static List<Rule> rules(String text) {
        Parsed parsed = Supply.parse(text);
        assertThat(parsed.errors()).extracting(Problem::text).isEmpty();
        return parsed.ruleBase().orElseThrow().rules();
    }

    private static Rule rule(String text) {
        return rules(text).getFirst();
    }

    private static List<Condition> body(String conditions) {
        return rule("rule r if " + conditions + " then :x :flag true").body();
    }

    private static Variable v(String name) {
        return new Variable(name);
    }

    private static Constant c(String local) {
        return new Constant(new Entity(Supply.NS + local));
    }

    private static Constant value(String lexical, String datatype) {
        return new Constant(new Literal(lexical, datatype));
    }

    @Test
    void reads_the_example_of_the_format() {
        List<Rule> rules = rules(Supply.example());

        Rule late = rules.getFirst();
        assertThat(rules)
                .extracting(Rule::id)
                .containsExactly(
                        "late-interest",
                        "group-direct",
                        "group-chain",
                        "term-original",
                        "term-amended",
                        "notice-received");
        assertThat(late.label()).isEqualTo("Interest on late payment");
        assertThat(late.citations())
                .containsExactly(
                        new Rule.Citation("master-agreement.pdf", "9.3", "Overdue sums bear interest at 4% per annum"));
        assertThat(late.rank()).isEqualTo("contract");
        assertThat(late.enacted()).isEqualTo(LocalDate.of(2023, 3, 12));
        assertThat(late.force()).isEqualTo(new Interval(LocalDate.of(2023, 4, 1), LocalDate.of(2026, 4, 1)));
        assertThat(late.body()).hasSize(7).first().isEqualTo(new Pattern(v("invoice"), Iris.TYPE, c("Invoice")));
        assertThat(late.unless()).hasSize(1);
        assertThat(late.source()).isEqualTo("rules/1.rules:3");
        assertThat(rules.get(4).overrides()).containsExactly("term-original");
        assertThat(rules.get(5).kind()).isEqualTo(Rule.Kind.PRESUME);
    }

    @Test
    void reads_the_declarations() {
        RuleBase base = Supply.parse(Supply.example()).ruleBase().orElseThrow();

        assertThat(base.functional()).containsExactly(Supply.NS + "paymentTerm");
        assertThat(base.contrary())
                .containsExactly(new RuleBase.Contrary(Supply.NS + "validNotice", Supply.NS + "invalidNotice"));
        assertThat(base.abducible()).contains(Supply.NS + "waivesInterestOn");
    }

    @Test
    void binds_times_and_over_before_plus_and_minus_from_the_left() {
        assertThat(body("?x :amount ?a ?y = ?a * 4% * 3 / 365 - ?a + EUR 1.00"))
                .element(1)
                .extracting(c -> ((Condition.Compare) c).right())
                .isEqualTo(new Expr.Arithmetic(
                        Operator.PLUS,
                        new Expr.Arithmetic(
                                Operator.MINUS,
                                new Expr.Arithmetic(
                                        Operator.OVER,
                                        new Expr.Arithmetic(
                                                Operator.TIMES,
                                                new Expr.Arithmetic(
                                                        Operator.TIMES, v("a"), value("4 %", Datatypes.PERCENTAGE)),
                                                value("3", Datatypes.INTEGER)),
                                        value("365", Datatypes.INTEGER)),
                                v("a")),
                        value("EUR 1.00", Datatypes.MONEY)));
    }

    @Test
    void reads_each_condition_as_long_as_possible() {
        assertThat(body("?x :dueOn ?d ?x :paidOn ?e ?d=?e-?d ?x :signed true")).hasSize(4);
        assertThat(body("?x :count ?n ?n > 30 days(2024-01-01, 2024-02-01) = ?n"))
                .hasSize(3);
        assertThat(body("?x :count ?n ?m = -?n ?m < -3")).hasSize(3);
        assertThat(body("?x :count ?a ?x :count ?b ?a-?b>2")).hasSize(3);
        assertThat(body("?x :name ?y contains(?y, \"a\") starts-with(?y, \"b\")"))
                .hasSize(3);
    }

    @Test
    void a_date_wins_over_subtraction() {
        assertThat(body("?x :dueOn 2024-06-04"))
                .containsExactly(new Pattern(v("x"), Supply.NS + "dueOn", value("2024-06-04", Datatypes.DATE)));
        assertThat(body("?x :count ?n ?n = 2024-6"))
                .element(1)
                .isEqualTo(new Condition.Compare(
                        v("n"),
                        Comparison.EQUAL,
                        new Expr.Arithmetic(
                                Operator.MINUS, value("2024", Datatypes.INTEGER), value("6", Datatypes.INTEGER))));
    }

    @Test
    void a_less_sign_opens_an_iri_only_when_it_closes_without_a_blank() {
        assertThat(body("?x :count ?a ?x :count ?b ?a<?b ?b>?a")).hasSize(4);
        assertThat(body("?x <urn:example:supply#count> ?a ?a <=3 ?a >=3"))
                .first()
                .isEqualTo(new Pattern(v("x"), Supply.NS + "count", v("a")));
    }

    @Test
    void a_comment_begins_anywhere_but_in_iris_and_texts() {
        assertThat(body("?x <urn:example:supply#name> \"no # comment\" # a comment > \" { \n ?x a :Order"))
                .hasSize(2);
    }

    @Test
    void a_is_the_type_only_in_the_middle() {
        Rule rule = rule("rule a if ?a a ex:a then ?a :a ?a");

        assertThat(rule.id()).isEqualTo("a");
        assertThat(rule.body())
                .containsExactly(new Pattern(v("a"), Iris.TYPE, new Constant(new Entity("urn:example:other#a"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule",
                "presume",
                "if",
                "unless",
                "then",
                "say",
                "cites",
                "clause",
                "rank",
                "enacted",
                "overrides",
                "in",
                "force",
                "from",
                "until",
                "for",
                "new",
                "at",
                "ever",
                "not",
                "exists",
                "forall",
                "or",
                "over",
                "count",
                "sum",
                "min",
                "max",
                "avg",
                "business",
                "day",
                "days",
                "month",
                "months",
                "year",
                "years",
                "true",
                "false",
                "test",
                "given",
                "as",
                "of",
                "expect",
                "conflict",
                "by",
                "prefix",
                "contrary",
                "functional",
                "abducible",
                "EUR",
                "a",
                "x-1",
                "Ünïcode_2"
            })
    void words_of_the_language_may_name_rules(String word) {
        assertThat(rule("rule " + word + " then :x :flag true"))
                .extracting(Rule::id)
                .isEqualTo(word);
        assertThat(rules("rule " + word + " then :x :flag true rule z overrides " + word + " then :x :flag true"))
                .hasSize(2);
    }

    @Test
    void reads_every_kind_of_value() {
        List<Condition> body = body("""
                ?x :p 12 ?x :p 1.50 ?x :p -3 ?x :p 4% ?x :p 0.5 % ?x :p EUR 84300.00 ?x :p USD -5 ?x :p 2024-06-04
                ?x :p 30 days ?x :p 1 day ?x :p 2 months ?x :p 1 year ?x :p 10 business days
                ?x :p 10 business days in aldermark ?x :p "a \\"b\\" \\\\ c" ?x :p true ?x :p false ?x :p :y
                ?x :p @"Halden Freight Systems Ltd" ?x :p <urn:x:y>""".replace(":p", ":name"));

        assertThat(body)
                .extracting(condition -> ((Pattern) condition).object())
                .containsExactly(
                        value("12", Datatypes.INTEGER),
                        value("1.5", Datatypes.DECIMAL),
                        value("-3", Datatypes.INTEGER),
                        value("4 %", Datatypes.PERCENTAGE),
                        value("0.5 %", Datatypes.PERCENTAGE),
                        value("EUR 84300.00", Datatypes.MONEY),
                        value("USD -5.00", Datatypes.MONEY),
                        value("2024-06-04", Datatypes.DATE),
                        value("P30D", Datatypes.DURATION),
                        value("P1D", Datatypes.DURATION),
                        value("P2M", Datatypes.DURATION),
                        value("P1Y", Datatypes.DURATION),
                        value("P10B", Datatypes.DURATION),
                        value("P10B aldermark", Datatypes.DURATION),
                        value("a \"b\" \\ c", Datatypes.STRING),
                        value("true", Datatypes.BOOLEAN),
                        value("false", Datatypes.BOOLEAN),
                        c("y"),
                        new Named("Halden Freight Systems Ltd"),
                        new Constant(new Entity("urn:x:y")));
    }

    @Test
    void reads_negation_alternatives_and_quantifiers() {
        List<Condition> body = body("""
                ?x a :Order
                not ?x :under ?y
                not { ?x :placedBy ?p  ?p :parentOf ?q }
                exists { ?x :placedBy ?p }
                forall { ?i :under ?x } : { ?i :paidOn ?d }
                { ?x :count 1 } or { ?x :count 2 } or { ?x :count 3  ?x :signed true }
                { ?x :name "flat"  ?x :signed true }
                not ?x :under ?z at ?today
                not ?x :under ?w ever""");

        assertThat(body)
                .extracting(condition -> condition.getClass().getSimpleName())
                .containsExactly("Pattern", "Not", "Not", "Exists", "Forall", "Or", "Pattern", "Pattern", "Not", "Not");
        assertThat(((Condition.Or) body.get(5)).branches())
                .extracting(List::size)
                .containsExactly(1, 1, 2);
        assertThat(body.getLast())
                .isEqualTo(
                        new Condition.Not(List.of(new Pattern(v("x"), Supply.NS + "under", v("w"), When.Ever.EVER))));
    }

    @Test
    void reads_aggregates_and_keeps_min_and_max_as_functions() {
        List<Condition> body = body("""
                ?o a :Order
                ?n = count(?i) over { ?i :under ?o }
                ?s = sum(?a) over { ?i :under ?o  ?i :amount ?a }
                ?m = min(?a) over { ?i :under ?o  ?i :amount ?a }
                ?k = max(?n, 3)""");

        assertThat(body.get(1))
                .isEqualTo(new Condition.Aggregate(
                        v("n"),
                        Condition.Fold.COUNT,
                        v("i"),
                        List.of(new Pattern(v("i"), Supply.NS + "under", v("o")))));
        assertThat(body.get(3)).isInstanceOf(Condition.Aggregate.class);
        assertThat(body.get(4)).isInstanceOf(Condition.Compare.class);
    }

    @Test
    void reads_other_days() {
        assertThat(body("?x :dueOn ?d ?a :parentOf ?b at ?d ?a :parentOf ?b at 2024-01-01 ?a :parentOf ?b ever"))
                .extracting(condition -> ((Pattern) condition).when())
                .containsExactly(
                        When.Today.TODAY,
                        new When.At(v("d")),
                        new When.At(value("2024-01-01", Datatypes.DATE)),
                        When.Ever.EVER);
    }

    @Test
    void reads_headers_in_any_order_and_rules_for_past_events() {
        Rule rule = rule("""
                rule x "X" in force until 2024-02-01 for ?d overrides y, z overrides y enacted 2020-01-01
                  cites "a" clause "1" "w" rank statute cites "b" clause "2" "v"
                  if ?i :issuedOn ?d then ?i :flag true
                rule y then :a :flag true rule z then :a :flag true""");

        assertThat(rule.force()).isEqualTo(new Interval(null, LocalDate.of(2024, 2, 1)));
        assertThat(rule.forceDay()).isEqualTo(v("d"));
        assertThat(rule.overrides()).containsExactly("y", "z", "y");
        assertThat(rule.citations()).hasSize(2);
    }

    @Test
    void a_head_has_several_triples_and_makes_entities() {
        Rule rule = rule("""
                rule x if ?p :parentOf ?q then new("breach", ?p, ?q) a :Breach, new("breach", ?p, ?q) :by ?p
                  ?p :in new("breach", ?p, ?q)""");

        assertThat(rule.head()).hasSize(3);
        assertThat(rule.head().getFirst().subject()).isEqualTo(new Fresh("breach", List.of(v("p"), v("q"))));
    }

    @Test
    void prefixes_are_those_of_the_ontology_the_well_known_ones_and_those_of_the_file() {
        Rule rule = rule("prefix p: <urn:p:> rule x if ?x rdfs:label ?l ?x ex:r ?y then ?x p:q ?y abducible ex:r");

        assertThat(rule.body().getFirst()).isEqualTo(new Pattern(v("x"), Iris.LABEL, v("l")));
        assertThat(rule.head().getFirst().relation()).isEqualTo("urn:p:q");
    }

    @Test
    void several_files_make_one_rule_base() {
        Parsed parsed = Supply.parse("rule x if ?a :r ?b then ?a :s ?b", "rule y if ?a :parentOf ?b then ?a :r ?b");

        assertThat(parsed.errors()).isEmpty();
        assertThat(parsed.ruleBase().orElseThrow().rules()).hasSize(2);
    }

    @Test
    void an_empty_file_is_an_empty_rule_base() {
        assertThat(Supply.parse("", " # nothing\n").ruleBase()).isPresent();
        assertThat(Supply.parse("\uFEFFrule x then :a :flag true\r\n").errors()).isEmpty();
    }

    @Test
    void names_the_prefixes_for_writing_rules_again() {
        Map<String, String> prefixes = RuleLanguage.prefixes(
                List.of(new SourceText("a", "prefix p: <urn:p:> rule x then :a p:b true")), Supply.ONTOLOGY);

        assertThat(prefixes).containsEntry("p", "urn:p:").containsEntry("", Supply.NS);
    }

    @Test
    void a_rule_of_the_same_name_stands_in_for_another_and_no_place_moves() {
        SourceText old = new SourceText("a", "rule x if ?a :under ?b then ?a :parentOf ?b\nrule y then :q :count 1");
        SourceText more = new SourceText("b", "rule x if ?a :placedBy ?b then ?a :parentOf ?b");

        List<SourceText> all = RuleLanguage.replaced(List.of(old), more);

        assertThat(all.getFirst().text())
                .hasSameSizeAs(old.text())
                .doesNotContain("under")
                .contains("rule y");
        Parsed parsed = RuleLanguage.parse(all, Supply.ONTOLOGY, Supply.SETTINGS);
        assertThat(parsed.ruleBase().orElseThrow().rules().stream().map(Rule::id))
                .startsWith("y", "x");
    }
}
