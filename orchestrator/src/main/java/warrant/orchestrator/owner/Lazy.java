package warrant.orchestrator.owner;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something made when it is first asked for. A failure is not kept: the next who asks tries again. */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private final Consumer<T> closer;
    private @Nullable T made;

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

    synchronized boolean isMade() {
        return made != null;
    }

    synchronized void end() {
        if (made != null) {
            closer.accept(made);
            made = null;
        }
    }
}
