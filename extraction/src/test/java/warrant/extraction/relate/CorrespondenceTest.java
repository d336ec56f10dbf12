package warrant.extraction.relate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import warrant.extraction.Side;
import warrant.graph.Document;
import warrant.graph.Ontology;
import warrant.graph.Page;
import warrant.graph.Passage;
import warrant.graph.rdf.OntologyFile;

/** A message about a mill: who wrote it when, who I am, and what somebody is, said in passing. */
final class CorrespondenceTest {
    private static final Ontology MILL = OntologyFile.read("mill.ttl", """
            @prefix : <urn:t#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            :Person a owl:Class ; rdfs:label "person" ; rdfs:comment "A human being." .
            :Complaint a owl:Class ; rdfs:label "complaint" ; rdfs:comment "A letter that complains." .
            :sent a owl:DatatypeProperty ; rdfs:label "is sent on" ; rdfs:domain :Complaint ; rdfs:range xsd:date .
            :by a owl:ObjectProperty ; rdfs:label "is sent by" ; rdfs:domain :Complaint ; rdfs:range :Person .
            :answer a owl:DatatypeProperty ; rdfs:label "must be answered by" ;
              rdfs:domain :Complaint ; rdfs:range xsd:date .
            :joined a owl:DatatypeProperty ; rdfs:label "joined the mill" ; rdfs:domain :Person ; rdfs:range xsd:date .
            :post a owl:DatatypeProperty ; rdfs:label "holds the post" ; rdfs:domain :Person ; rdfs:range xsd:string .
            """);

    private static final String TEXT = """
            From: Ines Holt <i.holt@mill.example>
            To: Jon Dale <j.dale@mill.example>
            Date: Mon, 4 May 2020 08:41:00 +0200

            I joined the mill on 7 June 2011. My chief is Dr Ada Brough, Head of Grinding, as you know.

            > I joined the mill on 1 March 2001.
            """;

    private static List<String> found() {
        Relator relator = new Relator(MILL, Level.RULES, null, null, Settings.standard(Level.RULES));
        Page page = new Page("1", TEXT);
        Document document =
                new Document("d", "c.eml", "h", "message/rfc822", "Complaint C-4", null, "t", List.of(page));
        Passage passage = new Passage("p", "d", "1", 0, page.length(), "", TEXT);
        return relator.extract(relator.context(document, List.of(passage)), passage).findings().stream()
                .filter(f -> f.relation().startsWith("urn:t#"))
                .map(f -> f.subject().name() + " " + f.relation().substring(6) + " " + words(f.object()))
                .toList();
    }

    private static String words(Side side) {
        return switch (side) {
            case Side.Named named -> named.name();
            case Side.Value value -> value.literal().lexical();
        };
    }

    @Test
    void the_head_says_of_the_message_when_and_by_whom_it_was_sent_and_nothing_else() {
        assertThat(found())
                .contains("Complaint C-4 sent 2020-05-04", "Complaint C-4 by Ines Holt")
                .noneMatch(fact -> fact.contains("answer"));
    }

    @Test
    void i_is_who_wrote_the_message_but_not_in_what_is_quoted() {
        assertThat(found()).contains("Ines Holt joined 2011-06-07").doesNotContain("Ines Holt joined 2001-03-01");
    }

    @Test
    void what_somebody_is_said_to_be_in_passing_is_found() {
        assertThat(found()).contains("Ada Brough post Head of Grinding");
    }
}
