package warrant.llm.torch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;
import warrant.llm.weights.Checkpoint;
import warrant.llm.weights.FourBits;

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

    /** Below so many weights F32 is fast enough, and exact. */
    private static final long SMALL = 500_000_000;

    /** @return what is fastest on this processor without losing what the tests demand */
    static Precision best(long weights) {
        Set<String> flags = Processor.flags();
        if (flags.contains("avx512_bf16") || flags.contains("amx_bf16")) {
            return BF16;
        }
        return weights >= SMALL && INT8.supported() ? INT8 : F32;
    }

    /**
     * @param file whose weights are run
     * @param reading the precision of what is read and decided
     * @return the precision in which a model of the file writes fastest, without rounding the file's weights to less
     */
    static Precision forWriting(Checkpoint file, Precision reading) {
        long four = file.tensors().values().stream()
                .filter(tensor -> FourBits.holds(tensor.type()))
                .mapToLong(tensor -> (long) tensor.rows() * tensor.columns())
                .sum();
        boolean pays = file.numbers() >= SMALL && 2 * four > file.numbers();
        return pays && INT4.supported() ? INT4 : reading;
    }

    /** @return whether this processor computes right in this precision */
    boolean supported() {
        Set<String> flags = Processor.flags();
        return switch (this) {
            case F32 -> true;
            case BF16 -> flags.contains("avx512bw") || flags.contains("amx_bf16");
            case INT8, INT4 -> flags.contains("avx512_vnni") || flags.contains("avx_vnni");
        };
    }

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
