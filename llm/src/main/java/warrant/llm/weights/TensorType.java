package warrant.llm.weights;

import org.jspecify.annotations.Nullable;

/** How the numbers of a tensor are stored: blocks of so many numbers in so many bytes (ggml.h, ggml-common.h). */
public enum TensorType {
    F32(0, 1, 4),
    F16(1, 1, 2),
    Q4_0(2, 32, 18),
    Q4_1(3, 32, 20),
    Q5_0(6, 32, 22),
    Q5_1(7, 32, 24),
    Q8_0(8, 32, 34),
    Q2_K(10, 256, 84),
    Q3_K(11, 256, 110),
    Q4_K(12, 256, 144),
    Q5_K(13, 256, 176),
    Q6_K(14, 256, 210),
    BF16(30, 1, 2);

    private final int id;
    private final int blockNumbers;
    private final int blockBytes;

    TensorType(int id, int blockNumbers, int blockBytes) {
        this.id = id;
        this.blockNumbers = blockNumbers;
        this.blockBytes = blockBytes;
    }

    /** @return its number in a file */
    public int id() {
        return id;
    }

    /** @return numbers in a block */
    public int blockNumbers() {
        return blockNumbers;
    }

    /** @return bytes of a block */
    public int blockBytes() {
        return blockBytes;
    }

    /** @return the type with this number in a file, or null if this program does not read it */
    static @Nullable TensorType of(int id) {
        for (TensorType type : values()) {
            if (type.id == id) {
                return type;
            }
        }
        return null;
    }
}
