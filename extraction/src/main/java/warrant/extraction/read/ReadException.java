package warrant.extraction.read;

/** A file cannot be read; the message says why and who must act. */
public final class ReadException extends Exception {
    private static final long serialVersionUID = 1;

    public ReadException(String message) {
        super(message);
    }

    public ReadException(String message, Throwable cause) {
        super(message, cause);
    }
}
