package warrant.llm.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Token sequences that go through the model together. They form trees over what the model has read: each token sees
 * that prefix, its ancestors and itself, as if it stood alone. Not for many threads.
 */
final class Batch {
    /** The parent of a first token: the end of the prefix. */
    static final int PREFIX = -1;

    private final int prefix;
    private final List<Integer> tokens = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private final List<Integer> depths = new ArrayList<>();
    private final Map<Long, Integer> children = new HashMap<>();
    private final Map<Integer, Integer> wanted = new LinkedHashMap<>();

    /** @param prefix number of positions already read */
    Batch(int prefix) {
        this.prefix = prefix;
    }

    /**
     * Adds a sequence behind a place. What begins as a sequence that is there already is not computed twice.
     *
     * @return the place of the last token; {@code parent} if there is none
     */
    int add(int[] sequence, int parent) {
        int at = parent;
        for (int token : sequence) {
            long step = ((long) at << 32) | token;
            Integer known = children.get(step);
            if (known == null) {
                known = tokens.size();
                tokens.add(token);
                parents.add(at);
                depths.add(at == PREFIX ? 0 : depths.get(at) + 1);
                children.put(step, known);
            }
            at = known;
        }
        return at;
    }

    /** @return the row of the output in which this token's prediction will stand */
    int want(int place) {
        return wanted.computeIfAbsent(place, unknown -> wanted.size());
    }

    int size() {
        return tokens.size();
    }

    int[] tokens() {
        return tokens.stream().mapToInt(Integer::intValue).toArray();
    }

    long[] positions() {
        return depths.stream().mapToLong(depth -> prefix + depth).toArray();
    }

    long[] wanted() {
        return wanted.keySet().stream().mapToLong(Integer::longValue).toArray();
    }

    /** @return {@code (size, prefix + size)}: 0 where a token sees, minus infinity where it does not */
    float[] mask() {
        int n = size();
        int width = prefix + n;
        float[] mask = new float[n * width];
        for (int i = 0; i < n; i++) {
            Arrays.fill(mask, i * width + prefix, (i + 1) * width, Float.NEGATIVE_INFINITY);
            for (int j = i; j != PREFIX; j = parents.get(j)) {
                mask[i * width + prefix + j] = 0;
            }
        }
        return mask;
    }
}
