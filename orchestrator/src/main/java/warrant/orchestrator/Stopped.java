package warrant.orchestrator;

/** Work ends before its time, because somebody wants that or its budget is spent. What is done is kept. */
public final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Why why;

    /** Why it ends. */
    public enum Why {
        /** Somebody cancelled it. */
        CANCELLED,
        /** It may take no more time. */
        TIME,
        /** It may ask the model no more tokens. */
        TOKENS
    }

    /** @param message one sentence, with what to do to go on */
    public Stopped(Why why, String message) {
        super(message);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
