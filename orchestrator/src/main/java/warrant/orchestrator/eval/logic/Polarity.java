package warrant.orchestrator.eval.logic;

import java.util.Locale;
import java.util.regex.Pattern;
import warrant.rules.foreign.LogicAtom;

/** Compares whether a sentence affirms or denies with whether its recorded query does. */
final class Polarity {
    private static final Pattern DENIAL = Pattern.compile("\\b(not|never|no|cannot|neither|nor)\\b|n't\\b|n’t\\b");
    /** {@code NotRound}, {@code isNot_red}: a predicate that denies by its name. */
    private static final Pattern NAME = Pattern.compile("(^|(?<=[a-z_]))([Nn]ot|[Nn]on)(?=[A-Z_-])");

    private Polarity() {}

    /** @return whether one affirms what the other denies */
    static boolean differs(String sentence, LogicAtom query) {
        long denials =
                DENIAL.matcher(sentence.toLowerCase(Locale.ROOT)).results().count();
        boolean affirmed = denials % 2 == 0;
        boolean named = NAME.matcher(query.predicate()).find();
        return affirmed != (query.positive() != named);
    }
}
