package warrant.llm.torch;

import java.util.Locale;

/** In what numbers the products of weights and activations are computed. Sums, norms and attention are always F32. */
public enum Precision {
    /** Weights and activations in F32, weights in oneDNN's blocked layout. */
    F32;

    /** @return as in a model profile */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
