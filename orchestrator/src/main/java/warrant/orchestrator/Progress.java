package warrant.orchestrator;

/**
 * Hears what long work is doing. Safe for many threads; must return at once.
 *
 * <p>Work that can be paused, cancelled and shared fairly calls {@link #checkpoint} between its pieces; only that may
 * wait.
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

    /**
     * How much of work whose pieces differ in size is done; the time left is told by it.
     *
     * @param done of {@code total}, in any unit that costs about the same time everywhere
     */
    default void work(long done, long total) {}

    /**
     * Stands between two pieces of work, where it may be left: waits while it is paused or another's turn.
     *
     * @throws Stopped if it is to end here
     */
    default void checkpoint() {}
}
