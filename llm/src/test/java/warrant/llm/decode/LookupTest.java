package warrant.llm.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookupTest {
    @Test
    void what_followed_the_last_three_tokens_before_is_guessed() {
        Lookup lookup = new Lookup();
        IntStream.of(5, 1, 2, 3, 7, 8, 9, 1, 2, 3, 4, 6, 1, 2, 3).forEach(lookup::add);

        assertThat(lookup.guess(3)).as("after the latest place").containsExactly(4, 6, 1);
        assertThat(lookup.guess(20)).hasSize(5);
        lookup.add(99);
        assertThat(lookup.guess(3)).isEmpty();
    }
}
