package warrant.orchestrator.eval.contractnli;

import java.util.regex.Pattern;

/**
 * Tells whether a span says what a term means: {@code “Stock” shall mean …}. Says of a term what else it says nowhere.
 */
final class Definitions {
    private static final String OPEN = "[“\"'‘‟]\\s*";
    private static final String CLOSE = "\\s*[”\"'’‟]";
    private static final String SAYS =
            "[”\"'’]?\\s*(?:\\([^)]*\\)\\s*)?(?:(?:shall|may|will) )?(?:not )?(?:be deemed to )?"
                    + "(?:mean|include|refer|consist|comprise|is defined|be defined|is any|are any)";

    private final Pattern quoted;
    private final Pattern said;

    Definitions(String term) {
        String name = Pattern.quote(term);
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        this.quoted = Pattern.compile(OPEN + name + CLOSE, flags);
        this.said = Pattern.compile("\\b" + name + "\\b" + SAYS, flags);
    }

    /** @return whether the term stands in quotation marks, as where it is introduced */
    boolean introduces(String span) {
        return quoted.matcher(span).find();
    }

    /** @return whether a verb follows that says what the term means or includes */
    boolean explains(String span) {
        return said.matcher(span).find();
    }
}
