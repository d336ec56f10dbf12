package warrant.llm.export;

import java.nio.ByteBuffer;
import warrant.llm.weights.TensorType;

/** F32 numbers to blocks as files store them, rounded as ggml-quants.c does. */
final class Quantiser {
    private static final int BLOCK = 32;

    private Quantiser() {}

    /**
     * @param numbers as many as whole blocks hold
     * @param out little-endian, with room for them
     */
    static void write(TensorType type, float[] numbers, ByteBuffer out) {
        switch (type) {
            case F32 -> {
                for (float number : numbers) {
                    out.putFloat(number);
                }
            }
            case F16 -> {
                for (float number : numbers) {
                    out.putShort(Float.floatToFloat16(number));
                }
            }
            case Q8_0 -> {
                for (int at = 0; at < numbers.length; at += BLOCK) {
                    q80(numbers, at, out);
                }
            }
            case Q4_0 -> {
                for (int at = 0; at < numbers.length; at += BLOCK) {
                    q40(numbers, at, out);
                }
            }
            default -> throw new IllegalArgumentException("no file is written in " + type);
        }
    }

    private static void q80(float[] numbers, int at, ByteBuffer out) {
        float most = 0;
        for (int i = at; i < at + BLOCK; i++) {
            most = Math.max(most, Math.abs(numbers[i]));
        }
        float scale = most / 127;
        float inverse = scale == 0 ? 0 : 1 / scale;
        out.putShort(Float.floatToFloat16(scale));
        for (int i = at; i < at + BLOCK; i++) {
            out.put((byte) away(numbers[i] * inverse));
        }
    }

    /** Rounds to the nearest, halves away from zero. */
    private static int away(float number) {
        return (int) (number + Math.copySign(0.5f, number));
    }

    private static void q40(float[] numbers, int at, ByteBuffer out) {
        float farthest = 0;
        for (int i = at; i < at + BLOCK; i++) {
            farthest = Math.abs(numbers[i]) > Math.abs(farthest) ? numbers[i] : farthest;
        }
        float scale = farthest / -8;
        float inverse = scale == 0 ? 0 : 1 / scale;
        out.putShort(Float.floatToFloat16(scale));
        for (int i = at; i < at + BLOCK / 2; i++) {
            int low = Math.min(15, (int) (numbers[i] * inverse + 8.5f));
            int high = Math.min(15, (int) (numbers[i + BLOCK / 2] * inverse + 8.5f));
            out.put((byte) (low | (high << 4)));
        }
    }
}
