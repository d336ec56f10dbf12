package warrant.rules;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import warrant.graph.Literal;
import warrant.graph.Term;

/**
 * The sentence by which a rule says what it concludes, with {@code {?variables}} to be filled in, in one language or
 * several.
 *
 * @param texts by language; {@link #ANY} for a sentence that names none
 */
public record Saying(SortedMap<String, String> texts) {
    public static final String ANY = "";
    /** The languages a sentence can be marked with. */
    public static final List<String> LANGUAGES = List.of("en", "de", "zh");

    public static final Saying NONE = new Saying(new TreeMap<>());

    private static final Pattern FIELD = Pattern.compile("\\{\\?(\\p{L}[\\p{L}0-9_]*)}");

    public Saying {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /** @return a sentence that names no language; none for an empty text */
    public static Saying of(String text) {
        return text.isEmpty() ? NONE : new Saying(new TreeMap<>(Map.of(ANY, text)));
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }

    /** @return the sentence of a language, else the one that names none, else any; empty where there is none */
    public String in(String language) {
        String own = texts.getOrDefault(language, texts.get(ANY));
        return own != null ? own : texts.values().stream().findFirst().orElse("");
    }

    /**
     * @param words how a value is written
     * @return the sentence of the last step of a proof; a variable without a value stays as it is written
     */
    public static String filled(Proof.Step step, String language, Function<Term, String> words) {
        return FIELD.matcher(step.rule().say().in(language)).replaceAll(field -> {
            String name = field.group(1);
            Term value = name.equals(RuleTerm.Variable.TODAY.name())
                    ? Literal.date(step.asOf())
                    : step.bindings().get(name);
            return Matcher.quoteReplacement(value == null ? field.group() : words.apply(value));
        });
    }
}
