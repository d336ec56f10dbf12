package warrant.graph;

/** The store could not do what it was asked; nothing was half done. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean retriable;

    /** @param retriable whether the same call may succeed later without anybody acting */
    public StoreException(String message, boolean retriable, Throwable cause) {
        super(message, cause);
        this.retriable = retriable;
    }

    /** @param retriable whether the same call may succeed later without anybody acting */
    public StoreException(String message, boolean retriable) {
        super(message);
        this.retriable = retriable;
    }

    public boolean isRetriable() {
        return retriable;
    }
}
