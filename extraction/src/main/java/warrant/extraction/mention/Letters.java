package warrant.extraction.mention;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The letters and digits of a text alone, small and without accents, each with its place: what is the same in
 * {@code Alan B. Miller Hall} and {@code Alan B Miller Hall}, {@code São Paulo} and {@code Sao Paulo}. An ampersand is
 * an {@code and}.
 */
public final class Letters {
    private final int[] letters;
    /** Of each letter the code point of the text that it comes of. */
    private final int[] places;
    /** Of each code point of the text, and of its end, whether no word goes on over it. */
    private final boolean[] edges;

    private Letters(int[] letters, int[] places, boolean[] edges) {
        this.letters = letters;
        this.places = places;
        this.edges = edges;
    }

    /**
     * Where a name stands.
     *
     * @param begin first code point of the text
     * @param end code point after the last one
     */
    public record Place(int begin, int end) {}

    public static Letters of(String text) {
        int[] points = text.codePoints().toArray();
        IntStream.Builder letters = IntStream.builder();
        IntStream.Builder places = IntStream.builder();
        for (int i = 0; i < points.length; i++) {
            int place = i;
            plain(points[i]).forEach(letter -> {
                letters.add(letter);
                places.add(place);
            });
        }
        boolean[] edges = new boolean[points.length + 1];
        for (int i = 0; i <= points.length; i++) {
            edges[i] = i == 0 || i == points.length || !within(points[i - 1]) || !within(points[i]);
        }
        return new Letters(letters.build().toArray(), places.build().toArray(), edges);
    }

    private static boolean within(int point) {
        return Character.isLetterOrDigit(point);
    }

    private static IntStream plain(int point) {
        String one = switch (point) {
            case '&' -> "and";
            case 'ø', 'Ø' -> "o";
            case 'ł', 'Ł' -> "l";
            case 'đ', 'Đ' -> "d";
            case 'ß' -> "ss";
            case 'æ', 'Æ' -> "ae";
            default ->
                point < 0x80
                        ? Character.toString(point)
                        : Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
        };
        return one.toLowerCase(Locale.ROOT).codePoints().filter(Character::isLetterOrDigit);
    }

    /** @return the letters as a string: equal for names that are written alike */
    public String string() {
        return new String(letters, 0, letters.length);
    }

    /** @return the first place at which the letters of a name stand, from the edge of a word to the edge of a word */
    public Optional<Place> find(String name) {
        int[] wanted = of(name).letters;
        if (wanted.length == 0) {
            return Optional.empty();
        }
        return IntStream.rangeClosed(0, letters.length - wanted.length)
                .filter(at -> Arrays.equals(letters, at, at + wanted.length, wanted, 0, wanted.length))
                .mapToObj(at -> new Place(places[at], places[at + wanted.length - 1] + 1))
                .filter(place -> edges[place.begin()] && edges[place.end()])
                .findFirst();
    }
}
