package warrant.llm.store;

/** Hears how fetching goes on. */
public interface Fetching {
    Fetching SILENT = (what, done, total) -> {};

    /**
     * Called now and then, at least every few seconds while bytes arrive.
     *
     * @param what is being done, such as {@code downloading}
     * @param done bytes so far
     * @param total bytes in all
     */
    void progress(String what, long done, long total);
}
