package warrant.llm.decode;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Guesses what comes next from what came before: the tokens that followed the latest place at which the last three
 * stood before (prompt lookup decoding, Saxena 2023). Guesses cost little, and only right ones are kept. Not for many
 * threads.
 */
public final class Lookup {
    private static final int KEY = 3;

    private int[] tokens = new int[64];
    private int count;
    private final Map<Long, Integer> behind = new HashMap<>();

    /** Adds a token of the prompt or of the answer. */
    public void add(int token) {
        if (count >= KEY) {
            behind.put(key(), count);
        }
        tokens = count < tokens.length ? tokens : Arrays.copyOf(tokens, 2 * count);
        tokens[count++] = token;
    }

    /** @return at most so many tokens that may follow */
    public int[] guess(int most) {
        if (most < 1 || count < KEY) {
            return new int[0];
        }
        int from = behind.getOrDefault(key(), count);
        return Arrays.copyOfRange(tokens, from, Math.min(count, from + most));
    }

    /** Of the last three tokens; others may share it, which makes a wrong guess and no harm. */
    private long key() {
        long key = 0;
        for (int i = count - KEY; i < count; i++) {
            key = (key << 21) ^ tokens[i];
        }
        return key;
    }
}
