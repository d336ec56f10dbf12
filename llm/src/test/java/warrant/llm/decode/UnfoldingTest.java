package warrant.llm.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnfoldingTest {
    @Test
    void wherever_bytes_are_cut_the_text_ends_before_the_first_stop() {
        String alphabet = "ab€😀.";
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            String whole = random.ints(30, 0, 5)
                    .mapToObj(i -> alphabet.substring(
                            alphabet.offsetByCodePoints(0, i), alphabet.offsetByCodePoints(0, i + 1)))
                    .reduce("", String::concat);
            List<String> stops = List.of("ab€", "..", "😀a");
            int end = stops.stream()
                    .mapToInt(whole::indexOf)
                    .filter(at -> at >= 0)
                    .min()
                    .orElse(whole.length());
            byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
            Unfolding text = new Unfolding(stops);
            StringBuilder told = new StringBuilder();

            for (int at = 0; at < bytes.length && !text.stopped(); ) {
                int next = Math.min(bytes.length, at + 1 + random.nextInt(5));
                text.add(Arrays.copyOfRange(bytes, at, next));
                told.append(text.more());
                assertThat(whole.substring(0, end)).as("seed %d", seed).startsWith(told.toString());
                at = next;
            }
            text.end();
            told.append(text.more());

            assertThat(text.text()).as("seed %d", seed).isEqualTo(whole.substring(0, end));
            assertThat(told.toString()).as("seed %d", seed).isEqualTo(whole.substring(0, end));
        }
    }

    @Test
    void half_a_character_at_the_end_becomes_a_replacement() {
        Unfolding text = new Unfolding(List.of());

        text.add(new byte[] {'a', (byte) 0xE2, (byte) 0x82});
        assertThat(text.more()).isEqualTo("a");
        text.end();

        assertThat(text.text()).isEqualTo("a\uFFFD");
    }
}
