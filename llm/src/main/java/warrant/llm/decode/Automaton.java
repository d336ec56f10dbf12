package warrant.llm.decode;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * An automaton whose states are made once each: what comes after a state and a byte is looked up. Safe for many
 * threads.
 */
final class Automaton implements Acceptor {
    /** Beyond so many states what was made is forgotten. */
    private static final int MOST_STATES = 200_000;
    /** Stands where it is known that a byte may not follow. */
    private static final Object NOWHERE = new Object();

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

    private synchronized @Nullable Node made(Node node, int octet) {
        State left = node.inner.next(octet);
        Node next = left == null ? null : nodes.computeIfAbsent(left, Node::new);
        node.next.set(octet, next == null ? NOWHERE : next);
        return next;
    }

    /** One state, and what is known of those after it. */
    final class Node implements State {
        private final State inner;
        private final Octets begins;
        private final boolean complete;
        private final boolean onlyComplete;
        private final AtomicReferenceArray<@Nullable Object> next = new AtomicReferenceArray<>(256);

        private Node(State inner) {
            this.inner = inner;
            this.begins = inner.begins();
            this.complete = inner.complete();
            this.onlyComplete = complete && inner.onlyComplete();
        }

        @Override
        public @Nullable State next(int octet) {
            if (!begins.has(octet)) {
                return null;
            }
            Object known = next.get(octet);
            if (known == null) {
                return made(this, octet);
            }
            return known instanceof Node node ? node : null;
        }

        /** @return what this is made of */
        State inner() {
            return inner;
        }

        @Override
        public Octets begins() {
            return begins;
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
