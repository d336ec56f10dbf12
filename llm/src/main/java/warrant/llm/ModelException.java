package warrant.llm;

/** A model cannot be had or cannot answer. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Who must act. */
    public enum Code {
        /** The caller asked for something that cannot be. */
        USER,
        /** A source of models, the disk or the network failed. */
        UPSTREAM,
        /** A defect of ours. */
        US,
        /** A limit was hit: window, memory, time. */
        LIMIT
    }

    private final Code code;

    public ModelException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public ModelException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
