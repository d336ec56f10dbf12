package warrant.llm.weights;

import java.nio.ByteBuffer;

/**
 * Blocks of 4-bit numbers as what they are: groups of 32 whole numbers from 0 to 15 with a scale and a least value
 * each. Nothing is rounded on the way.
 */
public final class FourBits {
    /** Numbers of a group. */
    public static final int GROUP = 32;

    private static final int HALF = GROUP / 2;
    private static final int GROUPS_OF_K = 8;

    private FourBits() {}

    /** @return whether a type's blocks are such groups */
    public static boolean holds(TensorType type) {
        return type == TensorType.Q4_0 || type == TensorType.Q4_1 || type == TensorType.Q4_K;
    }

    /**
     * Reads numbers that are {@code scale * nibble + least}.
     *
     * @param type one that {@link #holds}
     * @param in little-endian; read from its position on, which moves behind what was read
     * @param count a multiple of the type's block
     * @param nibbles room for {@code count}
     * @param groups room for {@code count / 32} pairs of a scale and a least value
     */
    public static void read(TensorType type, ByteBuffer in, int count, int[] nibbles, float[] groups) {
        int group = 0;
        for (int o = 0; o < count; o += type.blockNumbers()) {
            group += type == TensorType.Q4_K
                    ? large(in, nibbles, o, groups, group)
                    : small(type, in, nibbles, o, groups, group);
        }
    }

    private static int small(TensorType type, ByteBuffer in, int[] nibbles, int o, float[] groups, int group) {
        float scale = Float.float16ToFloat(in.getShort());
        groups[2 * group] = scale;
        groups[2 * group + 1] = type == TensorType.Q4_0 ? -8 * scale : Float.float16ToFloat(in.getShort());
        for (int j = 0; j < HALF; j++) {
            int two = in.get();
            nibbles[o + j] = two & 0xF;
            nibbles[o + j + HALF] = (two >> 4) & 0xF;
        }
        return 1;
    }

    /** A scale and a least value of 6 bits for each of eight groups, both times a factor of the block. */
    private static int large(ByteBuffer in, int[] nibbles, int o, float[] groups, int group) {
        float d = Float.float16ToFloat(in.getShort());
        float dmin = Float.float16ToFloat(in.getShort());
        int scales = in.position();
        int q = scales + 12;
        for (int g = 0; g < GROUPS_OF_K; g++) {
            groups[2 * (group + g)] = d * Dequantiser.scale(in, scales, g);
            groups[2 * (group + g) + 1] = -dmin * Dequantiser.minimum(in, scales, g);
            for (int l = 0; l < GROUP; l++) {
                nibbles[o + g * GROUP + l] = (in.get(q + g / 2 * GROUP + l) >> (g % 2 * 4)) & 0xF;
            }
        }
        in.position(q + GROUPS_OF_K * HALF);
        return GROUPS_OF_K;
    }
}
