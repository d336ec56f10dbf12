package warrant.orchestrator;

/**
 * Hears what long work is doing. Safe for many threads; must return at once.
 *
 * <p>Work that wants to be stoppable watches its thread's interruption.
 */
public interface Progress {
    /** Hears and forgets. */
    Progress NONE = new Progress() {
        @Override
        public void stage(String name) {}

        @Override
        public void count(String what, long done, long total) {}

        @Override
        public void line(String text) {}
    };

    /** A stage begins, and the one before it ends: {@code read}, {@code relate}, {@code deduce}. */
    void stage(String name);

    /**
     * How far the stage is; to be told often, shown seldom.
     *
     * @param what in the plural: {@code passages}
     * @param total 0 when it is not known
     */
    void count(String what, long done, long total);

    /** Something a person should read: a warning, a file that cannot be read. One sentence. */
    void line(String text);
}
