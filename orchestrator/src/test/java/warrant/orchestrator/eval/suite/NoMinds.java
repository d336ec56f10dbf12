package warrant.orchestrator.eval.suite;

import java.util.function.Supplier;
import warrant.extraction.relate.Level;
import warrant.llm.Encoder;

/** Minds of which nothing must be asked, or nothing but an encoder. */
public final class NoMinds {
    private NoMinds() {}

    /** Neither model nor encoder. */
    public static Minds at(Level level) {
        return new Minds(level, missing("model"), missing("encoder"));
    }

    public static Minds but(Encoder encoder) {
        return new Minds(Level.ENCODER, missing("model"), () -> encoder);
    }

    private static <T> Supplier<T> missing(String what) {
        return () -> {
            throw new AssertionError("the " + what + " was asked for");
        };
    }
}
