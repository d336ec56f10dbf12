package warrant.llm.decode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How far each path of the vocabulary's tree gets in a repetition of one item, such as the characters of a string. Told
 * once for an item, it gives the tokens of every state within such a repetition without walking the tree: however many
 * items are left, and whatever follows them.
 */
final class Repetition {
    private final Tree tree;

    /** Of each node the number of items that its path needs, a begun one included; 0: it is no such path. */
    private final short[] needed;

    /** The nodes whose paths are whole items. */
    private final BitSet whole = new BitSet();

    /** The tokens that need at most so many items. */
    private final List<BitSet> within = new ArrayList<>();

    private Repetition(Tree tree) {
        this.tree = tree;
        this.needed = new short[tree.size()];
        this.within.add(new BitSet(tree.tokens()));
    }

    /**
     * @return null if an item could end and go on as well, or be empty: then counting items does not tell where a path
     *     stands
     */
    static @Nullable Repetition of(Grammar item, Tree tree) {
        Repetition repetition = new Repetition(tree);
        Acceptor.State first = new Automaton(item).start();
        repetition.whole.set(0);
        if (first.complete() || !repetition.below(0, first, first, 0)) {
            return null;
        }
        for (int items = 1; items < repetition.within.size(); items++) {
            repetition.within.get(items).or(repetition.within.get(items - 1));
        }
        return repetition;
    }

    /** @return whether all ends of items below are certain ones */
    private boolean below(int node, Acceptor.State state, Acceptor.State first, int items) {
        for (int next = tree.firstChild(node); next != Tree.NONE; next = tree.sibling(next)) {
            Acceptor.@Nullable State after = state.next(tree.octet(next));
            if (after == null) {
                continue;
            }
            needed[next] = (short) (items + 1);
            while (within.size() <= items + 1) {
                within.add(new BitSet(tree.tokens()));
            }
            tree.add(next, within.get(items + 1)::set);
            boolean ends = after.complete();
            if (ends && !after.onlyComplete()) {
                return false;
            }
            if (ends) {
                whole.set(next);
            }
            if (!below(next, ends ? first : after, first, ends ? items + 1 : items)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The tokens that may follow a repetition's beginning.
     *
     * @param least items that must come
     * @param most items that may come; -1 for no limit
     * @param rest what comes behind it
     */
    BitSet allowed(int least, int most, Rest rest) {
        int limit = most < 0 ? within.size() - 1 : Math.min(most, within.size() - 1);
        BitSet allowed = (BitSet) within.get(limit).clone();
        for (int first : rest.begins()) {
            for (int node : tree.withOctet(first)) {
                int after = tree.parent(node);
                if (whole.get(after) && needed[after] >= least && needed[after] <= limit) {
                    for (int token : rest.tokens(node)) {
                        allowed.set(token);
                    }
                }
            }
        }
        return allowed;
    }

    /** What may come behind a repetition. Not for many threads. */
    static final class Rest {
        private final Tree tree;
        private final Acceptor.State begin;
        private final int[] begins;
        private final Map<Integer, int[]> tokens = new HashMap<>();

        Rest(Grammar rest, Tree tree) {
            this.tree = tree;
            this.begin = new Automaton(rest).start();
            this.begins = IntStream.range(0, 256)
                    .filter(octet -> begin.next(octet) != null)
                    .toArray();
        }

        /** @return the bytes with which it may begin */
        int[] begins() {
            return begins;
        }

        /** @return the tokens that go through a node, with the byte of which it begins */
        int[] tokens(int node) {
            return tokens.computeIfAbsent(node, unknown -> {
                Acceptor.State after = begin.next(tree.octet(node));
                IntStream.Builder found = IntStream.builder();
                if (after != null) {
                    tree.add(node, found);
                    tree.below(node, after, found);
                }
                return found.build().toArray();
            });
        }
    }
}
