package warrant.llm.decode;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An automaton whose states are made once each: what comes after a state and a byte is looked up. Safe for many
 * threads.
 */
final class Automaton implements Acceptor {
    /** Beyond so many states what was made is forgotten. */
    private static final int MOST_STATES = 200_000;

    private final State first;
    private final Map<State, Node> nodes = new HashMap<>();
    private Node start;

    Automaton(State first) {
        this.first = first;
        this.start = new Node(first);
    }

    @Override
    public synchronized State start() {
        if (nodes.size() > MOST_STATES) {
            nodes.clear();
            start = new Node(first);
        }
        return start;
    }

    private synchronized @Nullable Node after(Node node, int octet) {
        if (node.known[octet]) {
            return node.next[octet];
        }
        State left = node.inner.next(octet);
        Node next = left == null ? null : nodes.computeIfAbsent(left, Node::new);
        node.next[octet] = next;
        node.known[octet] = true;
        return next;
    }

    /** One state, and what is known of those after it. */
    private final class Node implements State {
        private final State inner;
        private final boolean complete;
        private final boolean onlyComplete;
        private final @Nullable Node[] next = new @Nullable Node[256];
        private final boolean[] known = new boolean[256];

        private Node(State inner) {
            this.inner = inner;
            this.complete = inner.complete();
            this.onlyComplete = complete && inner.onlyComplete();
        }

        @Override
        public @Nullable State next(int octet) {
            return after(this, octet);
        }

        @Override
        public boolean complete() {
            return complete;
        }

        @Override
        public boolean onlyComplete() {
            return onlyComplete;
        }

        @Override
        public Optional<String> text() {
            return inner.text();
        }
    }
}
