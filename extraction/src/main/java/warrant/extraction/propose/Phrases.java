package warrant.extraction.propose;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes labels of words as they stand in texts. */
final class Phrases {
    private static final Pattern EDGE = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
    private static final Pattern ARTICLE = Pattern.compile(
            "(?i)\\b(?:the|an?|its|their|his|her|this|that|each|such|der|die|das|dem|den|des|eine?[nmrs]?)\\s+");
    private static final Pattern UNIT = Pattern.compile("\\s*[(\\[（][^)\\]）]*[)\\]）]\\s*");
    private static final Pattern NUMBERED =
            Pattern.compile("(?i)\\s*\\b(?:no\\.?|nr\\.?|number|nummer)?\\s*[\\d/.-]+\\s*$");
    private static final Set<String> IES = Set.of("series", "species");

    private Phrases() {}

    /** @return lower case, one blank between words, no punctuation around, no articles */
    static String plain(String words) {
        String flat = words.replaceAll("\\s+", " ").strip();
        String bare = ARTICLE.matcher(flat).replaceAll("");
        return EDGE.matcher(bare).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** @return the header of a column without its unit */
    static String header(String words) {
        return plain(UNIT.matcher(words).replaceAll(" "));
    }

    /** @return a noun for one of what a caption or title names, or empty where it names nothing */
    static String noun(String title) {
        String bare = NUMBERED.matcher(UNIT.matcher(title).replaceAll(" ")).replaceAll("");
        String head = bare.split("(?i)\\s+(?:of|for|between|dated|from|as at|vom|zwischen|für|-|–|—)\\s+|[:,]")[0];
        String plain = plain(head);
        Matcher last = Pattern.compile("(?:[\\p{L}-]+\\s+){0,2}[\\p{L}-]+$").matcher(plain);
        return last.find() ? singular(last.group()) : "";
    }

    /** @return the singular of an English noun, as far as its ending tells */
    static String singular(String noun) {
        if (noun.endsWith("ies") && noun.length() > 4 && !IES.contains(noun)) {
            return noun.substring(0, noun.length() - 3) + "y";
        }
        if (noun.matches(".*(?:sses|xes|ches|shes)")) {
            return noun.substring(0, noun.length() - 2);
        }
        boolean plural = noun.endsWith("s") && !noun.matches(".*(?:ss|us|is|ws)") && noun.length() > 3;
        return plural ? noun.substring(0, noun.length() - 1) : noun;
    }

    /** @return a local name: {@code is owned by} becomes {@code isOwnedBy} */
    static String camel(String label, boolean capital) {
        StringBuilder name = new StringBuilder();
        for (String word : label.split("[^\\p{L}\\p{Nd}]+")) {
            if (!word.isEmpty()) {
                boolean up = capital || !name.isEmpty();
                name.append(up ? word.substring(0, 1).toUpperCase(Locale.ROOT) : word.substring(0, 1))
                        .append(word.substring(1));
            }
        }
        return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "x" + name : name.toString();
    }
}
