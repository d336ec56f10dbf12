package warrant.orchestrator.cli;

/** A command cannot do what it was asked. The message is one sentence that says what failed and who must act. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Who must act, with the exit code that says so. */
    enum Who {
        USER(2),
        UPSTREAM(3),
        LIMIT(4),
        VERSION(5),
        US(70);

        private final int exitCode;

        Who(int exitCode) {
            this.exitCode = exitCode;
        }

        int exitCode() {
            return exitCode;
        }
    }

    private final Who who;

    Failure(Who who, String message) {
        super(message);
        this.who = who;
    }

    Failure(Who who, String message, Throwable cause) {
        super(message, cause);
        this.who = who;
    }

    Who who() {
        return who;
    }
}
