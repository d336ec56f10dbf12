package warrant.orchestrator.matter;

import java.nio.file.Path;

/** A file of a matter is not as it must be; whoever wrote it must act. */
public final class MatterException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MatterException(String message) {
        super(message);
    }

    /** @param line counted from 1 */
    public MatterException(Path file, int line, String message) {
        super(file.getFileName() + ":" + line + ": " + message);
    }

    public MatterException(String message, Throwable cause) {
        super(message, cause);
    }
}
