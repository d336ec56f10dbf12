package warrant.llm.decode;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import warrant.llm.token.Tokenizer;

/** All tokens that stand for text, as a tree over their bytes: the root is node 0. Immutable. */
final class Tree {
    /** No node, no token. */
    static final int NONE = -1;

    private static final int ROOT = 0;

    /** Of each node: its byte, its parent, its first child, its next sibling, the tokens that end in it (a chain). */
    private byte[] octet = new byte[1024];

    private int[] parent = new int[1024];
    private int[] child = new int[1024];
    private int[] sibling = new int[1024];
    private int[] token = new int[1024];
    private final int[] sameText;
    private final BitSet texts = new BitSet();
    private final int[][] withOctet = new int[256][];
    private int nodes;

    Tree(Tokenizer tokenizer) {
        sameText = new int[tokenizer.size()];
        Arrays.fill(sameText, NONE);
        node((byte) 0, NONE);
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
                path[i + 1] = node(bytes[i], path[i]);
                sibling[path[i + 1]] = child[path[i]];
                child[path[i]] = path[i + 1];
            }
            texts.set(id);
            sameText[id] = token[path[bytes.length]];
            token[path[bytes.length]] = id;
            before = bytes;
        }
        for (int value = 0; value < withOctet.length; value++) {
            byte wanted = (byte) value;
            withOctet[value] = IntStream.range(1, nodes)
                    .filter(node -> octet[node] == wanted)
                    .toArray();
        }
    }

    private int node(byte value, int above) {
        if (nodes == octet.length) {
            octet = Arrays.copyOf(octet, nodes * 2);
            parent = Arrays.copyOf(parent, nodes * 2);
            child = Arrays.copyOf(child, nodes * 2);
            sibling = Arrays.copyOf(sibling, nodes * 2);
            token = Arrays.copyOf(token, nodes * 2);
        }
        octet[nodes] = value;
        parent[nodes] = above;
        child[nodes] = NONE;
        sibling[nodes] = NONE;
        token[nodes] = NONE;
        return nodes++;
    }

    /** @return number of nodes */
    int size() {
        return nodes;
    }

    /** @return number of tokens, those without text included */
    int tokens() {
        return sameText.length;
    }

    /** @return all tokens that stand for text; not to be changed */
    BitSet texts() {
        return texts;
    }

    int firstChild(int node) {
        return child[node];
    }

    int sibling(int node) {
        return sibling[node];
    }

    int parent(int node) {
        return parent[node];
    }

    int octet(int node) {
        return octet[node] & 0xFF;
    }

    /** @return the nodes with this byte, the root aside; not to be changed */
    int[] withOctet(int value) {
        return withOctet[value];
    }

    /** Tells the tokens that end in a node. */
    void add(int node, IntConsumer tokens) {
        for (int id = token[node]; id != NONE; id = sameText[id]) {
            tokens.accept(id);
        }
    }

    /** @return all tokens whose bytes may follow a state */
    BitSet after(Acceptor.State state) {
        BitSet tokens = new BitSet(tokens());
        Octets begins = state.begins();
        for (int next = child[ROOT]; next != NONE; next = sibling[next]) {
            Acceptor.@Nullable State after = begins.has(octet(next)) ? state.next(octet(next)) : null;
            if (after != null) {
                add(next, tokens::set);
                below(next, after, tokens::set);
            }
        }
        return tokens;
    }

    /** Tells the tokens below a node whose further bytes may follow a state. */
    void below(int node, Acceptor.State state, IntConsumer tokens) {
        for (int next = child[node]; next != NONE; next = sibling[next]) {
            Acceptor.@Nullable State after = state.next(octet[next] & 0xFF);
            if (after != null) {
                add(next, tokens);
                below(next, after, tokens);
            }
        }
    }
}
