package warrant.llm.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DequantiserTest {
    /** Lines: type, bytes of blocks, numbers that the reference makes of them; by tests/parity/record.py blocks. */
    private static final String RECORDED = "/parity/blocks.tsv";

    @Test
    void blocks_of_every_type_become_the_numbers_that_the_reference_makes_of_them() throws IOException {
        Set<TensorType> seen = EnumSet.noneOf(TensorType.class);

        for (String line : lines()) {
            String[] parts = line.split("\t");
            TensorType type = TensorType.valueOf(parts[0]);
            byte[] blocks = Base64.getDecoder().decode(parts[1]);
            ByteBuffer expected =
                    ByteBuffer.wrap(Base64.getDecoder().decode(parts[2])).order(ByteOrder.LITTLE_ENDIAN);
            float[] numbers = new float[expected.remaining() / 4];
            Dequantiser.read(type, ByteBuffer.wrap(blocks).order(ByteOrder.LITTLE_ENDIAN), numbers, 0, numbers.length);
            for (int i = 0; i < numbers.length; i++) {
                float want = expected.getFloat();
                assertThat(Math.abs(numbers[i] - want))
                        .as("%s number %d", type, i)
                        .isLessThanOrEqualTo(1e-6f * Math.max(1, Math.abs(want)));
            }
            seen.add(type);
        }

        assertThat(seen).containsExactlyInAnyOrder(TensorType.values());
    }

    private static Iterable<String> lines() throws IOException {
        try (InputStream in = DequantiserTest.class.getResourceAsStream(RECORDED)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        }
    }
}
