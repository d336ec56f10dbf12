package warrant.llm.decode;

import java.util.LinkedHashMap;
import java.util.Map;
import warrant.llm.Constraint;

/** The acceptors of the constraints used last, with all that they found out. Safe for many threads. */
public final class Acceptors {
    private static final int MOST = 32;

    private record Key(Constraint constraint, String lead) {}

    private final Map<Key, Acceptor> latest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Acceptor> eldest) {
            return size() > MOST;
        }
    };

    /** @see Acceptor#of */
    public synchronized Acceptor of(Constraint constraint, String lead) {
        return latest.computeIfAbsent(new Key(constraint, lead), key -> Acceptor.of(constraint, lead));
    }
}
