package warrant.rules.justify;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import warrant.rules.RuleBase;

/** Programs of rule bases, the latest used kept: a matter, or a suite of cases, asks with the same rules again. */
public final class Programs {
    private static final int MOST_KEPT = 16;

    private final Deque<Program> kept = new ArrayDeque<>();

    /** @throws warrant.rules.RuleException when the rules cannot be put in an order */
    public synchronized Program of(RuleBase rules) {
        for (Program program : kept) {
            if (Objects.equals(program.rules(), rules)) {
                kept.remove(program);
                kept.addFirst(program);
                return program;
            }
        }
        Program made = new Program(rules);
        kept.addFirst(made);
        if (kept.size() > MOST_KEPT) {
            kept.removeLast();
        }
        return made;
    }
}
