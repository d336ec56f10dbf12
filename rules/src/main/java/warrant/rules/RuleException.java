package warrant.rules;

/** The rules cannot be evaluated, and whoever wrote them must act. */
public final class RuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RuleException(String message) {
        super(message);
    }
}
