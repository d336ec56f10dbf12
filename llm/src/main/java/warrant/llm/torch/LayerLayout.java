package warrant.llm.torch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the tensors of a layer stand in the list of weights, counted from the layer's first. Told once, for the script
 * that reads the list and for the loading that fills it.
 */
final class LayerLayout {
    /** A matrix is two tensors: the numbers as the precision wants them, and their scales or nothing. */
    static final int MATRIX = 2;

    private static final Pattern PLACE = Pattern.compile("@(\\w+)");

    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final Map<String, Integer> lengths = new LinkedHashMap<>();
    private int size;

    private LayerLayout() {}

    static LayerLayout of(DecoderShape shape, boolean experts) {
        LayerLayout layout = new LayerLayout().plain("norm");
        switch (shape.attention()) {
            case Attention.Grouped grouped -> layout.grouped(grouped);
            case Attention.Latent latent -> layout.latent(latent);
        }
        layout.matrix("output").plain("feednorm");
        if (shape.postNorms()) {
            layout.plain("afterattention").plain("afterfeed");
        }
        return experts
                ? layout.experts(shape.feed().experts().orElseThrow())
                : layout.matrix("gateup").matrix("down");
    }

    private void grouped(Attention.Grouped grouped) {
        matrix("qkv").plain("bias");
        if (grouped.norms()) {
            plain("headnorms");
        }
    }

    private void latent(Attention.Latent latent) {
        matrix("short").plain("keptnorm").plain("keys").plain("values");
        if (latent.queryRank() > 0) {
            plain("querynorm").matrix("queries");
        }
    }

    private LayerLayout experts(FeedForward.Experts experts) {
        plain("router");
        if (experts.shared() > 0) {
            matrix("gateup").matrix("down");
        }
        add("experts", 2 * MATRIX * experts.count());
        return this;
    }

    private LayerLayout plain(String name) {
        return add(name, 1);
    }

    private LayerLayout matrix(String name) {
        return add(name, MATRIX);
    }

    private LayerLayout add(String name, int tensors) {
        places.put(name, size);
        lengths.put(name, tensors);
        size += tensors;
        return this;
    }

    /** @return the names in their order */
    Iterable<String> names() {
        return places.keySet();
    }

    /** @return number of tensors */
    int size() {
        return size;
    }

    /**
     * @param source in which {@code @name} stands for the tensor of the layer that begins at {@code b}; for both, if it
     *     is a matrix; for the number of the first, if it is more
     */
    String filledInto(String source) {
        return PLACE.matcher(source).replaceAll(found -> {
            String name = found.group(1);
            Integer place = places.get(name);
            if (place == null) {
                throw new IllegalStateException("a layer without " + name);
            }
            String first = "w[b + " + place + "]";
            return Matcher.quoteReplacement(
                    switch (lengths.getOrDefault(name, 0)) {
                        case 1 -> first;
                        case MATRIX -> first + ", w[b + " + (place + 1) + "]";
                        default -> "b + " + place;
                    });
        });
    }
}
