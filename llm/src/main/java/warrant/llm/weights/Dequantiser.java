package warrant.llm.weights;

import java.nio.ByteBuffer;

/** Blocks of stored numbers to F32, in the order of operations of ggml-quants.c, so that the bits agree with it. */
public final class Dequantiser {
    private static final int K = 256;

    private Dequantiser() {}

    /**
     * @param in little-endian; read from its position on, which moves behind what was read
     * @param out room from {@code at} on for {@code count} numbers
     * @param count a multiple of the type's block
     */
    public static void read(TensorType type, ByteBuffer in, float[] out, int at, int count) {
        int end = at + count;
        for (int o = at; o < end; o += type.blockNumbers()) {
            switch (type) {
                case F32 -> out[o] = in.getFloat();
                case F16 -> out[o] = half(in);
                case BF16 -> out[o] = Float.intBitsToFloat(in.getShort() << 16);
                case Q4_0 -> q40(in, out, o);
                case Q4_1 -> q41(in, out, o);
                case Q5_0 -> q50(in, out, o);
                case Q5_1 -> q51(in, out, o);
                case Q8_0 -> q80(in, out, o);
                case Q2_K -> q2k(in, out, o);
                case Q3_K -> q3k(in, out, o);
                case Q4_K -> q4k(in, out, o);
                case Q5_K -> q5k(in, out, o);
                case Q6_K -> q6k(in, out, o);
            }
        }
    }

    private static float half(ByteBuffer in) {
        return Float.float16ToFloat(in.getShort());
    }

    private static void q40(ByteBuffer in, float[] out, int o) {
        float d = half(in);
        for (int j = 0; j < 16; j++) {
            int q = in.get();
            out[o + j] = ((q & 0xF) - 8) * d;
            out[o + j + 16] = (((q >> 4) & 0xF) - 8) * d;
        }
    }

    private static void q41(ByteBuffer in, float[] out, int o) {
        float d = half(in);
        float m = half(in);
        for (int j = 0; j < 16; j++) {
            int q = in.get();
            out[o + j] = (q & 0xF) * d + m;
            out[o + j + 16] = ((q >> 4) & 0xF) * d + m;
        }
    }

    private static void q50(ByteBuffer in, float[] out, int o) {
        float d = half(in);
        int high = in.getInt();
        for (int j = 0; j < 16; j++) {
            int q = in.get();
            out[o + j] = (((q & 0xF) | (((high >>> j) & 1) << 4)) - 16) * d;
            out[o + j + 16] = ((((q >> 4) & 0xF) | (((high >>> (j + 16)) & 1) << 4)) - 16) * d;
        }
    }

    private static void q51(ByteBuffer in, float[] out, int o) {
        float d = half(in);
        float m = half(in);
        int high = in.getInt();
        for (int j = 0; j < 16; j++) {
            int q = in.get();
            out[o + j] = ((q & 0xF) | (((high >>> j) & 1) << 4)) * d + m;
            out[o + j + 16] = (((q >> 4) & 0xF) | (((high >>> (j + 16)) & 1) << 4)) * d + m;
        }
    }

    private static void q80(ByteBuffer in, float[] out, int o) {
        float d = half(in);
        for (int j = 0; j < 32; j++) {
            out[o + j] = in.get() * d;
        }
    }

    /** Sixteen groups of 16 with a 4-bit scale and minimum each; a byte holds two bits of each of four groups. */
    private static void q2k(ByteBuffer in, float[] out, int o) {
        int scales = in.position();
        int q = scales + K / 16;
        in.position(q + K / 4);
        float d = half(in);
        float dmin = half(in);
        for (int g = 0; g < 16; g++) {
            int scale = in.get(scales + g);
            float dl = d * (scale & 0xF);
            float ml = dmin * ((scale >> 4) & 0xF);
            int from = q + g / 8 * 32 + g % 2 * 16;
            int shift = g % 8 / 2 * 2;
            for (int l = 0; l < 16; l++) {
                out[o + g * 16 + l] = dl * ((in.get(from + l) >> shift) & 3) - ml;
            }
        }
    }

    /** Sixteen groups of 16 with a 6-bit scale each: a mask of high bits, two low bits each, then scales, then d. */
    private static void q3k(ByteBuffer in, float[] out, int o) {
        int mask = in.position();
        int q = mask + K / 8;
        int scales = q + K / 4;
        in.position(scales + 12);
        float d = half(in);
        for (int g = 0; g < 16; g++) {
            int low = g < 8 ? in.get(scales + g) & 0xF : (in.get(scales + g - 8) >> 4) & 0xF;
            int high = (in.get(scales + 8 + g % 4) >> (2 * (g / 4))) & 3;
            float dl = d * ((low | (high << 4)) - 32);
            int from = g % 2 * 16;
            int shift = g % 8 / 2 * 2;
            int bit = 1 << (g / 2);
            for (int l = 0; l < 16; l++) {
                int two = (in.get(q + g / 8 * 32 + from + l) >> shift) & 3;
                out[o + g * 16 + l] = dl * (two - ((in.get(mask + from + l) & bit) == 0 ? 4 : 0));
            }
        }
    }

    /** Eight groups of 32 with a 6-bit scale and minimum each: scales, then high bits, then four low bits. */
    private static void q5k(ByteBuffer in, float[] out, int o) {
        float d = half(in);
        float dmin = half(in);
        int scales = in.position();
        int high = scales + 12;
        int q = high + K / 8;
        for (int g = 0; g < 8; g++) {
            float dl = d * scale(in, scales, g);
            float ml = dmin * minimum(in, scales, g);
            int shift = g % 2 * 4;
            for (int l = 0; l < 32; l++) {
                int four = (in.get(q + g / 2 * 32 + l) >> shift) & 0xF;
                int fifth = (in.get(high + l) >> g) & 1;
                out[o + g * 32 + l] = dl * (four | (fifth << 4)) - ml;
            }
        }
        in.position(q + K / 2);
    }

    /** Eight groups of 32 with a 6-bit scale and minimum each. */
    private static void q4k(ByteBuffer in, float[] out, int o) {
        float d = half(in);
        float dmin = half(in);
        int scales = in.position();
        int q = scales + 12;
        for (int g = 0; g < 8; g += 2) {
            float d1 = d * scale(in, scales, g);
            float m1 = dmin * minimum(in, scales, g);
            float d2 = d * scale(in, scales, g + 1);
            float m2 = dmin * minimum(in, scales, g + 1);
            int to = o + g * 32;
            for (int l = 0; l < 32; l++) {
                int two = in.get(q + g * 16 + l);
                out[to + l] = d1 * (two & 0xF) - m1;
                out[to + l + 32] = d2 * ((two >> 4) & 0xF) - m2;
            }
        }
        in.position(q + K / 2);
    }

    static int scale(ByteBuffer in, int scales, int g) {
        return g < 4
                ? in.get(scales + g) & 63
                : (in.get(scales + g + 4) & 0xF) | (((in.get(scales + g - 4) >> 6) & 3) << 4);
    }

    static int minimum(ByteBuffer in, int scales, int g) {
        return g < 4
                ? in.get(scales + g + 4) & 63
                : ((in.get(scales + g + 4) >> 4) & 0xF) | (((in.get(scales + g) >> 6) & 3) << 4);
    }

    /** Sixteen groups of 16 with an 8-bit scale each: four low bits, then two high bits, then scales, then d. */
    private static void q6k(ByteBuffer in, float[] out, int o) {
        int low = in.position();
        int high = low + K / 2;
        int scales = high + K / 4;
        in.position(scales + K / 16);
        float d = half(in);
        for (int half = 0; half < 2; half++) {
            int to = o + half * 128;
            for (int l = 0; l < 32; l++) {
                int a = in.get(low + half * 64 + l);
                int b = in.get(low + half * 64 + l + 32);
                int h = in.get(high + half * 32 + l);
                int s = scales + half * 8 + l / 16;
                out[to + l] = d * in.get(s) * (((a & 0xF) | ((h & 3) << 4)) - 32);
                out[to + l + 32] = d * in.get(s + 2) * (((b & 0xF) | (((h >> 2) & 3) << 4)) - 32);
                out[to + l + 64] = d * in.get(s + 4) * ((((a >> 4) & 0xF) | (((h >> 4) & 3) << 4)) - 32);
                out[to + l + 96] = d * in.get(s + 6) * ((((b >> 4) & 0xF) | (((h >> 6) & 3) << 4)) - 32);
            }
        }
    }
}
