package warrant.extraction.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import warrant.extraction.mention.Mention.Sort;
import warrant.graph.Datatypes;
import warrant.graph.Literal;

/** Finds the mentions in a text. */
public final class Mentions {
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final Pattern DOCUMENT = Pattern.compile(
            "\\b(?i:this|the\\s+present|dieser|dieses|diese)\\s+(?:\\p{Lu}[\\p{L}-]+(?:\\s+(?:of\\s+)?\\p{Lu}[\\p{L}-]+){0,4}(?:\\s+[Nn]o\\.?\\s*\\d+)?)");
    private static final Pattern PROPER = Pattern.compile(
            "(?<![\\p{L}\\d])(?!(?:Dear|Liebe|Lieber|Sehr|Mit|Yours|Kind|Best)\\s)\\p{Lu}[\\p{L}\\d’'&-]+(?:\\s+(?:of\\s+(?:the\\s+)?|&\\s+)?\\p{Lu}[\\p{L}\\d’'-]+)*(?:\\s+(?:[Nn]o\\.?\\s*)?\\d+)?(?![\\p{L}\\d])");

    private Mentions() {}

    /**
     * @param text of a passage, a cell, a question
     * @return mentions in the order in which they begin, none overlapping another of its kind: where two do, the longer
     *     one stays. A name may overlap a value.
     */
    public static List<Mention> find(String text, Context context) {
        Text searched = new Text(text);
        List<Mention> values = new ArrayList<>();
        values.addAll(Dates.find(text, context.dates()));
        values.addAll(Durations.find(searched));
        values.addAll(Identifiers.find(searched));
        values.addAll(Amounts.find(searched));
        Matcher email = EMAIL.matcher(text);
        while (email.find()) {
            values.add(new Mention.Email(searched.point(email.start()), searched.point(email.end()), email.group()));
        }
        List<Mention> kept = repeated(searched, longest(values));
        for (Mention number : Values.find(searched)) {
            if (kept.stream().noneMatch(other -> overlap(number, other))) {
                kept.add(number);
            }
        }
        List<Mention> names = longest(names(searched.flow(), context));
        names.removeIf(name -> name instanceof Mention.Name plain
                && plain.sort() == Sort.OTHER
                && kept.stream().anyMatch(value -> overlap(plain, value)));
        List<Mention> found = new ArrayList<>(kept);
        found.addAll(names);
        found.sort(Comparator.comparingInt(Mention::begin).thenComparing(Mention::end, Comparator.reverseOrder()));
        return List.copyOf(found);
    }

    /** @return the readings of a text that is one value of a datatype and nothing else; none if it is not */
    public static List<Literal> readings(String text, String datatype, Context.DateOrder dates) {
        Text searched = new Text(text);
        List<Mention> found = new ArrayList<>(
                switch (datatype) {
                    case Datatypes.DATE -> Dates.find(text, dates);
                    case Datatypes.DURATION -> Durations.find(searched);
                    case Datatypes.MONEY, Datatypes.PERCENTAGE, Datatypes.QUANTITY -> Amounts.find(searched);
                    default -> Values.find(searched);
                });
        int length = text.codePointCount(0, text.length());
        return repeated(searched, longest(found)).stream()
                .filter(mention -> mention.begin() == 0 && mention.end() == length)
                .filter(mention -> mention instanceof Mention.Value value
                        && value.datatype().equals(datatype))
                .map(mention -> ((Mention.Value) mention).readings())
                .findFirst()
                .orElse(List.of());
    }

    private static List<Mention> names(Text text, Context context) {
        List<Mention> names = new ArrayList<>();
        names.addAll(Organisations.find(text));
        names.addAll(People.find(text));
        names.addAll(Places.find(text));
        names.addAll(Premises.find(text));
        names.addAll(terms(text, context.terms()));
        Matcher document = DOCUMENT.matcher(text.string());
        while (document.find()) {
            names.add(text.name(document.start(), document.end(), Sort.DOCUMENT));
        }
        Matcher proper = PROPER.matcher(text.string());
        while (proper.find()) {
            Mention name = text.name(proper.start(), proper.end(), Sort.OTHER);
            boolean opensSentence = proper.start() == 0
                    || text.string().substring(0, proper.start()).matches("(?s).*[.!?:;\\n]\\s*");
            boolean single = proper.group().indexOf(' ') < 0;
            if (!(single && opensSentence) && names.stream().noneMatch(other -> overlap(name, other))) {
                names.add(name);
            }
        }
        return names;
    }

    /** Occurrences of defined terms; the article before one belongs to the mention. */
    private static List<Mention> terms(Text text, DefinedTerms terms) {
        List<Mention> found = new ArrayList<>();
        for (DefinedTerms.Definition definition : terms.definitions()) {
            Matcher match = Pattern.compile("(?<![\\p{L}\\d])(?:(?:[Tt]he|THE|[Tt]his)\\s+)?"
                            + Pattern.quote(definition.term()) + "(?:s)?(?![\\p{L}\\d])")
                    .matcher(text.string());
            while (match.find()) {
                String name = definition.name().isEmpty() ? definition.term() : definition.name();
                found.add(text.name(match.start(), match.end(), definition.sort(), name));
            }
        }
        return found;
    }

    /** {@code thirty (30) days} is one mention already; this joins {@code EUR 5 (five euros)}. */
    private static List<Mention> repeated(Text text, List<Mention> mentions) {
        List<Mention> joined = new ArrayList<>();
        for (Mention mention : mentions) {
            Mention last = joined.isEmpty() ? null : joined.getLast();
            if (last instanceof Mention.Value first
                    && mention instanceof Mention.Value again
                    && first.readings().contains(again.value())) {
                int begin = text.index(first.begin());
                int end = text.index(again.end());
                String between = text.string().substring(text.index(first.end()), text.index(again.begin()));
                if (between.matches("\\s*\\(\\s*(?:in words:?\\s*|say\\s+)?")
                        && text.string().startsWith(")", end)) {
                    joined.removeLast();
                    joined.add(text.value(begin, end + 1, again.readings()));
                    continue;
                }
            }
            joined.add(mention);
        }
        return joined;
    }

    /** Of mentions that overlap, the longest; of equally long ones, the first found. */
    private static List<Mention> longest(List<Mention> mentions) {
        List<Mention> byLength = new ArrayList<>(mentions);
        byLength.sort(Comparator.comparingInt((Mention m) -> m.begin() - m.end()));
        List<Mention> kept = new ArrayList<>();
        for (Mention mention : byLength) {
            if (kept.stream().noneMatch(other -> overlap(mention, other))) {
                kept.add(mention);
            }
        }
        kept.sort(Comparator.comparingInt(Mention::begin));
        return kept;
    }

    private static boolean overlap(Mention a, Mention b) {
        return a.begin() < b.end() && b.begin() < a.end();
    }
}
