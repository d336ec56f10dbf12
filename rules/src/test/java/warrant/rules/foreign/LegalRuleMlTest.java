package warrant.rules.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import warrant.graph.Ontology;
import warrant.rules.RuleBase;
import warrant.rules.language.Library;
import warrant.rules.language.MatterSettings;
import warrant.rules.language.RuleLanguage;
import warrant.rules.language.RuleText;
import warrant.rules.language.SourceText;

/** What is exported is well-formed, refers to what is there, and leaves out no rule. */
class LegalRuleMlTest {
    private static final String LRML = "http://docs.oasis-open.org/legalruleml/ns/v1.0/";
    private static final String RULEML = "http://ruleml.org/spec";
    private static final Ontology NOTHING = new Ontology("urn:t#", Map.of(), Map.of(), Map.of(), Map.of());
    private static final String TIMED = """
        functional :term
        abducible :since
        abducible :note
        rule old "Thirty days"
          cites "agreement.pdf" clause "4" "thirty days"
          in force from 2020-01-01 until 2024-01-01
          if   ?x :since ?day
               ?day > 2019-01-01
          unless ?x :note "exempt"
          then ?x :term 30 days
        rule new
          overrides old
          if   ?x :since ?day
               ?n = count(?y) over { ?x :note ?y }
               ?n > 2
          then ?x :term 45 days
        """;

    private static Document read(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static String export(List<SourceText> files) {
        RuleBase rules = RuleLanguage.parse(files, NOTHING, MatterSettings.NONE)
                .ruleBase()
                .orElseThrow();
        return LegalRuleMl.of(rules, new RuleText(RuleLanguage.prefixes(files, NOTHING)));
    }

    @Test
    void every_reference_meets_its_key_and_every_rule_is_there() throws Exception {
        List<SourceText> files = Library.all().stream().map(Library::rules).toList();
        for (List<SourceText> some : List.of(files, List.of(new SourceText("t.rules", TIMED)))) {
            Document document = read(export(some));
            NodeList all = document.getElementsByTagName("*");
            Set<String> keys = new HashSet<>();
            Set<String> references = new HashSet<>();
            for (int i = 0; i < all.getLength(); i++) {
                Element element = (Element) all.item(i);
                for (String name : List.of("key", "refersTo")) {
                    if (element.hasAttribute(name)) {
                        assertThat(keys.add(element.getAttribute(name))).isTrue();
                    }
                }
                for (String name : List.of("keyref", "over", "under")) {
                    if (element.hasAttribute(name)) {
                        references.add(element.getAttribute(name).substring(1));
                    }
                }
            }
            assertThat(keys).containsAll(references);
        }
    }

    /** What may stand in what, after the compact form of the standard, whose own schema is not to be had here. */
    private static final Map<String, List<String>> INSIDE = Map.ofEntries(
            Map.entry(
                    "LegalRuleML",
                    List.of(
                            "LegalReferences",
                            "TimeInstants",
                            "TemporalCharacteristics",
                            "Associations",
                            "Context",
                            "Statements")),
            Map.entry("LegalReferences", List.of("LegalReference")),
            Map.entry("TimeInstants", List.of("Time")),
            Map.entry("Time", List.of("Data")),
            Map.entry("TemporalCharacteristics", List.of("TemporalCharacteristic")),
            Map.entry("TemporalCharacteristic", List.of("forStatus", "hasStatusDevelopment", "atTime")),
            Map.entry("Associations", List.of("Association")),
            Map.entry("Association", List.of("appliesSource", "toTarget")),
            Map.entry("Context", List.of("appliesTemporalCharacteristic", "inScope")),
            Map.entry("Statements", List.of("ConstitutiveStatement", "OverrideStatement")),
            Map.entry("OverrideStatement", List.of("Override")),
            Map.entry("ConstitutiveStatement", List.of("Paraphrase", "Rule")),
            Map.entry("Rule", List.of("hasStrength", "if", "then")),
            Map.entry("hasStrength", List.of("DefeasibleStrength")),
            Map.entry("if", List.of("And", "Or", "Naf", "Atom")),
            Map.entry("then", List.of("And", "Atom")),
            Map.entry("And", List.of("And", "Or", "Naf", "Atom")),
            Map.entry("Or", List.of("And", "Or", "Naf", "Atom")),
            Map.entry("Naf", List.of("And", "Or", "Naf", "Atom")),
            Map.entry("Atom", List.of("Rel", "Var", "Ind", "Data", "Expr")),
            Map.entry("Expr", List.of("Fun", "Var", "Ind", "Data")));

    @Test
    void each_element_stands_where_it_may_in_the_order_in_which_it_may() throws Exception {
        List<SourceText> files = Library.all().stream().map(Library::rules).toList();
        for (List<SourceText> some : List.of(files, List.of(new SourceText("t.rules", TIMED)))) {
            placed(read(export(some)).getDocumentElement());
        }
    }

    private static void placed(Element element) {
        List<String> may = INSIDE.getOrDefault(element.getLocalName(), List.of());
        boolean ordered = !List.of("And", "Or", "Atom", "Expr").contains(element.getLocalName());
        int last = 0;
        NodeList inside = element.getChildNodes();
        for (int i = 0; i < inside.getLength(); i++) {
            if (inside.item(i) instanceof Element child) {
                int place = may.indexOf(child.getLocalName());
                assertThat(place)
                        .as(child.getLocalName() + " in " + element.getLocalName())
                        .isGreaterThanOrEqualTo(ordered ? last : 0);
                last = place;
                placed(child);
            }
        }
    }

    @Test
    void sources_times_exceptions_and_overrides_are_said() throws Exception {
        String xml = export(List.of(new SourceText("t.rules", TIMED)));
        Document document = read(xml);

        assertThat(document.getDocumentElement().getNamespaceURI()).isEqualTo(LRML);
        assertThat(count(document, LRML, "ConstitutiveStatement")).isEqualTo(2);
        assertThat(count(document, LRML, "OverrideStatement")).isEqualTo(1);
        assertThat(count(document, LRML, "TemporalCharacteristic")).isEqualTo(2);
        assertThat(count(document, LRML, "LegalReference")).isEqualTo(1);
        assertThat(count(document, RULEML, "Naf")).isEqualTo(1);
        assertThat(xml)
                .contains("refID=\"agreement.pdf#4\"")
                .contains("2024-01-01T00:00:00")
                .contains("?n = count(?y) over { ?x :note ?y }")
                .contains("?day &gt; 2019-01-01");
    }

    private static int count(Document document, String namespace, String name) {
        return document.getElementsByTagNameNS(namespace, name).getLength();
    }
}
