package warrant.orchestrator.eval.sara;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a predicate of the data set is said in the rules' words: one line of {@code goals.txt}.
 *
 * @param places the names of its places, in order
 * @param subject of what its parts are stated
 */
record Signature(String predicate, List<String> places, Subject subject, List<Part> parts) {
    Signature {
        places = List.copyOf(places);
        parts = List.copyOf(parts);
    }

    /** What the parts are stated of; names are those of places. */
    sealed interface Subject {
        /** The taxable year of a person. */
        record TaxYear(String person, String year) implements Subject {}

        /** A calendar year: a place, or a number. */
        record Calendar(String year) implements Subject {}

        /** A thing of the case. */
        record Thing(String place) implements Subject {}

        /**
         * Something of a class that the rules conclude.
         *
         * @param apart whether, where a case states it, it is of another class than what the rules conclude
         */
        record Finding(String kind, boolean apart) implements Subject {}

        /** A question of its own, about what is given. */
        record Question() implements Subject {}
    }

    /**
     * A relation and the place that is its object.
     *
     * @param places one; of a taxable year two, its person and its year; empty for the flag {@code true}
     * @param optional whether it may have no value
     * @param named whether it is asked only where the goal names a value
     * @param plain whether its number is no amount of money
     * @param given whether it is said of the question rather than asked
     */
    record Part(String relation, List<String> places, boolean optional, boolean named, boolean plain, boolean given) {
        Part {
            places = List.copyOf(places);
        }
    }

    /** @return the signatures by predicate and number of places: {@code s63/3} */
    static Map<String, Signature> table(String text) {
        Map<String, Signature> table = new HashMap<>();
        text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Signature::parse)
                .forEach(one -> table.put(key(one.predicate(), one.places().size()), one));
        return table;
    }

    static String key(String predicate, int places) {
        return predicate + "/" + places;
    }

    private static Signature parse(String line) {
        int open = line.indexOf('(');
        int equal = line.indexOf(" = ");
        List<String> places = Arrays.stream(
                        line.substring(open + 1, line.indexOf(')')).split(","))
                .map(String::strip)
                .toList();
        String[] segments = line.substring(equal + 3).split(";");
        List<Part> parts = new ArrayList<>();
        for (int i = 1; i < segments.length; i++) {
            parts.add(part(words(segments[i])));
        }
        return new Signature(line.substring(0, open), places, subject(words(segments[0])), parts);
    }

    private static Subject subject(List<String> words) {
        return switch (words.getFirst()) {
            case "year" -> new Subject.TaxYear(words.get(1), words.get(2));
            case "calendar" -> new Subject.Calendar(words.get(1));
            case "of" -> new Subject.Thing(words.get(1));
            case "finding" -> new Subject.Finding(words.get(1), words.getLast().equals("apart"));
            case "question" -> new Subject.Question();
            default -> throw new IllegalStateException("no such subject: " + words);
        };
    }

    private static Part part(List<String> words) {
        boolean given = words.getFirst().equals("given");
        List<String> rest = given ? words.subList(1, words.size()) : words;
        String last = rest.getLast();
        List<String> places = new ArrayList<>(rest.subList(1, rest.size()));
        places.replaceAll(place -> place.replaceAll("[!?#]", ""));
        return new Part(
                rest.getFirst(),
                last.equals("true") ? List.of() : places,
                last.endsWith("!"),
                last.endsWith("?"),
                last.endsWith("#"),
                given);
    }

    private static List<String> words(String segment) {
        return List.of(segment.strip().split("\\s+"));
    }
}
