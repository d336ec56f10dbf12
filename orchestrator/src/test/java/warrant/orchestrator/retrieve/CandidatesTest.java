package warrant.orchestrator.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Interval;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Literals;
import warrant.graph.Ontology;
import warrant.graph.Origin;
import warrant.graph.Statement;
import warrant.graph.Support;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.graph.rdf.OntologyFile;
import warrant.llm.encoder.MiniLm;
import warrant.rules.Limits;
import warrant.rules.RuleBase;
import warrant.rules.forward.ForwardEngine;
import warrant.rules.language.MatterSettings;
import warrant.rules.language.RuleLanguage;
import warrant.rules.language.SourceText;

/** Candidates on a matter of a harbour, with the real encoder. */
class CandidatesTest {
    private static final MiniLm ENCODER = MiniLm.open(1);
    private static final String NS = "urn:example:harbour#";
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
                            """)),
                    ONTOLOGY,
                    MatterSettings.NONE)
            .ruleBase()
            .orElseThrow();

    private final List<Statement> statements = new ArrayList<>();

    @AfterAll
    static void close() {
        ENCODER.close();
    }

    private Entity thing(String kind, String... names) {
        Entity made = new Entity("urn:example:thing:" + statements.size());
        say(made, Iris.TYPE, new Entity(NS + kind));
        for (int i = 0; i < names.length; i++) {
            say(made, i == 0 ? Iris.LABEL : Iris.ALT_LABEL, Literal.text(names[i]));
        }
        return made;
    }

    private void say(Entity subject, String relation, Term object) {
        String iri = relation.contains(":") ? relation : NS + relation;
        Support support =
                new Support("s" + statements.size(), new Origin.Asserted("a test", "a test"), Instant.EPOCH, null);
        statements.add(new Statement(new Triple(subject, iri, object), Interval.ALWAYS, List.of(support)));
    }

    private Candidate best(String text) {
        Knowledge knowledge = Knowledge.of(
                ONTOLOGY,
                new ForwardEngine()
                        .open(RULES, statements, LocalDate.of(2025, 1, 1), Limits.GENEROUS)
                        .deduction(),
                List.of(),
                List.of(),
                "en");
        Question question = Question.of(text, knowledge.names(), "en");
        return new Candidates(knowledge, question, new RelationRanker(ENCODER).rank(question, knowledge))
                .best(20, 10)
                .getFirst();
    }

    @Test
    void what_is_asked_may_be_said_of_what_stands_beside_a_name() {
        Entity complaint = thing("Complaint", "C-17");
        Entity master = thing("Person", "Ida Kettle");
        Entity guest = thing("Person", "Otto Brine");
        say(complaint, "aimedAt", master);
        say(complaint, "madeBy", guest);
        say(master, "post", Literal.text("Harbour Master"));
        say(guest, "post", Literal.text("Cook"));

        Candidate best = best("What is the job title of the person at whom complaint C-17 is directed?");

        assertThat(best.triples()).containsExactly(new Triple(master, NS + "post", Literal.text("Harbour Master")));
        assertThat(best.via()).containsExactly(new Triple(complaint, NS + "aimedAt", master));
    }

    @Test
    void of_a_thing_itself_nothing_is_said_rather_than_of_its_neighbour() {
        Entity tern = thing("Boat", "Tern");
        Entity gull = thing("Boat", "Gull");
        say(tern, "sister", gull);
        say(gull, "length", Literals.canonical("12 m", Datatypes.QUANTITY));

        Candidate best = best("What is the length of the Tern?");

        assertThat(best.kind()).isEqualTo(Candidate.Kind.NOTHING);
        assertThat(best.subject()).isEqualTo(tern);
    }

    @Test
    void a_part_of_a_name_that_only_one_thing_has_names_it() {
        Entity tern = thing("Boat", "Motor Vessel Arctic Tern");
        thing("Boat", "Motor Vessel Grey Gull");
        say(tern, "length", Literals.canonical("12 m", Datatypes.QUANTITY));

        assertThat(best("How long is the Arctic Tern?").triples())
                .singleElement()
                .extracting(Triple::subject)
                .isEqualTo(tern);
    }

    @Test
    void the_last_day_for_something_is_a_deadline_not_an_event() {
        Entity bill = thing("Bill", "B-9");
        say(bill, "billedOn", Literals.canonical("2024-06-01", Datatypes.DATE));
        say(bill, "amount", Literals.canonical("EUR 10.00", Datatypes.MONEY));

        assertThat(best("By which day must B-9 be paid at the latest?").relation())
                .isEqualTo(NS + "dueOn");
    }

    @Test
    void what_is_told_must_be_of_the_kind_that_is_wished() {
        Entity bill = thing("Bill", "B-9");
        say(bill, "billedOn", Literals.canonical("2024-06-01", Datatypes.DATE));
        say(bill, "amount", Literals.canonical("EUR 10.00", Datatypes.MONEY));

        assertThat(best("Which sum does B-9 ask for?").relation()).isEqualTo(NS + "amount");
    }
}
