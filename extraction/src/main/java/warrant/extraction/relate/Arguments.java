package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import warrant.extraction.mention.Mention;
import warrant.extraction.mention.Mentions;
import warrant.graph.Literal;
import warrant.graph.Passage;

/** Finds what in a passage can fill the sides of statements. */
final class Arguments {
    private static final Pattern ITSELF = Pattern.compile(
            "(?i)\\b(this|the|our|present|hereby|said|dieser|diese|dieses|der|die|das)\\s+(\\p{Lu}?[\\p{L}]+)");

    private final Kinds kinds;

    Arguments(Kinds kinds) {
        this.kinds = kinds;
    }

    /** @return the arguments in the order of the text, none of which overlap */
    List<Argument> in(DocumentContext context, Passage passage) {
        List<Argument> found = new ArrayList<>();
        String text = passage.text();
        List<Mention> typed = Mentions.find(text, context.known());
        for (Mention mention : typed) {
            switch (mention) {
                case Mention.Value v -> found.add(Argument.of(v.begin(), v.end(), v.text(), v.readings()));
                case Mention.Identifier i -> code(i, context).ifPresent(found::add);
                case Mention.Email e ->
                    found.add(Argument.of(e.begin(), e.end(), e.text(), List.of(Literal.text(e.text()))));
                case Mention.Name n -> {}
            }
        }
        List<Argument> things = named(context, text);
        found.removeIf(value -> things.stream().anyMatch(t -> t.overlaps(value) && length(t) >= length(value)));
        things.removeIf(thing -> found.stream().anyMatch(v -> v.overlaps(thing)));
        found.addAll(things);
        List<Argument> more = new ArrayList<>(itself(context, text));
        more.addAll(context.correspondents().in(passage));
        more.addAll(Appositions.in(text, things));
        more.stream().filter(a -> found.stream().noneMatch(a::overlaps)).forEach(found::add);
        found.sort(Comparator.comparingInt(Argument::begin));
        return found;
    }

    private static int length(Argument argument) {
        return argument.end() - argument.begin();
    }

    private static Optional<Argument> code(Mention.Identifier id, DocumentContext context) {
        boolean last = id.text().endsWith(id.code());
        int begin = last ? id.end() - id.code().codePointCount(0, id.code().length()) : id.begin();
        String text = last ? id.code() : id.text();
        for (Thing thing : context.things()) {
            boolean own = thing.name().endsWith(" " + id.code()) || thing.name().equals(id.code());
            if (thing.aliases().contains(id.code()) || (own && thing.sort() == Kinds.Sort.CODE)) {
                return Optional.of(Argument.of(begin, id.end(), text, thing, thing.sort()));
            }
        }
        return Optional.of(Argument.of(begin, id.end(), text, List.of(Literal.text(id.code()))));
    }

    /** Every place where a name of a thing of the document stands, the longest name first. */
    private static List<Argument> named(DocumentContext context, String text) {
        record Name(String name, Thing thing) {}
        List<Name> names = new ArrayList<>();
        for (Thing thing : context.things()) {
            names.add(new Name(thing.name(), thing));
            thing.aliases().forEach(alias -> names.add(new Name(alias, thing)));
        }
        names.sort(Comparator.comparingInt((Name n) -> n.name().length())
                .reversed()
                .thenComparing(Name::name));
        List<Argument> found = new ArrayList<>();
        Map<String, Pattern> patterns = new HashMap<>();
        for (Name name : names) {
            Matcher matcher =
                    patterns.computeIfAbsent(name.name(), Arguments::pattern).matcher(text);
            while (matcher.find()) {
                int begin = text.codePointCount(0, matcher.start());
                int end = begin + text.codePointCount(matcher.start(), matcher.end());
                Argument argument = Argument.of(
                        begin, end, matcher.group(), name.thing(), name.thing().sort());
                if (found.stream().noneMatch(argument::overlaps)) {
                    found.add(argument);
                }
            }
        }
        return found;
    }

    /** The name as a whole, whatever white space stands in it; in capitals too. */
    private static Pattern pattern(String name) {
        String spaced = Pattern.quote(name).replaceAll("\\s+", "\\\\E\\\\s+\\\\Q");
        boolean title = name.contains(" ");
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}-])" + spaced + "(?![\\p{L}\\p{N}]|-\\p{L})", title ? Pattern.CASE_INSENSITIVE : 0);
    }

    /** Words by which the document speaks of itself: {@code this Agreement}. */
    private List<Argument> itself(DocumentContext context, String text) {
        Thing main = context.main();
        if (main == null) {
            return List.of();
        }
        Set<String> own = heads(main);
        List<Argument> found = new ArrayList<>();
        Matcher matcher = ITSELF.matcher(text);
        while (matcher.find()) {
            String determiner = matcher.group(1).toLowerCase(Locale.ROOT);
            String noun = matcher.group(2);
            boolean near =
                    Set.of("this", "present", "dieser", "diese", "dieses").contains(determiner);
            boolean capital = Character.isUpperCase(noun.codePointAt(0));
            if (own.contains(Words.stem(noun)) && (near || capital)) {
                int begin = text.codePointCount(0, matcher.start(2));
                int end = begin + noun.codePointCount(0, noun.length());
                found.add(Argument.of(begin, end, noun, main, Kinds.Sort.DOCUMENT));
            }
        }
        return found;
    }

    /** @return stems of the nouns that say what the main thing is */
    private Set<String> heads(Thing main) {
        Set<String> heads = new HashSet<>();
        for (String label : kinds.labels(main.kind())) {
            heads.addAll(Words.stems(label));
        }
        for (Words.Word word : Words.of(main.name())) {
            if (word.content() && kinds.mainly(word.text(), main.name())) {
                heads.add(word.stem());
            }
        }
        return heads;
    }
}
