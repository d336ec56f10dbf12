package warrant.rules.check;

/** Why a certificate is not accepted. Never leaves the package. */
final class Rejection extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Rejection(String message) {
        super(message, null, false, false);
    }
}
