package warrant.llm.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import warrant.llm.weights.TensorType;

/** Blocks are, bit for bit, those that gguf's own Python code writes. */
class QuantiserTest {
    @Test
    void blocks_are_those_of_the_reference() throws IOException {
        List<String> lines;
        try (var in = Objects.requireNonNull(QuantiserTest.class.getResourceAsStream("/parity/quantised.tsv"))) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        assertThat(lines).hasSize(3);
        for (String line : lines) {
            String[] cells = line.split("\t");
            byte[] whole = Base64.getDecoder().decode(cells[1]);
            float[] numbers = new float[whole.length / 4];
            ByteBuffer.wrap(whole)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(numbers);
            byte[] expected = Base64.getDecoder().decode(cells[2]);
            ByteBuffer out = ByteBuffer.allocate(expected.length).order(ByteOrder.LITTLE_ENDIAN);

            Quantiser.write(TensorType.valueOf(cells[0]), numbers, out);

            assertThat(out.array()).as(cells[0]).isEqualTo(expected);
        }
    }
}
