package warrant.llm.torch;

import java.util.Optional;

/**
 * How a language model is to be run.
 *
 * @param name of the model, as in the catalogue
 * @param sha256 of the file if the caller knows it; else it is computed
 * @param precision in which texts are read and decisions taken; empty for the one that is best on this processor
 * @param writing in which answers are written token by token; empty for the one that is best there, or for that named
 *     by {@code precision}
 * @param place where it computes; empty for a graphics processor if there is one, else the processor
 * @param threads for one operation; the number of physical cores is best
 * @param window most tokens that a call may hold, cut to what the model was made for; memory grows with it
 */
public record Settings(
        String name,
        Optional<String> sha256,
        Optional<Precision> precision,
        Optional<Precision> writing,
        Optional<Place> place,
        int threads,
        int window) {
    private static final int WINDOW = 8192;

    public Settings {
        if (threads < 1 || window < 1) {
            throw new IllegalArgumentException("threads " + threads + ", window " + window);
        }
    }

    /** @return the defaults for a model of this name */
    public static Settings of(String name) {
        return new Settings(
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Processor.cores(),
                WINDOW);
    }

    public Settings withPrecision(Precision other) {
        return new Settings(name, sha256, Optional.of(other), writing, place, threads, window);
    }

    /** @param other in which answers are written; how the rest is done stays */
    public Settings writingIn(Precision other) {
        return new Settings(name, sha256, precision, Optional.of(other), place, threads, window);
    }

    /** @param names {@code bf16}, or {@code bf16+int4} for reading and writing; empty for what is chosen here */
    public Settings withPrecisions(String names) {
        if (names.isEmpty() || names.equals("auto")) {
            return this;
        }
        int plus = names.indexOf('+');
        return plus < 0
                ? withPrecision(Precision.of(names))
                : withPrecision(Precision.of(names.substring(0, plus)))
                        .writingIn(Precision.of(names.substring(plus + 1)));
    }

    /** @param device {@code cpu} or {@code cuda}; empty for what is there */
    public Settings on(String device) {
        return device.isEmpty() || device.equals("auto")
                ? this
                : new Settings(name, sha256, precision, writing, Optional.of(Place.of(device)), threads, window);
    }

    /** @param other empty if it is to be computed */
    public Settings withSha256(Optional<String> other) {
        return new Settings(name, other, precision, writing, place, threads, window);
    }
}
