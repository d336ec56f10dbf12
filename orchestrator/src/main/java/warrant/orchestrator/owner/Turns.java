package warrant.orchestrator.owner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one of several jobs work at a time, in fair shares: the turn goes to who has worked least. Who comes later
 * begins level with who has worked least so far, so that nobody waits for the past to be made good.
 */
final class Turns {
    private final LongSupplier nanos;
    private final List<Turn> present = new ArrayList<>();
    private final List<Turn> waiting = new ArrayList<>();
    private @Nullable Turn atWork;

    /** @param nanos a clock that only goes forward */
    Turns(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized Turn join() {
        Turn turn =
                new Turn(present.stream().mapToLong(each -> each.worked).min().orElse(0));
        present.add(turn);
        return turn;
    }

    private Turn next() {
        return waiting.stream()
                .min(Comparator.comparingLong((Turn turn) -> turn.worked))
                .orElseThrow();
    }

    /** One job's part in it. */
    final class Turn {
        private long worked;
        private long since;

        private Turn(long worked) {
            this.worked = worked;
        }

        /** Waits until it may work. */
        void begin() throws InterruptedException {
            synchronized (Turns.this) {
                waiting.add(this);
                try {
                    while (atWork != null || next() != this) {
                        Turns.this.wait();
                    }
                    atWork = this;
                    since = nanos.getAsLong();
                } finally {
                    waiting.remove(this);
                    Turns.this.notifyAll();
                }
            }
        }

        /** Lets others work; nothing if it was not at work. */
        void end() {
            synchronized (Turns.this) {
                if (atWork == this) {
                    worked += nanos.getAsLong() - since;
                    atWork = null;
                    Turns.this.notifyAll();
                }
            }
        }

        void leave() {
            end();
            synchronized (Turns.this) {
                present.remove(this);
            }
        }
    }
}
