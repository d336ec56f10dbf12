package warrant.rules.column;

import java.util.Arrays;

/**
 * The patterns of a clause over numbers, and what they are matched with at the moment. A place is the number of a
 * constant, or, negative, the complement of the number of a variable.
 */
public final class Body {
    private final int clause;
    private final int[] relation;
    private final int[] subject;
    private final int[] object;
    private final int[] seen;
    private final int[] variables;
    private final int[] matched;

    /**
     * @param clause its number
     * @param variables how many there are
     */
    public Body(int clause, int[] relation, int[] subject, int[] object, int variables) {
        this.clause = clause;
        this.relation = relation.clone();
        this.subject = subject.clone();
        this.object = object.clone();
        this.seen = new int[relation.length];
        this.variables = new int[variables];
        this.matched = new int[relation.length];
        free();
    }

    /** No variable stands for anything. */
    public void free() {
        Arrays.fill(variables, -1);
    }

    public int clause() {
        return clause;
    }

    /** @return how many patterns there are */
    public int length() {
        return relation.length;
    }

    public int relation(int at) {
        return relation[at];
    }

    public int subject(int at) {
        return subject[at];
    }

    public int object(int at) {
        return object[at];
    }

    /** One more row fits the constants of a pattern. */
    public void see(int at) {
        seen[at]++;
    }

    int seen(int at) {
        return seen[at];
    }

    /** @return what a place stands for; -1 for nothing yet */
    public int value(int place) {
        return place >= 0 ? place : variables[~place];
    }

    /** A variable stands for a term from now on; -1 for none. */
    public void bind(int place, int term) {
        variables[~place] = term;
    }

    void match(int at, int row) {
        matched[at] = row;
    }

    /** @return the row that a pattern is matched with */
    public int matched(int at) {
        return matched[at];
    }

    /** @return a copy of the rows matched, in the order of the patterns */
    public int[] matched() {
        return matched.clone();
    }
}
