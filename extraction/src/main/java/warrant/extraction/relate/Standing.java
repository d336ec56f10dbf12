package warrant.extraction.relate;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import warrant.extraction.mention.Letters;
import warrant.extraction.relate.Words.Word;
import warrant.graph.Datatypes;
import warrant.graph.Literal;
import warrant.graph.Ontology.Relation;

/** Finds the place in a sentence of words that a model wrote of it: what stands nowhere in it is not used. */
final class Standing {
    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "this", "der", "die", "das", "ein", "eine");

    private final Sentence sentence;
    private final boolean articles;
    private final List<Word> words;
    private final int[] points;
    private final Letters letters;

    /** @param articles whether an article may open a name, as in {@code The Hague} */
    Standing(Sentence sentence, boolean articles) {
        this.sentence = sentence;
        this.articles = articles;
        this.words = Words.of(sentence.text());
        this.points = sentence.text().codePoints().toArray();
        this.letters = Letters.of(sentence.text());
    }

    /** @return whether a text begins with an article */
    static boolean article(String text) {
        return ARTICLES.contains(text.split("\\s", 2)[0].toLowerCase(Locale.ROOT));
    }

    /**
     * @return the words as they stand in the sentence, small or large letters and punctuation alike; nothing if they do
     *     not
     */
    Optional<Argument> name(String written) {
        String wanted = written.strip();
        String bare = !articles && article(wanted) ? wanted.replaceFirst("^\\S+\\s+", "") : wanted;
        int[] name = bare.toLowerCase(Locale.ROOT).codePoints().toArray();
        if (name.length == 0) {
            return Optional.empty();
        }
        return IntStream.rangeClosed(0, points.length - name.length)
                .filter(at -> stands(name, at) && edge(at) && edge(at + name.length))
                .mapToObj(at -> argument(bracket(at, at + name.length), at + name.length))
                .findFirst()
                .or(() -> letters.find(bare).map(place -> argument(place.begin(), place.end())));
    }

    /** @return the first run of capitalised words, with what stands between them, that no stop word opens */
    Optional<Argument> first() {
        return IntStream.range(0, words.size())
                .filter(i -> words.get(i).capital() && words.get(i).content())
                .mapToObj(
                        i -> argument(words.get(i).begin(), words.get(lastOf(i)).end()))
                .findFirst();
    }

    private int lastOf(int first) {
        int last = first;
        for (int i = first + 1; i < words.size() && joined(last, i); i++) {
            last = words.get(i).capital() ? i : last;
        }
        return last;
    }

    /** @return whether no comma or bracket and no word but a stop word stands between two words */
    private boolean joined(int last, int next) {
        String between = new String(
                points,
                words.get(last).end(),
                words.get(next).begin() - words.get(last).end());
        return between.matches("[\\s\\p{L}.'\u2019&-]*")
                && (words.get(next).capital() || !words.get(next).content());
    }

    /**
     * @param typed values that recognisers found in the passage
     * @return the value among them that the written words stand for or hold
     */
    Optional<Argument> value(String written, Relation relation, List<Argument> typed) {
        return name(written)
                .flatMap(place -> typed.stream()
                        .filter(a -> a.thing() == null && a.overlaps(place))
                        .map(a -> Ranges.datatype(relation).equals(Datatypes.DECIMAL) ? number(a) : a)
                        .filter(a -> Ranges.value(a, relation).isPresent())
                        .min(Comparator.comparingInt(Argument::begin)));
    }

    /** Where numbers are wanted, a sum of money is the number that it has. */
    private static Argument number(Argument value) {
        return value.readings().stream()
                .filter(reading -> reading.datatype().equals(Datatypes.MONEY))
                .map(reading -> reading.lexical().replaceAll("[^\\d.-]", ""))
                .map(number -> List.of(Literal.decimal(new BigDecimal(number))))
                .map(number -> Argument.of(value.begin(), value.end(), value.text(), number))
                .findFirst()
                .orElse(value);
    }

    /** A name that closes a bracket which stands before it begins with that. */
    private int bracket(int begin, int end) {
        String name = new String(points, begin, end - begin);
        return begin > 0 && points[begin - 1] == '(' && name.indexOf(')') >= 0 && name.indexOf('(') < 0
                ? begin - 1
                : begin;
    }

    private boolean stands(int[] name, int at) {
        return IntStream.range(0, name.length).allMatch(i -> Character.toLowerCase(points[at + i]) == name[i]);
    }

    /** @return whether no word goes on over this place */
    private boolean edge(int at) {
        return words.stream().noneMatch(word -> word.begin() < at && at < word.end());
    }

    private Argument argument(int begin, int end) {
        String text = new String(points, begin, end - begin);
        return Argument.of(sentence.begin() + begin, sentence.begin() + end, text, List.of());
    }
}
