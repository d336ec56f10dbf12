package warrant.orchestrator.retrieve;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import warrant.graph.Labels;

/** Words of questions, labels and IRIs, made comparable. */
public final class Words {
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}.@&%'/-]+");
    private static final Pattern EDGE =
            Pattern.compile("(?<=[\\p{L}\\p{N}])['’]s\\b|[.'/-]+(?=\\s|$)|(?<=\\s|^)[.'/-]+");
    private static final Pattern HUMP = Pattern.compile("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|[_-]+");
    private static final Set<String> EMPTY = Set.of(
            "the a an of for to in on at by with and or is are was were be been do does did has have had how what which who whom whose"
                    .split(" "));
    private static final Set<String> MORE_EMPTY = Set.of(
            "when where much many long that this these those it its as from under between any all must shall may can there if not no"
                    .split(" "));

    private static final Set<String> GERMAN_EMPTY = Set.of(
            ("der die das den dem des ein eine einer eines einem einen und oder ist sind war waren wird werden wurde wurden "
                            + "hat haben hatte zu im in an am auf für von vom zum zur mit bei nach aus über unter durch wer wem wen "
                            + "wessen was welche welcher welches welchem welchen wann wie wo viel viele hoch bis ab seit es sie er "
                            + "nicht kein keine noch schon um als so auch")
                    .split(" "));

    private Words() {}

    /** Puts a text into the form in which names are looked up: normalised, without punctuation between words. */
    public static String plain(String text) {
        String spaced = NOT_A_WORD.matcher(Labels.normal(text)).replaceAll(" ");
        return EDGE.matcher(spaced).replaceAll(" ").replaceAll("\\s+", " ").strip();
    }

    /** Tells whether what lies between two places of a plain text is made of whole words. */
    static boolean stands(String plain, int begin, int end) {
        return edge(plain, begin - 1, begin) && edge(plain, end, end - 1);
    }

    private static boolean edge(String plain, int outside, int inside) {
        if (outside < 0 || outside >= plain.length()) {
            return true;
        }
        return plain.charAt(outside) == ' ' || ideographic(plain.charAt(outside)) || ideographic(plain.charAt(inside));
    }

    private static boolean ideographic(char c) {
        return Character.isIdeographic(c);
    }

    /** Makes words of the last part of an IRI: {@code …#interestDue} becomes {@code interest due}. */
    public static String ofIri(String iri) {
        int cut = Math.max(iri.lastIndexOf('#'), Math.max(iri.lastIndexOf('/'), iri.lastIndexOf(':')));
        return HUMP.matcher(iri.substring(cut + 1)).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** Cuts a text into stems of the words that carry meaning. */
    public static Set<String> stems(String text) {
        Set<String> stems = new TreeSet<>();
        for (String word : plain(text).split(" ")) {
            boolean empty = EMPTY.contains(word) || MORE_EMPTY.contains(word) || GERMAN_EMPTY.contains(word);
            if (!word.isEmpty() && !empty) {
                stems.add(stem(word));
            }
        }
        return stems;
    }

    private static final List<String> ENDINGS = List.of(
            "ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ies", "ied", "ers", "ees", "ed", "es",
            "er", "ee", "al", "s", "y", "e");

    /** Past forms that share no stem with what they come from. */
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("paid", "pay"),
            Map.entry("sent", "send"),
            Map.entry("given", "give"),
            Map.entry("gave", "give"),
            Map.entry("began", "begin"),
            Map.entry("begun", "begin"),
            Map.entry("held", "hold"),
            Map.entry("sold", "sell"),
            Map.entry("bought", "buy"),
            Map.entry("made", "make"),
            Map.entry("owns", "own"),
            Map.entry("taken", "take"),
            Map.entry("took", "take"),
            Map.entry("written", "write"),
            Map.entry("borne", "bear"),
            Map.entry("lent", "lend"),
            Map.entry("left", "leave"));

    /** Liability is of what is liable. */
    private static final String ABSTRACT = "bility";

    private static String stem(String inflected) {
        String plain = IRREGULAR.getOrDefault(inflected, inflected);
        String word = plain.endsWith(ABSTRACT) ? plain.substring(0, plain.length() - ABSTRACT.length()) + "ble" : plain;
        return ENDINGS.stream()
                .filter(ending -> word.endsWith(ending) && word.length() - ending.length() >= 3)
                .findFirst()
                .map(ending -> word.substring(0, word.length() - ending.length()))
                .orElse(word);
    }

    /**
     * Tells how far the stems of a label and those of a question are the same: their F1, in [0, 1].
     *
     * @param weight of a stem, positive
     */
    public static double overlap(Set<String> question, Set<String> label, ToDoubleFunction<String> weight) {
        double all = weight(question, weight) + weight(label, weight);
        double common =
                label.stream().filter(question::contains).mapToDouble(weight).sum();
        return all == 0 ? 0 : 2 * common / all;
    }

    static double weight(Set<String> stems, ToDoubleFunction<String> weight) {
        return stems.stream().mapToDouble(weight).sum();
    }
}
