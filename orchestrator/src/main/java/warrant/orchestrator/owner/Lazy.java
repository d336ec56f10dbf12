package warrant.orchestrator.owner;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something made when it is first asked for. A failure is not kept: the next who asks tries again. */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private final Consumer<T> closer;
    private volatile @Nullable T made;

    Lazy(Supplier<T> maker, Consumer<T> closer) {
        this.maker = maker;
        this.closer = closer;
    }

    @Override
    public synchronized T get() {
        T value = made;
        if (value == null) {
            value = maker.get();
            made = value;
        }
        return value;
    }

    /** Does not wait while it is being made. */
    boolean isMade() {
        return made != null;
    }

    synchronized void end() {
        T value = made;
        if (value != null) {
            closer.accept(value);
            made = null;
        }
    }
}
