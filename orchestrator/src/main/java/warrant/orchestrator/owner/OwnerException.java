package warrant.orchestrator.owner;

/** The owner cannot do what it was asked. The message is one sentence. */
public final class OwnerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Who must act. */
    public enum Who {
        USER,
        UPSTREAM,
        LIMIT,
        VERSION,
        US
    }

    private final Who who;

    public OwnerException(Who who, String message) {
        super(message);
        this.who = who;
    }

    public OwnerException(Who who, String message, Throwable cause) {
        super(message, cause);
        this.who = who;
    }

    public Who who() {
        return who;
    }
}
