package warrant.orchestrator.eval.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import warrant.extraction.relate.Pairs;
import warrant.graph.Ontology;

/** A made-up document in the form of Re-DocRED. */
final class LikelihoodTest {
    private static final String DOCUMENT = """
            {"title": "Ines Holt", "sents": [
                ["Ines", "Holt", "was", "born", "in", "Harl", ",", "Norway", "."],
                ["She", "studied", "at", "Corran", "College", "with", "Ada", "Lind", "."]],
              "vertexSet": [[{"name": "Ines Holt", "type": "PER", "sent_id": 0, "pos": [0, 2]}],
                [{"name": "Harl", "type": "LOC", "sent_id": 0, "pos": [5, 6]}],
                [{"name": "Norway", "type": "LOC", "sent_id": 0, "pos": [7, 8]}],
                [{"name": "Corran College", "type": "ORG", "sent_id": 1, "pos": [3, 5]}],
                [{"name": "Ada Lind", "type": "PER", "sent_id": 1, "pos": [6, 8]}]],
              "labels": []}
            """;
    private static final Ontology ONTOLOGY = Reading.ontology("docred");

    private static List<Pairs.Judged> read(String document) throws IOException {
        return new Likelihood(ONTOLOGY).of(DocredDocument.of(new ObjectMapper().readTree(document)));
    }

    private static double odds(List<Pairs.Judged> judged, int subject, String relation, int object) {
        return judged.stream()
                .filter(j -> j.subject() == subject
                        && j.object() == object
                        && j.relation().endsWith("#" + relation))
                .mapToDouble(Pairs.Judged::odds)
                .findFirst()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    @Test
    void words_of_a_relation_between_two_names_make_it_likely() throws IOException {
        List<Pairs.Judged> judged = read(DOCUMENT);

        assertThat(odds(judged, 0, "P19", 1)).isGreaterThan(odds(judged, 0, "P20", 1) + 3);
        assertThat(odds(judged, 0, "P69", 3))
                .as("the sentence before names who studied")
                .isGreaterThan(odds(judged, 0, "P108", 3));
        assertThat(judged).isSortedAccordingTo((one, other) -> Double.compare(other.odds(), one.odds()));
    }

    @Test
    void a_country_is_known_by_its_name_and_is_that_of_the_document() throws IOException {
        List<Pairs.Judged> judged = read(DOCUMENT);

        assertThat(odds(judged, 0, "P27", 2)).isGreaterThan(odds(judged, 0, "P27", 1));
        assertThat(odds(judged, 0, "P27", 1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(odds(judged, 2, "P17", 2)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(odds(judged, 1, "P17", 2)).isPositive();
    }

    @Test
    void what_the_document_is_called_after_is_likelier_a_subject() throws IOException {
        assertThat(odds(read(DOCUMENT), 0, "P19", 1))
                .isGreaterThan(
                        odds(read(DOCUMENT.replace("\"title\": \"Ines Holt\"", "\"title\": \"Harl\"")), 0, "P19", 1));
    }

    @Test
    void finer_classes_are_told_by_words_and_endings_of_names() {
        FinerKinds finer = new FinerKinds(ONTOLOGY, Reading.iri("docred", "Country"));
        String place = Reading.iri("docred", "LOC");
        String thing = Reading.iri("docred", "MISC");

        assertThat(finer.of(place, Set.of("Lake Corran")))
                .containsExactlyInAnyOrder(place, Reading.iri("docred", "Water"));
        assertThat(finer.of(place, Set.of("the Netherlands"))).contains(Reading.iri("docred", "Country"));
        assertThat(finer.of(place, Set.of("Lakeside"))).containsExactly(place);
        assertThat(finer.of(thing, Set.of("Stoicism"))).contains(Reading.iri("docred", "Religion"));
        assertThat(finer.of(thing, Set.of("Lake Corran"))).containsExactly(thing);
    }
}
