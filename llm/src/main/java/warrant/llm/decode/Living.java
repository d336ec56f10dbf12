package warrant.llm.decode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/**
 * A regular grammar without its dead ends: a byte may follow only if some whole text begins like this.
 *
 * @param living those of its derivatives from which an end can be reached
 */
record Living(Grammar grammar, Set<Grammar> living) implements Grammar {
    private static final int MOST_STATES = 20_000;

    /**
     * @param what they are of, for messages
     * @return what is in both
     * @throws ModelException with code {@code USER} if nothing is, {@code LIMIT} if that is too much to find out
     */
    static Grammar both(Grammar one, Grammar other, String what) {
        Grammar both = new Both(one, other);
        Map<Grammar, List<Grammar>> before = new HashMap<>();
        Deque<Grammar> open = new ArrayDeque<>(List.of(both));
        before.put(both, new ArrayList<>());
        while (!open.isEmpty()) {
            Grammar from = open.remove();
            for (int octet = 0; octet < 256; octet++) {
                Grammar to = from.next(octet);
                if (to != null && before.putIfAbsent(to, new ArrayList<>()) == null) {
                    open.add(to);
                }
                if (to != null) {
                    before.computeIfAbsent(to, unknown -> new ArrayList<>()).add(from);
                }
            }
            if (before.size() > MOST_STATES) {
                throw new ModelException(Code.LIMIT, "these limits together are too many to be kept: " + what);
            }
        }
        Set<Grammar> living = new HashSet<>();
        before.keySet().stream().filter(Grammar::complete).forEach(open::add);
        while (!open.isEmpty()) {
            Grammar end = open.remove();
            if (living.add(end)) {
                open.addAll(before.getOrDefault(end, List.of()));
            }
        }
        if (!living.contains(both)) {
            throw new ModelException(Code.USER, "no text keeps all of these limits: " + what);
        }
        return new Living(both, living);
    }

    @Override
    public @Nullable Grammar next(int octet) {
        Grammar next = grammar.next(octet);
        return next == null || !living.contains(next) ? null : new Living(next, living);
    }

    @Override
    public Octets begins() {
        return grammar.begins();
    }

    @Override
    public boolean complete() {
        return grammar.complete();
    }

    /** The set is one and the same along a text, and costly to compare. */
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
        return other instanceof Living(Grammar theirs, Set<Grammar> set) && set == living && theirs.equals(grammar);
    }

    @Override
    public int hashCode() {
        return grammar.hashCode();
    }
}
