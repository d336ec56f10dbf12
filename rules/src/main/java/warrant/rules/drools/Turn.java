package warrant.rules.drools;

/** Lets a clause match. A new one makes all its matches fire again. */
public final class Turn {
    private final int clause;

    Turn(int clause) {
        this.clause = clause;
    }

    public int getClause() {
        return clause;
    }
}
