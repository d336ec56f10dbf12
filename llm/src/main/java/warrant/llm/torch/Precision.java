package warrant.llm.torch;

import java.util.Arrays;
import java.util.Locale;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/** In what numbers the products of weights and activations are computed. Sums, norms and attention are always F32. */
public enum Precision {
    /** Weights and activations in F32, weights in oneDNN's blocked layout. */
    F32,

    /** Weights and activations in BF16, products summed in F32. Fast where the processor multiplies BF16. */
    BF16,

    /**
     * Weights as 8-bit whole numbers with a scale for each row; activations as 16-bit whole numbers with a scale for
     * each token, multiplied as a high and a low byte. What is lost is the rounding of the weights alone. Fast where
     * the processor multiplies bytes (VNNI); elsewhere byte products could overflow, so it is refused.
     */
    INT8,

    /**
     * Where the file holds weights of 4 bits in groups of 32, these with the file's own scales (rounded to BF16) and
     * activations in BF16; all other matrices as in {@link #INT8}. Least memory, and fastest where a token is written
     * at a time.
     */
    INT4;

    /** @return about how many bytes of memory a number of a matrix takes, with its share of the scales */
    double bytesOfNumber() {
        return switch (this) {
            case F32 -> 4;
            case BF16 -> 2;
            case INT8 -> 1.01;
            case INT4 -> 0.65;
        };
    }

    /** @return whether a row's numbers are the same however many rows are multiplied with it */
    boolean exactSums() {
        return this == INT8 || this == INT4;
    }

    /** @throws ModelException with code {@code USER} if there is no precision of this name */
    public static Precision of(String id) {
        return Arrays.stream(values())
                .filter(precision -> precision.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ModelException(
                        Code.USER, "there is no precision '" + id + "'. Maybe you mean f32, bf16, int8 or int4"));
    }

    /** @return as in a model profile */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
