package warrant.orchestrator.matter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was made of keys that came lately. Safe for many threads; while one makes a value, no other waits. */
final class Remembered<K, V> {
    private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final int most;

    /** @param most how many are kept; of more, the one not asked for the longest goes */
    Remembered(int most) {
        this.most = most;
    }

    V get(K key, Function<K, V> made) {
        V known = known(key);
        if (known != null) {
            return known;
        }
        V value = made.apply(key);
        keep(key, value);
        return value;
    }

    private synchronized @Nullable V known(K key) {
        return kept.get(key);
    }

    private synchronized void keep(K key, V value) {
        kept.put(key, value);
        if (kept.size() > most) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}
