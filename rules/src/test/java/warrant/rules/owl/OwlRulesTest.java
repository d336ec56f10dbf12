package warrant.rules.owl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import warrant.graph.Entity;
import warrant.graph.Interval;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Ontology;
import warrant.graph.Origin;
import warrant.graph.Statement;
import warrant.graph.Support;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.Deduction;
import warrant.rules.Limits;
import warrant.rules.Rule;
import warrant.rules.RuleBase;
import warrant.rules.Session;
import warrant.rules.forward.ForwardEngine;
import warrant.rules.language.MatterSettings;
import warrant.rules.language.Parsed;
import warrant.rules.language.RuleLanguage;
import warrant.rules.language.SourceText;
import warrant.rules.value.Calendars;

class OwlRulesTest {
    private static final String NS = "urn:t#";
    private final List<Triple> graph = new ArrayList<>();

    @Test
    void domains_ranges_and_superclasses_infer_types() {
        say("p", Iris.RDFS + "domain", e("A"));
        say("p", Iris.RDFS + "range", e("B"));
        say("B", Iris.RDFS + "subClassOf", e("C"));
        say("x", NS + "p", e("y"));

        assertThat(holds("x", Iris.TYPE, e("A"))).isTrue();
        assertThat(holds("y", Iris.TYPE, e("C"))).isTrue();
        assertThat(holds("x", Iris.TYPE, e("C"))).isFalse();
    }

    @Test
    void an_intersection_with_a_restriction_defines_both_ways() {
        say("Owner", Iris.OWL + "intersectionOf", e("l1"));
        list("l1", "l2", e("Person"));
        list("l2", null, e("r"));
        say("r", Iris.OWL + "onProperty", e("owns"));
        say("r", Iris.OWL + "someValuesFrom", e("Dog"));
        say("ann", Iris.TYPE, e("Person"));
        say("ann", NS + "owns", e("rex"));
        say("rex", Iris.TYPE, e("Dog"));
        say("bo", Iris.TYPE, e("Owner"));
        say("cy", NS + "owns", e("rex"));

        assertThat(holds("ann", Iris.TYPE, e("Owner"))).isTrue();
        assertThat(holds("bo", Iris.TYPE, e("Person"))).isTrue();
        assertThat(holds("cy", Iris.TYPE, e("Owner"))).isFalse();
    }

    @Test
    void what_all_values_are_and_which_value_a_class_has_is_concluded() {
        say("r", Iris.OWL + "onProperty", e("eats"));
        say("r", Iris.OWL + "allValuesFrom", e("Plant"));
        say("s", Iris.OWL + "onProperty", e("legs"));
        say("s", Iris.OWL + "hasValue", Literal.integer(4));
        say("Cow", Iris.RDFS + "subClassOf", e("r"));
        say("Cow", Iris.RDFS + "subClassOf", e("s"));
        say("bess", Iris.TYPE, e("Cow"));
        say("bess", NS + "eats", e("hay"));

        assertThat(holds("hay", Iris.TYPE, e("Plant"))).isTrue();
        assertThat(holds("bess", NS + "legs", Literal.integer(4))).isTrue();
    }

    @Test
    void properties_invert_chain_and_carry_over() {
        say("parent", Iris.OWL + "inverseOf", e("child"));
        say("near", Iris.TYPE, e(Iris.OWL, "SymmetricProperty"));
        say("in", Iris.TYPE, e(Iris.OWL, "TransitiveProperty"));
        say("uncle", Iris.OWL + "propertyChainAxiom", e("l1"));
        list("l1", "l2", e("parent"));
        list("l2", null, e("brother"));
        say("a", NS + "parent", e("b"));
        say("b", NS + "brother", e("c"));
        say("a", NS + "near", e("b"));
        say("a", NS + "in", e("b"));
        say("b", NS + "in", e("c"));

        assertThat(holds("b", NS + "child", e("a"))).isTrue();
        assertThat(holds("a", NS + "uncle", e("c"))).isTrue();
        assertThat(holds("b", NS + "near", e("a"))).isTrue();
        assertThat(holds("a", NS + "in", e("c"))).isTrue();
        assertThat(holds("b", NS + "in", e("a"))).isFalse();
    }

    @Test
    void two_values_of_a_functional_property_are_the_same_and_share_what_is_said() {
        say("mother", Iris.TYPE, e(Iris.OWL, "FunctionalProperty"));
        say("x", NS + "mother", e("y"));
        say("x", NS + "mother", e("z"));
        say("z", NS + "livesIn", e("town"));

        assertThat(holds("z", Iris.SAME_AS, e("y"))).isTrue();
        assertThat(holds("y", NS + "livesIn", e("town"))).isTrue();
    }

    @Test
    void what_an_ontology_implies_is_a_file_of_rules_that_says_the_same() {
        say("p", Iris.RDFS + "range", e("B"));
        say("B", Iris.RDFS + "subClassOf", e("C"));
        say("r", Iris.OWL + "onProperty", e("legs"));
        say("r", Iris.OWL + "hasValue", Literal.integer(4));
        say("x", NS + "p", e("y"));
        Ontology nothing = new Ontology(NS, Map.of(), Map.of(), Map.of(), Map.of());

        for (List<Rule> rules : List.of(OwlRules.of(graph), RdfsRules.of(graph))) {
            String text = RuleFile.of("test", rules);
            Parsed parsed = RuleLanguage.parse(List.of(new SourceText("t.rules", text)), nothing, MatterSettings.NONE);

            assertThat(parsed.errors()).isEmpty();
            assertThat(parsed.ruleBase().orElseThrow().rules())
                    .extracting(Rule::version)
                    .isEqualTo(rules.stream().map(Rule::version).toList());
        }
    }

    private boolean holds(String subject, String relation, Term object) {
        RuleBase rules = new RuleBase(
                OwlRules.of(graph), Set.of(), Set.of(), Set.of(), List.of(), Calendars.NONE, Set.of(), Map.of());
        Support support = new Support("s", new Origin.Asserted("test", "given"), Instant.EPOCH, null);
        List<Statement> statements = graph.stream()
                .map(triple -> new Statement(triple, Interval.ALWAYS, List.of(support)))
                .toList();
        try (Session session = new ForwardEngine().open(rules, statements, LocalDate.of(2020, 1, 1), Limits.GENEROUS)) {
            Deduction deduction = session.deduction();
            return deduction.holds(new Triple(e(subject), relation, object));
        }
    }

    private void say(String subject, String relation, Term object) {
        graph.add(new Triple(e(subject), relation, object));
    }

    private void list(String cell, @org.jspecify.annotations.Nullable String rest, Term first) {
        say(cell, Iris.RDF + "first", first);
        say(cell, Iris.RDF + "rest", rest == null ? e(Iris.RDF, "nil") : e(rest));
    }

    private static Entity e(String name) {
        return new Entity(NS + name);
    }

    private static Entity e(String namespace, String name) {
        return new Entity(namespace + name);
    }
}
