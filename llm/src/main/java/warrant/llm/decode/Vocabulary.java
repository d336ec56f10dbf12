package warrant.llm.decode;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import warrant.llm.token.Tokenizer;

/**
 * All tokens that stand for text, and which of them a state allows. What was found out is kept: masks by state; how far
 * tokens get in a repetition by its item, for all constraints that have one like it. Safe for many threads.
 */
public final class Vocabulary {
    /** Of 19 kB each for 150,000 tokens. */
    private static final int MOST_MASKS = 1000;

    /** Of up to 2 MB each. */
    private static final int MOST_ITEMS = 16;

    private static final int MOST_RESTS = 256;

    /** Items that begin with fewer bytes allow few tokens, which are found by walking. */
    private static final int MANY = 32;

    private final Tree tree;
    private final Map<Acceptor.State, BitSet> masks = new Latest<>(MOST_MASKS);
    private final Map<Grammar, Optional<Repetition>> items = new Latest<>(MOST_ITEMS);
    private final Map<Grammar, Repetition.Rest> rests = new Latest<>(MOST_RESTS);
    private long walks;

    public Vocabulary(Tokenizer tokenizer) {
        this.tree = new Tree(tokenizer);
    }

    /** @return the tokens whose bytes may follow the state; the caller's to change */
    public BitSet allowed(Acceptor.State state) {
        return (BitSet) mask(state).clone();
    }

    private synchronized BitSet mask(Acceptor.State state) {
        if (state == Acceptor.Anything.INSTANCE) {
            return tree.texts();
        }
        BitSet known = masks.get(state);
        if (known == null) {
            known = made(state);
            masks.put(state, known);
        }
        return known;
    }

    private BitSet made(Acceptor.State state) {
        if (state instanceof Automaton.Node node) {
            if (node.inner() instanceof Grammar.Repeat repeat && isLong(repeat)) {
                return repeated(repeat, Grammar.Literal.END, state);
            }
            if (node.inner() instanceof Grammar.Sequence(Grammar.Repeat repeat, Grammar rest) && isLong(repeat)) {
                return repeated(repeat, rest, state);
            }
        }
        return walked(state);
    }

    private static boolean isLong(Grammar.Repeat repeat) {
        return repeat.begins().count() > MANY;
    }

    /** A repetition of long texts allows nearly all tokens, so that walking the tree would be long. */
    private BitSet repeated(Grammar.Repeat repeat, Grammar rest, Acceptor.State state) {
        Optional<Repetition> repetition =
                items.computeIfAbsent(repeat.item(), item -> Optional.ofNullable(Repetition.of(item, tree)));
        if (repetition.isEmpty()) {
            return walked(state);
        }
        Repetition.Rest behind = rests.computeIfAbsent(rest, after -> new Repetition.Rest(after, tree));
        return repetition.get().allowed(repeat.least(), repeat.most(), behind);
    }

    private BitSet walked(Acceptor.State state) {
        walks++;
        return tree.after(state);
    }

    /** @return how often the whole tree was walked for a mask */
    synchronized long walks() {
        return walks;
    }

    /** @return the token with the greatest logit of those whose bytes may follow the state, or -1 */
    public int best(float[] logits, Acceptor.State state) {
        BitSet allowed = mask(state);
        int best = Tree.NONE;
        for (int id = allowed.nextSetBit(0); id >= 0; id = allowed.nextSetBit(id + 1)) {
            best = best == Tree.NONE || logits[id] > logits[best] ? id : best;
        }
        return best;
    }
}
