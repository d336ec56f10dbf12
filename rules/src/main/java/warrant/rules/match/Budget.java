package warrant.rules.match;

import warrant.rules.Limits;

/** What is left of the limits. One for each session. */
public final class Budget {
    private static final int CLOCK_EVERY = 1 << 12;
    private static final long STEPS_PER_FIRING = 64;

    private final Limits limits;
    private long deadline;
    private long steps;
    private long firings;
    private long triples;

    public Budget(Limits limits) {
        this.limits = limits;
        restart();
    }

    /** Begins anew, with nothing used. */
    public void restart() {
        deadline = System.nanoTime() + limits.time().toNanos();
        steps = 0;
        firings = 0;
        triples = 0;
    }

    /** @return what to throw when a limit of the caller's own is reached */
    public Spent spent(String what) {
        return new Spent(what);
    }

    public Limits limits() {
        return limits;
    }

    /** Counts one triple looked at. */
    public void step() {
        if ((++steps & (CLOCK_EVERY - 1)) == 0) {
            if (System.nanoTime() - deadline > 0) {
                throw new Spent("the time of " + limits.time().toMillis() + " ms was over");
            }
            if (steps / STEPS_PER_FIRING > limits.firings()) {
                throw new Spent("more than " + limits.firings() * STEPS_PER_FIRING + " triples were looked at");
            }
        }
    }

    /** Counts one way of satisfying a rule. */
    public void fire() {
        step();
        if (++firings > limits.firings()) {
            throw new Spent("more than " + limits.firings() + " rule firings");
        }
    }

    /** Counts one new conclusion. */
    public void conclude() {
        if (++triples > limits.triples()) {
            throw new Spent("more than " + limits.triples() + " conclusions");
        }
    }

    /** A limit was reached. */
    public static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Spent(String message) {
            super(message, null, false, false);
        }
    }
}
