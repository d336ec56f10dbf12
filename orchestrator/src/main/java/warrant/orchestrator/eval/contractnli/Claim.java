package warrant.orchestrator.eval.contractnli;

import java.util.regex.Pattern;

/**
 * The form of a hypothesis: whether it permits, forbids or excludes, and what it speaks of. Words of logic say how a
 * passage must stand to it; they are not what the passage is about, and so are left out when it is looked for.
 */
record Claim(String text) {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE;
    private static final Pattern PERMITS = Pattern.compile("\\b(?:may|can)\\b(?! not)", FLAGS);
    private static final Pattern FORBIDS =
            Pattern.compile("\\b(?:shall|may|must|will) not\\b|\\bcannot\\b|\\bnever\\b", FLAGS);
    private static final Pattern EXCLUDES = Pattern.compile("\\b(?:only|solely|exclusively)\\b", FLAGS);
    private static final Pattern LOGIC = Pattern.compile(
            "\\b(?:only|solely|exclusively|some|all|any|every|each|may|can|shall|must|will|not|expressly|even)\\b ?",
            FLAGS);
    private static final Pattern VERB = Pattern.compile("\\s+(?:shall|may|must|will|can|cannot|is|are)\\b", FLAGS);

    /** @return whether it says that something may be done or be so */
    boolean permits() {
        return PERMITS.matcher(text).find();
    }

    boolean forbids() {
        return FORBIDS.matcher(text).find();
    }

    /** @return whether it says of something that nothing else is so */
    boolean excludes() {
        return EXCLUDES.matcher(text).find();
    }

    /** @return its words without those of logic; all of them if nothing would be left */
    String content() {
        String content = LOGIC.matcher(text).replaceAll("");
        return content.isBlank() ? text : content;
    }

    /** @return of what it says something: the words before its verb, without a quantifier */
    String subject() {
        return LOGIC.matcher(VERB.split(text, 2)[0]).replaceAll("").strip();
    }
}
