package warrant.llm.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FourBitsTest {
    private static final int COUNT = 1024;

    @ParameterizedTest
    @EnumSource(names = {"Q4_0", "Q4_1", "Q4_K"})
    void groups_are_the_numbers_that_the_blocks_stand_for(TensorType type) {
        byte[] bytes = new byte[COUNT / type.blockNumbers() * type.blockBytes()];
        new Random(5).nextBytes(bytes);
        for (int block = 0; block < bytes.length; block += type.blockBytes()) {
            // factors that are numbers
            bytes[block + 1] &= 0x3F;
            bytes[block + 3] &= 0x3F;
        }
        float[] expected = new float[COUNT];
        Dequantiser.read(type, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), expected, 0, COUNT);
        int[] nibbles = new int[COUNT];
        float[] groups = new float[2 * COUNT / FourBits.GROUP];

        FourBits.read(type, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), COUNT, nibbles, groups);

        assertThat(FourBits.holds(type)).isTrue();
        for (int i = 0; i < COUNT; i++) {
            int group = i / FourBits.GROUP;
            float number = groups[2 * group] * nibbles[i] + groups[2 * group + 1];
            assertThat(nibbles[i]).isBetween(0, 15);
            assertThat(number).isCloseTo(expected[i], Offset.offset(Math.abs(groups[2 * group]) * 1e-5f + 1e-9f));
        }
    }
}
