package warrant.llm.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class GgufMetadataTest {
    private static ByteBuffer after(String key, Object value) {
        byte[] bytes = new GgufMetadata().pair(key, value).toBytes();
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(8 + key.length());
    }

    @Test
    void a_whole_number_that_32_bits_do_not_hold_gets_64() {
        ByteBuffer great = after("k", 5_000_000_000L);
        assertThat(great.getInt()).isEqualTo(11);
        assertThat(great.getLong()).isEqualTo(5_000_000_000L);

        ByteBuffer small = after("k", 4_000_000_000L);
        assertThat(small.getInt()).isEqualTo(4);
        assertThat(small.getInt()).isEqualTo((int) 4_000_000_000L);
        assertThat(after("k", -1L).getInt()).isEqualTo(5);
    }

    @Test
    void a_list_has_a_type_that_holds_all_of_it() {
        ByteBuffer list = after("k", List.of(5L, -1L));

        assertThat(list.getInt()).isEqualTo(9);
        assertThat(list.getInt()).isEqualTo(11);
        assertThat(list.getLong()).isEqualTo(2);
        assertThat(list.getLong()).isEqualTo(5);
        assertThat(list.getLong()).isEqualTo(-1);
        assertThat(list.hasRemaining()).isFalse();
    }
}
