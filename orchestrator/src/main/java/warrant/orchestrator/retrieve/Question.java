package warrant.orchestrator.retrieve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import warrant.extraction.mention.Context;
import warrant.extraction.mention.Mention;
import warrant.extraction.mention.Mentions;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.orchestrator.retrieve.Names.Mentioned;

/**
 * A question, taken apart.
 *
 * @param total whether it asks for one number made of several
 * @param names the known names in it
 * @param values dates, amounts and other values in it
 * @param strangers codes and names in it that the matter does not know
 */
public record Question(
        String text, Wish wish, boolean total, List<Mentioned> names, List<Literal> values, List<String> strangers) {
    /** What is last possible on a day is called a deadline, or due, in most ontologies and rules. */
    private static final Set<String> DEADLINE = Words.stems("due deadline expires fällig Frist");

    private static final Set<String> TOTAL = Words.stems("total sum Summe gesamt");

    /** That a day is asked for says nothing of which. */
    private static final Set<String> DAY = Words.stems("date day Tag Datum");

    private static final Pattern CODE =
            Pattern.compile("\\b(?=[\\w/-]*\\d)(?=[\\w/-]*[A-Za-z])[\\w]+(?:[-/][\\w]+)*\\b");
    private static final Pattern ORDINAL = Pattern.compile("(?i)\\d+(st|nd|rd|th|d|m|k|pm|am)");

    public Question {
        names = List.copyOf(names);
        values = List.copyOf(values);
        strangers = List.copyOf(strangers);
    }

    /** Takes a question apart. */
    public static Question of(String text, Names names, String language) {
        List<Mentioned> known = names.in(text);
        List<Literal> values = new ArrayList<>();
        for (Mention mention : Mentions.find(text, Context.NONE)) {
            if (mention instanceof Mention.Value value) {
                values.add(value.value());
            }
        }
        return new Question(
                text, Wish.of(text, language), Wish.total(text), known, values, strangers(text, known, values));
    }

    private static List<String> strangers(String text, List<Mentioned> known, List<Literal> values) {
        List<String> found = new ArrayList<>();
        Matcher codes = CODE.matcher(text);
        while (codes.find()) {
            String plain = Words.plain(codes.group());
            boolean heard = known.stream()
                            .anyMatch(name -> Words.plain(name.name()).contains(plain))
                    || values.stream()
                            .anyMatch(value ->
                                    value.lexical().toLowerCase(Locale.ROOT).contains(plain));
            if (!heard && !ORDINAL.matcher(codes.group()).matches()) {
                found.add(codes.group());
            }
        }
        return found;
    }

    /**
     * The question with the names in it replaced by what kind of thing they name, which is how relations are explained.
     */
    public String withoutNames(Names names, Wording wording) {
        return generic(Words.plain(text), this.names, names, wording) + "?";
    }

    /** A text with the names in it replaced by what kind of thing they name. */
    public static String generic(String text, Names names, Wording wording) {
        return generic(Words.plain(text), names.in(text), names, wording);
    }

    private static String generic(String plain, List<Mentioned> mentioned, Names names, Wording wording) {
        StringBuilder made = new StringBuilder();
        int at = 0;
        for (Mentioned name : mentioned) {
            made.append(plain, at, name.begin());
            String kind = name.entities().stream()
                    .map(names::typeOf)
                    .filter(type -> !type.isEmpty())
                    .map(wording::kind)
                    .findFirst()
                    .orElse(name.name());
            made.append(kind.toLowerCase(Locale.ROOT));
            at = name.end();
        }
        return made.append(plain.substring(at)).toString();
    }

    /** The stems of the words for what kind of things the names of the question name. */
    Set<String> kindStems(Names names, Wording wording) {
        Set<String> stems = new TreeSet<>();
        for (Mentioned name : this.names) {
            name.entities().stream()
                    .map(names::typeOf)
                    .filter(type -> !type.isEmpty())
                    .forEach(type -> stems.addAll(Words.stems(wording.kind(type))));
        }
        return stems;
    }

    /** The stems of the words that carry meaning, without those of names and of what kind of things they name. */
    public Set<String> contentStems(Names names, Wording wording) {
        Set<String> stems = Words.stems(withoutNames(names, wording));
        stems.removeAll(kindStems(names, wording));
        if (wish == Wish.DAY) {
            stems.removeAll(DAY);
        }
        if (wish == Wish.DAY && Wish.latest(text)) {
            stems.addAll(DEADLINE);
        }
        if (total) {
            stems.addAll(TOTAL);
        }
        return stems;
    }

    /** Counts the names and values of the question that a triple holds. */
    public int covered(Triple triple) {
        int count = 0;
        for (Mentioned name : names) {
            if (holds(triple, name.entities())) {
                count++;
            }
        }
        for (Literal value : values) {
            if (triple.object().equals(value)) {
                count++;
            }
        }
        return count;
    }

    static boolean holds(Triple triple, Set<Entity> entities) {
        return entities.contains(triple.subject())
                || (triple.object() instanceof Entity object && entities.contains(object));
    }

    /** Tells whether a term is named in the question, so that it is not what is asked for. */
    public boolean names(Term term) {
        return switch (term) {
            case Entity entity ->
                names.stream().anyMatch(name -> name.entities().contains(entity));
            case Literal literal -> values.contains(literal);
        };
    }

    /** Tells whether a name of the question has a digit in it, and so can mean one thing only. */
    public static boolean isExact(Mentioned name) {
        return name.name().chars().anyMatch(Character::isDigit);
    }
}
