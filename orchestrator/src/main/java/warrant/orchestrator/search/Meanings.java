package warrant.orchestrator.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.lucene.util.VectorUtil;
import warrant.llm.Encoder;

/** Vectors of texts. What was encoded lately is not encoded again. Safe for many threads. */
public final class Meanings {
    /** Texts in one call of the encoder, so that others who need it wait for seconds at most. */
    private static final int CALL = 256;

    /** Texts whose vectors are kept: some 80 MiB. */
    private static final int KEPT = 50_000;

    private final Supplier<? extends Encoder> encoder;
    private final int most;
    private final Map<String, float[]> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** @param encoder opened when the first text comes */
    public Meanings(Supplier<? extends Encoder> encoder) {
        this(encoder, KEPT);
    }

    Meanings(Supplier<? extends Encoder> encoder, int most) {
        this.encoder = encoder;
        this.most = most;
    }

    /** @return the vectors of texts that will come again, in order */
    public List<float[]> of(Collection<String> texts) {
        Map<String, float[]> known = known(texts);
        List<String> fresh = texts.stream()
                .filter(text -> !known.containsKey(text))
                .distinct()
                .toList();
        for (int from = 0; from < fresh.size(); from += CALL) {
            List<String> some = fresh.subList(from, Math.min(fresh.size(), from + CALL));
            List<float[]> made = encoder.get().encode(some);
            for (int i = 0; i < some.size(); i++) {
                known.put(some.get(i), made.get(i));
            }
        }
        keep(fresh, known);
        List<float[]> vectors = new ArrayList<>();
        texts.forEach(text -> vectors.add(known.get(text)));
        return vectors;
    }

    private Map<String, float[]> known(Collection<String> texts) {
        Map<String, float[]> known = new LinkedHashMap<>();
        synchronized (kept) {
            for (String text : texts) {
                float[] vector = kept.get(text);
                if (vector != null) {
                    known.put(text, vector);
                }
            }
        }
        return known;
    }

    private void keep(List<String> fresh, Map<String, float[]> vectors) {
        synchronized (kept) {
            fresh.forEach(text -> kept.put(text, vectors.get(text)));
            while (kept.size() > most) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
    }

    /** @return the vector of a text that will hardly come again, such as a question; it is not kept */
    public float[] once(String text) {
        return encoder.get().encode(List.of(text)).getFirst();
    }

    /** @return the cosine of two vectors of length 1, in [-1, 1] */
    public static double nearness(float[] one, float[] other) {
        return VectorUtil.dotProduct(one, other);
    }
}
