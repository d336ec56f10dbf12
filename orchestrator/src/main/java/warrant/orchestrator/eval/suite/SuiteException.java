package warrant.orchestrator.eval.suite;

/** The data set is not there or not in its format; whoever named the folder must act. */
public final class SuiteException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SuiteException(String message) {
        super(message);
    }

    public SuiteException(String message, Throwable cause) {
        super(message, cause);
    }
}
