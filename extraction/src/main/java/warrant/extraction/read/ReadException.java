package warrant.extraction.read;

/** A file cannot be read; the message says why and who must act. */
public final class ReadException extends Exception {
    private static final long serialVersionUID = 1;

    private final Who who;

    /** Who must act. */
    public enum Who {
        /** Whoever has the file. */
        USER,
        /** Whoever runs the machine: a program, the disk. */
        UPSTREAM,
        /** Whoever set the limit, or split the file. */
        LIMIT
    }

    public ReadException(String message) {
        super(message);
        this.who = Who.USER;
    }

    public ReadException(String message, Throwable cause) {
        super(message, cause);
        this.who = Who.USER;
    }

    public ReadException(Who who, String message) {
        super(message);
        this.who = who;
    }

    public ReadException(Who who, String message, Throwable cause) {
        super(message, cause);
        this.who = who;
    }

    public Who who() {
        return who;
    }
}
