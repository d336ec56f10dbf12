package warrant.rules.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class MixingTest {
    @Test
    void lengths_grow_up_to_what_an_array_can_have_and_then_end_clearly() {
        int length = 0;
        while (length < Integer.MAX_VALUE - 8) {
            int more = Mixing.grown(length);
            assertThat(more).isGreaterThan(length);
            length = more;
        }
        int most = length;

        assertThatThrownBy(() -> Mixing.grown(most)).isInstanceOf(OutOfMemoryError.class);
        assertThat(Mixing.doubled(1 << 29)).isEqualTo(1 << 30);
        assertThatThrownBy(() -> Mixing.doubled(1 << 30)).isInstanceOf(OutOfMemoryError.class);
    }
}
