package warrant.llm.decode;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import warrant.llm.token.Tokenizer;

/** All tokens that stand for text, as a tree over their bytes. Safe for many threads. */
public final class Vocabulary {
    private static final int NONE = -1;
    /** Of 19 kB each for 150,000 tokens. */
    private static final int MOST_MASKS = 1000;

    /** Of each node: its byte, its first child, its next sibling, the tokens that end in it (a chain). */
    private byte[] octet = new byte[1024];

    private int[] child = new int[1024];
    private int[] sibling = new int[1024];
    private int[] token = new int[1024];
    private final int[] sameText;
    private final BitSet texts = new BitSet();
    private final Map<Acceptor.State, BitSet> masks = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Acceptor.State, BitSet> eldest) {
            return size() > MOST_MASKS;
        }
    };
    private int nodes;

    public Vocabulary(Tokenizer tokenizer) {
        sameText = new int[tokenizer.size()];
        Arrays.fill(sameText, NONE);
        node((byte) 0);
        int[] order = IntStream.range(0, tokenizer.size())
                .filter(id -> !tokenizer.isControl(id) && tokenizer.bytes(id).length > 0)
                .boxed()
                .sorted((a, b) -> Arrays.compareUnsigned(tokenizer.bytes(a), tokenizer.bytes(b)))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] path = new int[1 << 10];
        byte[] before = {};
        for (int id : order) {
            byte[] bytes = tokenizer.bytes(id);
            int common = Math.max(0, Arrays.mismatch(before, bytes));
            common = Arrays.equals(before, bytes) ? bytes.length : common;
            path = bytes.length < path.length ? path : Arrays.copyOf(path, bytes.length + 1);
            for (int i = common; i < bytes.length; i++) {
                path[i + 1] = node(bytes[i]);
                sibling[path[i + 1]] = child[path[i]];
                child[path[i]] = path[i + 1];
            }
            texts.set(id);
            sameText[id] = token[path[bytes.length]];
            token[path[bytes.length]] = id;
            before = bytes;
        }
    }

    private int node(byte value) {
        if (nodes == octet.length) {
            octet = Arrays.copyOf(octet, nodes * 2);
            child = Arrays.copyOf(child, nodes * 2);
            sibling = Arrays.copyOf(sibling, nodes * 2);
            token = Arrays.copyOf(token, nodes * 2);
        }
        octet[nodes] = value;
        child[nodes] = NONE;
        sibling[nodes] = NONE;
        token[nodes] = NONE;
        return nodes++;
    }

    /** @return the tokens whose bytes may follow the state; the caller's to change */
    public BitSet allowed(Acceptor.State state) {
        return (BitSet) mask(state).clone();
    }

    /** Masks are kept, by state, and the one used longest ago is forgotten. */
    private synchronized BitSet mask(Acceptor.State state) {
        if (state == Acceptor.Anything.INSTANCE) {
            return texts;
        }
        BitSet known = masks.get(state);
        if (known == null) {
            known = new BitSet(sameText.length);
            allow(0, state, known);
            masks.put(state, known);
        }
        return known;
    }

    private void allow(int node, Acceptor.State state, BitSet allowed) {
        for (int next = child[node]; next != NONE; next = sibling[next]) {
            Acceptor.@Nullable State after = state.next(octet[next] & 0xFF);
            if (after != null) {
                for (int id = token[next]; id != NONE; id = sameText[id]) {
                    allowed.set(id);
                }
                allow(next, after, allowed);
            }
        }
    }

    /** @return the token with the greatest logit of those whose bytes may follow the state, or -1 */
    public int best(float[] logits, Acceptor.State state) {
        BitSet allowed = mask(state);
        int best = NONE;
        for (int id = allowed.nextSetBit(0); id >= 0; id = allowed.nextSetBit(id + 1)) {
            best = best == NONE || logits[id] > logits[best] ? id : best;
        }
        return best;
    }
}
