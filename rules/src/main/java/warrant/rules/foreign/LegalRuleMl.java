package warrant.rules.foreign;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Term;
import warrant.rules.Condition;
import warrant.rules.Fresh;
import warrant.rules.HeadTerm;
import warrant.rules.Rule;
import warrant.rules.RuleBase;
import warrant.rules.RuleTerm;
import warrant.rules.language.RuleText;

/**
 * Rules as LegalRuleML 1.0 (OASIS Standard, 2021), compact form: sources, times, a constitutive statement for each rule
 * in RuleML, and overrides between them. What RuleML's atoms cannot say (dates, sums, other days) is kept as an
 * expression in the words of the rule language, so that nothing is lost.
 */
public final class LegalRuleMl {
    private static final String LRML = "http://docs.oasis-open.org/legalruleml/ns/v1.0/";
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String RULEML = "http://ruleml.org/spec";

    private final XMLStreamWriter xml;
    private final RuleText words;

    private LegalRuleMl(XMLStreamWriter xml, RuleText words) {
        this.xml = xml;
        this.words = words;
    }

    /** @return a whole document, indented not at all */
    public static String of(RuleBase rules, RuleText words) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
            new LegalRuleMl(xml, words).document(rules);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return out.toString();
    }

    private void document(RuleBase rules) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.setPrefix("lrml", LRML);
        xml.setPrefix("ruleml", RULEML);
        xml.writeStartElement("lrml", "LegalRuleML", LRML);
        xml.writeNamespace("lrml", LRML);
        xml.writeNamespace("ruleml", RULEML);
        xml.writeNamespace("xs", XSD.substring(0, XSD.length() - 1));
        xml.writeNamespace("xsi", XSI);
        sources(rules);
        times(rules);
        for (Rule rule : rules.rules()) {
            association(rule);
        }
        for (Rule rule : rules.rules()) {
            context(rule);
        }
        open("Statements");
        xml.writeAttribute("key", "statements");
        for (Rule rule : rules.rules()) {
            statement(rule);
        }
        Set<String> ids = new HashSet<>();
        rules.rules().forEach(rule -> ids.add(rule.id()));
        for (Rule rule : rules.rules()) {
            for (String other : rule.overrides()) {
                if (ids.contains(other)) {
                    overrides(rule.id(), other);
                }
            }
        }
        close();
        close();
        xml.writeEndDocument();
    }

    private void open(String name) throws XMLStreamException {
        xml.writeStartElement("lrml", name, LRML);
    }

    private void atomic(String name) throws XMLStreamException {
        xml.writeStartElement("ruleml", name, RULEML);
    }

    private void close() throws XMLStreamException {
        xml.writeEndElement();
    }

    private static String key(String kind, String id) {
        return kind + "-" + id.replaceAll("[^\\p{L}0-9_.-]", "_");
    }

    private void sources(RuleBase rules) throws XMLStreamException {
        open("LegalReferences");
        for (Rule rule : rules.rules()) {
            int number = 0;
            for (Rule.Citation citation : rule.citations()) {
                xml.writeEmptyElement("lrml", "LegalReference", LRML);
                xml.writeAttribute("refersTo", key("ref", rule.id() + "-" + number++));
                xml.writeAttribute("refID", citation.file() + "#" + citation.clause());
                xml.writeAttribute("refIDSystemName", "file and clause");
            }
        }
        close();
    }

    private void times(RuleBase rules) throws XMLStreamException {
        List<Rule> timed = rules.rules().stream().filter(LegalRuleMl::isTimed).toList();
        if (timed.isEmpty()) {
            return;
        }
        open("TimeInstants");
        for (Rule rule : timed) {
            instant(key("from", rule.id()), rule.force().from());
            instant(key("until", rule.id()), rule.force().until());
        }
        close();
        open("TemporalCharacteristics");
        for (Rule rule : timed) {
            characteristic(rule, "from", "Starts", rule.force().from());
            characteristic(rule, "until", "Ends", rule.force().until());
        }
        close();
    }

    private void instant(String key, @Nullable LocalDate day) throws XMLStreamException {
        if (day != null) {
            atomic("Time");
            xml.writeAttribute("key", key);
            data(day + "T00:00:00", XSD + "dateTime");
            close();
        }
    }

    private void characteristic(Rule rule, String which, String development, @Nullable LocalDate day)
            throws XMLStreamException {
        if (day != null) {
            open("TemporalCharacteristic");
            xml.writeAttribute("key", key("time-" + which, rule.id()));
            empty("forStatus", "iri", LRML + "vocab#Efficacious");
            empty("hasStatusDevelopment", "iri", LRML + "vocab#" + development);
            empty("atTime", "keyref", "#" + key(which, rule.id()));
            close();
        }
    }

    private void empty(String name, String attribute, String value) throws XMLStreamException {
        xml.writeEmptyElement("lrml", name, LRML);
        xml.writeAttribute(attribute, value);
    }

    private static boolean isTimed(Rule rule) {
        return rule.force().from() != null || rule.force().until() != null;
    }

    private void association(Rule rule) throws XMLStreamException {
        if (rule.citations().isEmpty()) {
            return;
        }
        open("Associations");
        open("Association");
        for (int i = 0; i < rule.citations().size(); i++) {
            empty("appliesSource", "keyref", "#" + key("ref", rule.id() + "-" + i));
        }
        empty("toTarget", "keyref", "#" + key("rule", rule.id()));
        close();
        close();
    }

    private void context(Rule rule) throws XMLStreamException {
        if (isTimed(rule)) {
            open("Context");
            xml.writeAttribute("key", key("context", rule.id()));
            if (rule.force().from() != null) {
                empty("appliesTemporalCharacteristic", "keyref", "#" + key("time-from", rule.id()));
            }
            if (rule.force().until() != null) {
                empty("appliesTemporalCharacteristic", "keyref", "#" + key("time-until", rule.id()));
            }
            empty("inScope", "keyref", "#" + key("rule", rule.id()));
            close();
        }
    }

    private void statement(Rule rule) throws XMLStreamException {
        open("ConstitutiveStatement");
        xml.writeAttribute("key", key("rule", rule.id()));
        if (!rule.label().isEmpty()) {
            open("Paraphrase");
            xml.writeCharacters(rule.label());
            close();
        }
        atomic("Rule");
        xml.writeAttribute("key", key("template", rule.id()));
        xml.writeAttribute("closure", "universal");
        open("hasStrength");
        xml.writeEmptyElement("lrml", "DefeasibleStrength", LRML);
        xml.writeAttribute("key", key("strength", rule.id()));
        close();
        atomic("if");
        List<Condition> body = new ArrayList<>(rule.body());
        rule.unless().forEach(exception -> body.add(new Condition.Not(exception)));
        conjunction(body);
        close();
        atomic("then");
        heads(rule.head());
        close();
        close();
        close();
    }

    private void conjunction(List<Condition> conditions) throws XMLStreamException {
        if (conditions.size() != 1) {
            atomic("And");
        }
        for (Condition condition : conditions) {
            condition(condition);
        }
        if (conditions.size() != 1) {
            close();
        }
    }

    private void condition(Condition condition) throws XMLStreamException {
        switch (condition) {
            case Condition.Pattern pattern
            when pattern.when() instanceof Condition.When.Today ->
                atom(pattern.subject(), pattern.relation(), pattern.object());
            case Condition.Not(List<Condition> group) -> {
                atomic("Naf");
                conjunction(group);
                close();
            }
            case Condition.Or(List<List<Condition>> branches) -> {
                atomic("Or");
                for (List<Condition> branch : branches) {
                    conjunction(branch);
                }
                close();
            }
            case Condition.Exists(List<Condition> group) -> conjunction(group);
            case Condition.Pattern pattern -> expression(pattern);
            case Condition.Forall forall -> expression(forall);
            case Condition.Aggregate aggregate -> expression(aggregate);
            case Condition.Compare compare -> expression(compare);
            case Condition.Holds holds -> expression(holds);
        }
    }

    /** What only the rule language says, in its words. */
    private void expression(Condition condition) throws XMLStreamException {
        atomic("Atom");
        xml.writeEmptyElement("ruleml", "Rel", RULEML);
        xml.writeAttribute("iri", Iris.WARRANT + "expression");
        data(words.of(condition), Datatypes.STRING);
        close();
    }

    private void heads(List<Rule.Head> heads) throws XMLStreamException {
        if (heads.size() > 1) {
            atomic("And");
        }
        for (Rule.Head head : heads) {
            atom(head.subject(), head.relation(), head.object());
        }
        if (heads.size() > 1) {
            close();
        }
    }

    private void atom(HeadTerm subject, String relation, HeadTerm object) throws XMLStreamException {
        atomic("Atom");
        xml.writeEmptyElement("ruleml", "Rel", RULEML);
        xml.writeAttribute("iri", relation);
        place(subject);
        place(object);
        close();
    }

    private void place(HeadTerm place) throws XMLStreamException {
        switch (place) {
            case RuleTerm.Variable(String name) -> {
                atomic("Var");
                xml.writeCharacters(name);
                close();
            }
            case RuleTerm.Constant(Term term) -> term(term);
            case RuleTerm.Named(String label) -> {
                atomic("Ind");
                xml.writeCharacters(label);
                close();
            }
            case Fresh(String name, List<RuleTerm> arguments) -> {
                atomic("Expr");
                atomic("Fun");
                xml.writeCharacters(name);
                close();
                for (RuleTerm argument : arguments) {
                    place(argument);
                }
                close();
            }
        }
    }

    private void term(Term term) throws XMLStreamException {
        switch (term) {
            case Entity(String iri) -> {
                xml.writeEmptyElement("ruleml", "Ind", RULEML);
                xml.writeAttribute("iri", iri);
            }
            case Literal(String lexical, String datatype) -> data(lexical, datatype);
        }
    }

    private void data(String text, String datatype) throws XMLStreamException {
        atomic("Data");
        String type = datatype.startsWith(XSD) ? datatype.substring(XSD.length()) : "string";
        xml.writeAttribute("xsi", XSI, "type", "xs:" + type);
        xml.writeCharacters(text);
        close();
    }

    private void overrides(String over, String under) throws XMLStreamException {
        open("OverrideStatement");
        xml.writeEmptyElement("lrml", "Override", LRML);
        xml.writeAttribute("over", "#" + key("rule", over));
        xml.writeAttribute("under", "#" + key("rule", under));
        close();
    }
}
