package warrant.llm.torch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
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
    INT8;

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

    /** @return whether this processor computes right in this precision */
    boolean supported() {
        Set<String> flags = Processor.flags();
        return switch (this) {
            case F32 -> true;
            case BF16 -> flags.contains("avx512bw") || flags.contains("amx_bf16");
            case INT8 -> flags.contains("avx512_vnni") || flags.contains("avx_vnni");
        };
    }

    /** @throws ModelException with code {@code USER} if there is no precision of this name */
    public static Precision of(String id) {
        return Arrays.stream(values())
                .filter(precision -> precision.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ModelException(
                        Code.USER, "there is no precision '" + id + "'. Maybe you mean f32, bf16 or int8"));
    }

    /** @return as in a model profile */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
