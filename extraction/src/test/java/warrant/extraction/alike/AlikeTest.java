package warrant.extraction.alike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import warrant.graph.Document;
import warrant.graph.Page;

class AlikeTest {
    private static List<String> words(long seed, int count) {
        Random random = new Random(seed);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add("w" + random.nextInt(5_000));
        }
        return words;
    }

    private static Document document(String name, String title, @Nullable LocalDate date, List<String> words) {
        return new Document(
                name, name, name, "text/plain", title, date, "r", List.of(new Page("1", String.join(" ", words))));
    }

    @Test
    void copies_and_versions_are_found_among_others() {
        List<String> lease = words(1, 600);
        List<String> amended = new ArrayList<>(lease);
        for (int i = 0; i < 12; i++) {
            amended.set(i * 40, "changed" + i);
        }
        List<Document> documents = new ArrayList<>(List.of(
                document("b.pdf", "Lease 2", LocalDate.of(2024, 5, 1), amended),
                document("a.pdf", "Lease 1", LocalDate.of(2023, 5, 1), lease),
                document("copy.pdf", "Something", null, lease),
                document("empty.pdf", "Blank", null, List.of())));
        for (int i = 10; i < 40; i++) {
            documents.add(document("other" + i, "Lease", null, words(i, 600)));
        }

        List<Alike> alike = Alike.among(documents);

        assertThat(alike).hasSize(2);
        assertThat(alike.getFirst().kind()).isEqualTo(Alike.Kind.VERSION);
        assertThat(alike.getFirst().first()).isEqualTo("a.pdf");
        assertThat(alike.getFirst().second()).isEqualTo("b.pdf");
        assertThat(alike.getLast()).isEqualTo(new Alike("a.pdf", "copy.pdf", 1, Alike.Kind.COPY));
    }

    @Test
    void the_estimate_is_near_the_share_of_common_runs() {
        for (long seed = 0; seed < 10; seed++) {
            List<String> all = words(seed, 1_500);

            double likeness = MinHash.likeness(
                    MinHash.of(String.join(" ", all.subList(0, 1_000))),
                    MinHash.of(String.join(" ", all.subList(500, 1_500))));

            // 500 of 1,500 words in common; three standard errors
            assertThat(likeness).as("seed " + seed).isCloseTo(1 / 3.0, within(0.13));
        }
    }
}
