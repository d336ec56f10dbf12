package warrant.orchestrator.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.lucene.util.VectorUtil;
import warrant.llm.Encoder;

/** Vectors of texts, each text encoded once. Safe for many threads. */
public final class Meanings {
    /** Texts encoded in one call, so that a long list tells its progress to nobody but holds up nobody for long. */
    private static final int CALL = 256;

    private final Supplier<Encoder> encoder;
    private final Map<String, float[]> vectors = new ConcurrentHashMap<>();

    /** @param encoder opened when the first text comes */
    public Meanings(Supplier<Encoder> encoder) {
        this.encoder = encoder;
    }

    /** @return the vector of a text that will come again */
    public float[] of(String text) {
        return vectors.computeIfAbsent(text, this::once);
    }

    /** @return the vector of a text that will hardly come again, such as a question; it is not kept */
    public float[] once(String text) {
        return encoder.get().encode(List.of(text)).getFirst();
    }

    /** Encodes together what is not known yet. */
    public void learn(Collection<String> texts) {
        List<String> fresh = texts.stream()
                .filter(text -> !vectors.containsKey(text))
                .distinct()
                .sorted()
                .toList();
        for (int from = 0; from < fresh.size(); from += CALL) {
            List<String> some = fresh.subList(from, Math.min(fresh.size(), from + CALL));
            List<float[]> made = encoder.get().encode(some);
            for (int i = 0; i < some.size(); i++) {
                vectors.put(some.get(i), made.get(i));
            }
        }
    }

    /** @return the cosine of two vectors of length 1, in [-1, 1] */
    public static double nearness(float[] one, float[] other) {
        return VectorUtil.dotProduct(one, other);
    }
}
