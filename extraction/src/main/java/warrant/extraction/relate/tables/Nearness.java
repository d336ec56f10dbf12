package warrant.extraction.relate.tables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import warrant.graph.Ontology;
import warrant.llm.Encoder;

/**
 * How near a header is to relations in the encoder's space, as evidence where no words are shared: only if one relation
 * of those that the column's values allow is near, and clearly nearer than the next.
 */
final class Nearness {
    /** Least cosine, for values whose type tells much, and for names and free text, whose type tells little. */
    private static final double NEAR = 0.52;

    private static final double NEAR_LOOSE = 0.6;
    private static final double MARGIN = 0.1;
    private static final double MARGIN_LOOSE = 0.15;

    private final @Nullable Encoder encoder;
    private final Map<String, float[]> vectors = new HashMap<>();

    Nearness(@Nullable Encoder encoder) {
        this.encoder = encoder;
    }

    /**
     * @param allowed relations that things of the rows' class have and whose range the cells fit
     * @return cosine of the one that stands out, by its IRI; empty if none does
     */
    Map<String, Double> outstanding(Header header, Collection<Ontology.Relation> allowed) {
        if (encoder == null || header.label().isBlank() || allowed.isEmpty()) {
            return Map.of();
        }
        String best = "";
        double first = 0;
        double second = 0;
        boolean loose = false;
        for (Ontology.Relation relation : allowed) {
            double cosine = cosine(header.label(), relation);
            if (cosine > first) {
                second = first;
                first = cosine;
                best = relation.iri();
                loose = relation.object() || Lexicon.range(relation).equals(warrant.graph.Datatypes.STRING);
            } else {
                second = Math.max(second, cosine);
            }
        }
        boolean near = first >= (loose ? NEAR_LOOSE : NEAR) && first - second >= (loose ? MARGIN_LOOSE : MARGIN);
        return near ? Map.of(best, first) : Map.of();
    }

    private double cosine(String header, Ontology.Relation relation) {
        List<String> texts = new ArrayList<>(relation.labels());
        texts.add(relation.label() + ": " + relation.comment());
        return texts.stream().mapToDouble(text -> cosine(header, text)).max().orElse(0);
    }

    private double cosine(String one, String other) {
        float[] a = vector(one);
        float[] b = vector(other);
        double cosine = 0;
        for (int i = 0; i < a.length; i++) {
            cosine += a[i] * b[i];
        }
        return cosine;
    }

    private float[] vector(String text) {
        synchronized (vectors) {
            return vectors.computeIfAbsent(
                    text,
                    t -> java.util.Objects.requireNonNull(encoder)
                            .encode(List.of(t))
                            .getFirst());
        }
    }
}
