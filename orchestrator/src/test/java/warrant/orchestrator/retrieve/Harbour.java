package warrant.orchestrator.retrieve;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import warrant.graph.rdf.OntologyFile;
import warrant.llm.encoder.MiniLm;
import warrant.orchestrator.search.Meanings;
import warrant.rules.Limits;
import warrant.rules.RuleBase;
import warrant.rules.forward.ForwardEngine;
import warrant.rules.language.MatterSettings;
import warrant.rules.language.RuleLanguage;
import warrant.rules.language.SourceText;

/** A small matter about a harbour to ask about, with the real encoder. */
public final class Harbour implements AutoCloseable {
    public static final String NS = "urn:example:harbour#";
    private static final Ontology ONTOLOGY = OntologyFile.read("ontology.ttl", """
            @prefix : <urn:example:harbour#> .
            @prefix w: <urn:warrant:> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            :Person a owl:Class ; rdfs:label "person" .
            :Complaint a owl:Class ; rdfs:label "complaint" .
            :Boat a owl:Class ; rdfs:label "boat" .
            :Bill a owl:Class ; rdfs:label "bill" .
            :aimedAt a owl:ObjectProperty ; rdfs:label "is directed at" ; rdfs:domain :Complaint ; rdfs:range :Person .
            :madeBy a owl:ObjectProperty ; rdfs:label "is made by" ; rdfs:domain :Complaint ; rdfs:range :Person .
            :post a owl:DatatypeProperty ; rdfs:label "has job title" ; rdfs:domain :Person ; rdfs:range xsd:string .
            :length a owl:DatatypeProperty ; rdfs:label "has length" ; rdfs:domain :Boat ; rdfs:range w:Quantity .
            :owner a owl:ObjectProperty ; rdfs:label "is owned by" ; rdfs:domain :Boat ; rdfs:range :Person .
            :sister a owl:ObjectProperty ; rdfs:label "is sister ship of" ; rdfs:domain :Boat ; rdfs:range :Boat .
            :amount a owl:DatatypeProperty ; rdfs:label "amounts to" ; rdfs:domain :Bill ; rdfs:range w:Money .
            :billedOn a owl:DatatypeProperty ; rdfs:label "is issued on" ; rdfs:domain :Bill ; rdfs:range xsd:date .
            """);
    private static final RuleBase RULES = RuleLanguage.parse(
                    List.of(new SourceText("a.rules", """
                            prefix : <urn:example:harbour#>
                            rule due "Day by which a bill has to be paid"
                              if ?b :billedOn ?d  ?due = ?d + 30 days then ?b :dueOn ?due
                            """)), ONTOLOGY, MatterSettings.NONE)
            .ruleBase()
            .orElseThrow();

    private final MiniLm encoder = MiniLm.open(1);
    private final Meanings meanings = new Meanings(() -> encoder);
    private final List<Statement> statements = new ArrayList<>();

    public Entity thing(String kind, String... names) {
        Entity made = new Entity("urn:example:thing:" + statements.size());
        say(made, Iris.TYPE, new Entity(NS + kind));
        for (int i = 0; i < names.length; i++) {
            say(made, i == 0 ? Iris.LABEL : Iris.ALT_LABEL, Literal.text(names[i]));
        }
        return made;
    }

    public void say(Entity subject, String relation, Term object) {
        String iri = relation.contains(":") ? relation : NS + relation;
        Support support =
                new Support("s" + statements.size(), new Origin.Asserted("a test", "a test"), Instant.EPOCH, null);
        statements.add(new Statement(new Triple(subject, iri, object), Interval.ALWAYS, List.of(support)));
    }

    public Knowledge knowledge() {
        return Knowledge.of(
                ONTOLOGY,
                new ForwardEngine()
                        .open(RULES, statements, LocalDate.of(2025, 1, 1), Limits.GENEROUS)
                        .deduction(),
                List.of(),
                List.of(),
                "en",
                meanings);
    }

    public List<Candidate> candidates(String text) {
        Knowledge knowledge = knowledge();
        Question question = Question.of(text, knowledge.names(), "en");
        return new Candidates(knowledge, question, new RelationRanker(meanings).rank(question, knowledge)).best(20, 10);
    }

    @Override
    public void close() {
        encoder.close();
    }
}
