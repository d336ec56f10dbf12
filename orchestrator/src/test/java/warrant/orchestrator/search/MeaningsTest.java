package warrant.orchestrator.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import warrant.llm.Encoder;

class MeaningsTest {
    private final List<String> encoded = new ArrayList<>();

    /** Tells what it was asked; a vector is the length of its text. */
    private final Encoder counting = new Encoder() {
        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public List<float[]> encode(List<String> texts) {
            encoded.addAll(texts);
            return texts.stream().map(text -> new float[] {text.length()}).toList();
        }

        @Override
        public void close() {
            // nothing is held
        }
    };

    @Test
    void a_text_is_encoded_once_and_vectors_come_in_order() {
        Meanings meanings = new Meanings(() -> counting);

        assertThat(meanings.of(List.of("aa", "b", "aa")))
                .extracting(vector -> vector[0])
                .containsExactly(2f, 1f, 2f);
        assertThat(meanings.of(List.of("b", "ccc")))
                .extracting(vector -> vector[0])
                .containsExactly(1f, 3f);
        assertThat(encoded).containsExactly("aa", "b", "ccc");
    }

    @Test
    void what_was_not_asked_for_lately_is_forgotten() {
        Meanings meanings = new Meanings(() -> counting, 2);

        meanings.of(List.of("a", "b"));
        meanings.of(List.of("a"));
        assertThat(meanings.of(List.of("c", "d", "e"))).hasSize(3);
        meanings.of(List.of("e", "a"));

        assertThat(encoded).containsExactly("a", "b", "c", "d", "e", "a");
    }

    @Test
    void a_question_is_not_kept() {
        Meanings meanings = new Meanings(() -> counting);

        meanings.once("q");
        meanings.once("q");

        assertThat(encoded).containsExactly("q", "q");
    }
}
