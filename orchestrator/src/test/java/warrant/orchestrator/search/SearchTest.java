package warrant.orchestrator.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import warrant.llm.encoder.MiniLm;

class SearchTest {
    private static final MiniLm ENCODER = MiniLm.open(1);
    private static final Meanings MEANINGS = new Meanings(() -> ENCODER);

    private static final List<String> TEXTS = List.of(
            "The lighthouse at Orrin Point was designed by Hester Vance.",
            "Hester Vance was born in Callow and trained as a stonemason.",
            "Ships pay harbour dues every quarter.",
            "The ferry to Callow leaves at noon.");

    @AfterAll
    static void close() {
        ENCODER.close();
    }

    private static Search<String> search(List<String> texts) {
        return Search.over(texts, text -> text, "en", MEANINGS);
    }

    @Test
    void words_and_meaning_both_find() {
        assertThat(search(TEXTS).byWords("Who pays dues?", 1))
                .first()
                .extracting(Scored::item)
                .isEqualTo(TEXTS.get(2));
        assertThat(search(TEXTS).near("What fees do vessels owe?", 1))
                .first()
                .extracting(Scored::item)
                .isEqualTo(TEXTS.get(2));
    }

    @Test
    void a_name_leads_to_what_the_question_does_not_speak_of() {
        String question = "Where was the designer of the lighthouse at Orrin Point born?";

        assertThat(search(TEXTS).linked(question, 2))
                .extracting(Scored::item)
                .containsExactlyInAnyOrder(TEXTS.get(0), TEXTS.get(1));
    }

    @Test
    void scores_lie_between_0_and_1_and_fall() {
        List<Scored<String>> found = search(TEXTS).linked("Who was born in Callow?", 10);

        assertThat(found).hasSize(4).allMatch(s -> s.score() >= 0 && s.score() <= 1);
        assertThat(found).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
    }

    /** Order of texts must not depend on how the index is cut into segments. */
    @Test
    void a_text_keeps_its_number_in_a_large_index() {
        List<String> many = java.util.stream.IntStream.range(0, 5000)
                .mapToObj(i -> "entry number" + i + " of the list")
                .toList();

        for (int i : new int[] {0, 17, 2500, 4999}) {
            assertThat(search(many).byWords("number" + i, 1))
                    .first()
                    .extracting(Scored::item)
                    .isEqualTo(many.get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "?", "AND OR NOT", "field:value \\ \" ( [ {", "\u0000\uD800"})
    void odd_questions_find_something_or_nothing(String question) {
        assertThat(search(TEXTS).linked(question, 3)).hasSizeLessThanOrEqualTo(4);
        assertThat(search(List.of()).linked(question, 3)).isEmpty();
    }

    @Test
    void a_question_of_a_million_words_is_answered() {
        assertThat(search(TEXTS).near("harbour dues ".repeat(500_000), 1))
                .first()
                .extracting(Scored::item)
                .isEqualTo(TEXTS.get(2));
    }
}
