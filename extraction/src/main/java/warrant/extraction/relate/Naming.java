package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import warrant.extraction.mention.Context;
import warrant.extraction.mention.DefinedTerms;
import warrant.extraction.mention.Definitions;
import warrant.extraction.mention.Mention;
import warrant.extraction.mention.Mentions;
import warrant.graph.Document;
import warrant.graph.Labels;
import warrant.graph.Ontology;
import warrant.graph.Passage;
import warrant.graph.Quotation;
import warrant.graph.Span;
import warrant.llm.weights.Digests;

/** Finds out what one document is and what it names. */
final class Naming {
    private static final Pattern REPLY =
            Pattern.compile("(?i)^\\s*(re|aw|fw|fwd|wg|antw|答复|转发)\\s*:.*", Pattern.DOTALL);
    private static final Set<String> VAGUE = Set.of(
            "a", "an", "any", "each", "every", "such", "no", "another", "ein", "eine", "jede", "jeder", "either");
    private static final Pattern ARTICLE = Pattern.compile("^(?i:the|a|an|this|each|any|der|die|das)\\s");
    private static final Pattern LAST_WORD = Pattern.compile("(\\p{L}+)[ \\u00a0]$");
    private static final int SHORTEST_ALIAS = 4;
    private static final Pattern HEAD_NUMBER = Pattern.compile("^[\\d.§()]+\\s*");
    private static final List<String> TITLES = List.of(
            "Mr", "Ms", "Mrs", "Dr", "Mr.", "Ms.", "Mrs.", "Dr.", "Herr", "Herrn", "Frau", "Frau Dr.", "Herr Dr.");
    private static final Pattern TITLED =
            Pattern.compile("(?:(?:Mr|Ms|Mrs|Miss|Dr|Prof|Herrn?|Frau)\\.?\\s+)+(?<name>\\p{Lu}[\\p{L}’'-]+)");
    private static final Pattern FULL_NAME =
            Pattern.compile("\\p{Lu}[\\p{L}.’'-]*(?:\\s\\p{Lu}\\.|\\s\\p{L}{2,3})?(?:\\s\\p{Lu}[\\p{L}’'-]+){1,2}");

    private final Ontology ontology;
    private final Kinds kinds;

    private final @Nullable TitleMeanings meanings;

    /** @param meanings null: a document's class must be named by its title */
    Naming(Ontology ontology, Kinds kinds, @Nullable TitleMeanings meanings) {
        this.meanings = meanings;
        this.ontology = ontology;
        this.kinds = kinds;
    }

    DocumentContext context(Document document, List<Passage> passages) {
        Context known = new Context(Definitions.of(document), Context.DateOrder.UNKNOWN);
        Things things = new Things();
        Optional<String> main = main(document, passages, things);
        for (Passage passage : passages) {
            for (Mention mention : Mentions.find(passage.text(), known)) {
                name(mention, passage, things, known.terms());
            }
            phrases(passage, things, known.terms());
        }
        individuals(passages, things);
        define(known.terms(), main, things);
        Groups.of(document, known.terms(), things);
        shorten(things);
        List<Thing> all = things.all();
        Thing mainThing = main.flatMap(name ->
                        all.stream().filter(t -> Labels.same(t.name(), name)).findFirst())
                .orElse(null);
        return new DocumentContext(
                document,
                mainThing,
                all,
                known,
                document.date(),
                Correspondents.of(document, all),
                hash(document, mainThing, all));
    }

    /** The thing that the document itself is, if the ontology has a class for it. */
    private Optional<String> main(Document document, List<Passage> passages, Things things) {
        Optional<Mention.Identifier> number = numberOf(document.title().strip());
        String title =
                number.map(Mention.Identifier::text).orElse(document.title().strip());
        String counted = number.map(id -> kinds.counted(id.kind())).orElse("");
        String named = kinds.of(title).isEmpty() ? counted : kinds.of(title);
        String kind = named.isEmpty() ? meant(title, passages) : named;
        if (kind.isEmpty() || title.contains(", ") || REPLY.matcher(title).matches() || passages.isEmpty()) {
            return Optional.empty();
        }
        String cased = title.equals(title.toUpperCase(Locale.ROOT)) ? capitals(title) : title;
        Pattern same =
                Pattern.compile(Pattern.quote(title).replaceAll("\\s+", "\\\\E\\\\s+\\\\Q"), Pattern.CASE_INSENSITIVE);
        Passage best = passages.getFirst();
        String words = best.text().strip();
        for (Passage passage : passages) {
            var matcher = same.matcher(passage.text());
            while (matcher.find()) {
                String found = matcher.group().replaceAll("\\s+", " ");
                if (!found.equals(found.toUpperCase(Locale.ROOT))) {
                    things.add(found, kind, Kinds.Sort.DOCUMENT, at(passage, found, matcher.start()));
                    return Optional.of(found);
                }
            }
        }
        String first = words.lines().findFirst().orElse(words);
        things.add(cased, kind, Kinds.Sort.DOCUMENT, at(best, first, best.text().indexOf(first)));
        return Optional.of(cased);
    }

    /** @return what a title begins with, if it goes on with something else: {@code Notice No. 2 - water in the hold} */
    private static Optional<Mention.Identifier> numberOf(String title) {
        return Mentions.find(title, Context.NONE).stream()
                .filter(mention -> mention.begin() == 0 && mention instanceof Mention.Identifier)
                .map(mention -> (Mention.Identifier) mention)
                .filter(id -> !id.kind().isEmpty()
                        && title.substring(id.text().length()).matches("\\s*[-–—:,(].*"))
                .findFirst();
    }

    /** The class that a title comes nearest to in meaning, where the document calls itself by that title. */
    private String meant(String title, List<Passage> passages) {
        String noun = title.substring(title.lastIndexOf(' ') + 1);
        Pattern itself = Pattern.compile(
                "\\b(?:this|present|diese[rs]?)\\s+(?:(?:\\p{L}+\\s+)?(?:is|ist)\\s+(?:an?\\s+|the\\s+|eine?\\s+|die\\s+|der\\s+|das\\s+)?)?(?:"
                        + Pattern.quote(title) + "|" + Pattern.quote(noun) + ")\\b",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        boolean says = passages.stream().anyMatch(p -> itself.matcher(p.text()).find());
        return meanings == null || !says ? "" : meanings.of(title);
    }

    private static String capitals(String title) {
        StringBuilder cased = new StringBuilder();
        for (String word : title.toLowerCase(Locale.ROOT).split("\\s+")) {
            boolean small = Set.of("of", "and", "for", "to", "the", "in", "on").contains(word) && !cased.isEmpty();
            boolean code = word.codePoints().anyMatch(Character::isDigit);
            cased.append(cased.isEmpty() ? "" : " ");
            cased.append(
                    code
                            ? word.toUpperCase(Locale.ROOT)
                            : small ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return cased.toString();
    }

    private void name(Mention mention, Passage passage, Things things, DefinedTerms terms) {
        switch (mention) {
            case Mention.Name name -> named(name, passage, things, terms);
            case Mention.Identifier id -> numbered(id, passage, things);
            case Mention.Value value -> {}
            case Mention.Email email -> {}
        }
    }

    private void named(Mention.Name name, Passage passage, Things things, DefinedTerms terms) {
        Kinds.Sort sort = sort(name.sort());
        var defined = terms.of(name.text());
        boolean explained = defined.filter(d -> d.name().isEmpty()).isPresent();
        boolean other = sort == Kinds.Sort.OTHER;
        if (other && isHeading(name.text(), passage.text())) {
            return;
        }
        if (explained || (other && ARTICLE.matcher(name.text()).find())) {
            return;
        }
        boolean itself = Labels.same(name.name(), name.text());
        boolean known = sort == Kinds.Sort.ORGANISATION || sort == Kinds.Sort.PERSON || sort == Kinds.Sort.PLACE;
        boolean phrase = other && name.text().strip().contains(" ");
        if (itself && (known || (phrase && kinds.of(name.text()).isEmpty() && defined.isEmpty()))) {
            String kind = known ? kinds.general(sort) : "";
            things.add(name.name(), kind, sort, quotation(passage, name.begin(), name.end()));
        } else if (!itself && sort != Kinds.Sort.DOCUMENT && defined.isEmpty()) {
            things.alias(name.name(), name.text());
        }
    }

    /** @return whether a line in capitals heads a part of the text: it names no thing */
    private static boolean isHeading(String name, String text) {
        return name.contains(" ")
                && name.equals(name.toUpperCase(Locale.ROOT))
                && text.lines()
                        .anyMatch(line -> HEAD_NUMBER
                                        .matcher(line.strip())
                                        .replaceFirst("")
                                        .startsWith(name)
                                && line.equals(line.toUpperCase(Locale.ROOT)));
    }

    private void numbered(Mention.Identifier id, Passage passage, Things things) {
        String named = id.kind().isEmpty() ? "" : kinds.of(id.kind());
        String kind = named.isEmpty() && !id.kind().isEmpty() ? kinds.counted(id.kind()) : named;
        if (kinds.holds(kind, Kinds.Sort.ORGANISATION) || kinds.holds(kind, Kinds.Sort.PERSON)) {
            return; // “company number 4711” is a number that a company has, not a company
        }
        if (things.names(Kinds.Sort.DOCUMENT).stream().anyMatch(n -> Labels.same(n, id.text()))) {
            return;
        }
        if (!kind.isEmpty()) {
            String full = capitals(bareKind(id.kind())) + " " + id.code();
            things.add(full, kind, Kinds.Sort.CODE, quotation(passage, id.begin(), id.end()));
            things.alias(full, id.text().replaceAll("\\s+", " "));
            if (id.code().length() >= SHORTEST_ALIAS) {
                things.alias(full, id.code());
            }
        } else if (id.code().length() >= SHORTEST_ALIAS && id.code().matches(".*\\p{L}.*")) {
            codes(passage, things, id, kinds.counted(before(passage, id.begin())));
        }
    }

    /** @return the word for what has a number, without the words of grammar that came with it */
    private static String bareKind(String kind) {
        List<Words.Word> words = new ArrayList<>(Words.of(kind));
        while (words.size() > 1 && !words.getFirst().content()) {
            words.removeFirst();
        }
        return kind.substring(kind.offsetByCodePoints(0, words.getFirst().begin()));
    }

    /** @return the word that stands before a place, or nothing */
    private static String before(Passage passage, int begin) {
        String text = passage.text().substring(0, passage.text().offsetByCodePoints(0, begin));
        var word = LAST_WORD.matcher(text);
        return word.find() ? word.group(1) : "";
    }

    /** A code without the word that says what it is: a thing of its own, unless it belongs to a fuller name. */
    private static void codes(Passage passage, Things things, Mention.Identifier id, String kind) {
        boolean known = things.all().stream()
                .anyMatch(t -> t.aliases().contains(id.code()) || t.name().endsWith(" " + id.code()));
        if (!known || (!kind.isEmpty() && things.knows(id.code()))) {
            things.add(id.code(), kind, Kinds.Sort.CODE, quotation(passage, id.begin(), id.end()));
        }
    }

    private static Kinds.Sort sort(Mention.Sort sort) {
        return switch (sort) {
            case ORGANISATION -> Kinds.Sort.ORGANISATION;
            case PERSON -> Kinds.Sort.PERSON;
            case PLACE -> Kinds.Sort.PLACE;
            case DOCUMENT -> Kinds.Sort.DOCUMENT;
            case TERM, OTHER -> Kinds.Sort.OTHER;
        };
    }

    /** Things whose names say what they are: {@code Master Supply Agreement}. */
    private void phrases(Passage passage, Things things, DefinedTerms terms) {
        for (TitlePhrases.Phrase phrase : TitlePhrases.of(passage.text())) {
            String text = phrase.text().replaceAll("\\s+", " ");
            if (things.covers(quotation(passage, phrase.begin(), phrase.end()))) {
                continue;
            }
            boolean single = !text.contains(" ");
            String kind = kinds.of(text);
            boolean explained = terms.of(text).isPresent();
            if (kind.isEmpty() || single || explained || things.knows(text) || VAGUE.contains(phrase.determiner())) {
                continue;
            }
            boolean body = kinds.holds(kind, Kinds.Sort.ORGANISATION) || kinds.holds(kind, Kinds.Sort.PERSON);
            if (kinds.documentary(kind) || (!body && !text.endsWith("s"))) {
                things.add(text, kind, Kinds.Sort.DOCUMENT, quotation(passage, phrase.begin(), phrase.end()));
            }
        }
    }

    private void individuals(List<Passage> passages, Things things) {
        ontology.entities().forEach((iri, labels) -> {
            for (Passage passage : passages) {
                for (String label : labels) {
                    int at = passage.text().indexOf(label);
                    if (at >= 0 && !things.knows(label)) {
                        things.add(label, "", Kinds.Sort.OTHER, at(passage, label, at));
                        labels.forEach(other -> things.alias(label, other));
                        return;
                    }
                }
            }
        });
    }

    /** Terms that the document defines for names: also the class that such a term may be the label of. */
    private void define(DefinedTerms terms, Optional<String> main, Things things) {
        for (DefinedTerms.Definition definition : terms.definitions()) {
            if (definition.introduced()) {
                introduce(definition, things);
            }
            String name = definition
                    .name()
                    .replaceFirst("(?i)^(this|the|a|an)\\s+", "")
                    .strip();
            if (name.isEmpty()) {
                continue;
            }
            String owner = main.filter(m -> !things.knows(name)
                            && (Labels.normal(name).contains(Labels.normal(m))
                                    || Labels.normal(m).startsWith(Labels.normal(name))))
                    .orElse(name);
            if (!things.knows(owner) && !kinds.of(owner).isEmpty()) {
                things.add(owner, kinds.of(owner), Kinds.Sort.DOCUMENT, definition.quotation());
            }
            things.alias(owner, definition.term());
        }
    }

    /** A thing that a document describes and then names by its class: {@code a term loan of … (“Facility A”)}. */
    private void introduce(DefinedTerms.Definition definition, Things things) {
        String kind = kinds.of(definition.term());
        boolean counted = definition.term().contains(" ");
        if (counted && !kind.isEmpty() && !things.knows(definition.term())) {
            things.add(definition.term(), kind, Kinds.Sort.DOCUMENT, definition.quotation());
        }
    }

    /** Short forms: the first word of a company's name, a title with the surname of a person. */
    private static void shorten(Things things) {
        for (String name : things.names(Kinds.Sort.ORGANISATION)) {
            String first = name.split(",?\\s+")[0];
            if (first.length() >= SHORTEST_ALIAS && !first.equals(name) && Character.isUpperCase(first.charAt(0))) {
                things.alias(name, first);
            }
            String bare = bare(name);
            if (bare.contains(" ")) {
                things.alias(name, bare);
            }
        }
        titled(things);
        for (String name : things.names(Kinds.Sort.PERSON)) {
            String last = name.substring(name.lastIndexOf(' ') + 1);
            if (!last.equals(name) && !TITLED.matcher(name).matches()) {
                TITLES.forEach(title -> things.alias(name, title + " " + last));
                things.alias(name, last);
                String first = name.substring(0, name.indexOf(' '));
                if (first.length() >= SHORTEST_ALIAS && first.indexOf('.') < 0) {
                    things.alias(name, first);
                }
            }
        }
    }

    /** {@code Ms Aldous} is Fenna Aldous, where the document names but one of that surname. */
    private static void titled(Things things) {
        List<String> full = new ArrayList<>(things.names(Kinds.Sort.PERSON));
        full.addAll(things.names(Kinds.Sort.OTHER));
        full.removeIf(name ->
                TITLED.matcher(name).matches() || !FULL_NAME.matcher(name).matches());
        for (String name : things.names(Kinds.Sort.PERSON)) {
            var title = TITLED.matcher(name);
            if (title.matches()) {
                List<String> same = full.stream()
                        .filter(other -> other.endsWith(" " + title.group("name")))
                        .toList();
                if (same.size() == 1) {
                    things.fold(name, same.getFirst());
                }
            }
        }
    }

    /** @return a company's name without its legal form */
    static String bare(String name) {
        List<String> words = new ArrayList<>(List.of(name.split("\\s+")));
        while (words.size() > 1 && Labels.isLegalForm(words.getLast())) {
            words.removeLast();
        }
        return String.join(" ", words).replaceFirst(",$", "");
    }

    static Quotation quotation(Passage passage, int begin, int end) {
        String text = passage.text();
        int from = text.offsetByCodePoints(0, begin);
        String words = text.substring(from, text.offsetByCodePoints(from, end - begin));
        Span span = new Span(passage.document(), passage.page(), passage.begin() + begin, passage.begin() + end, null);
        return new Quotation(span, words);
    }

    private static Quotation at(Passage passage, String words, int index) {
        int begin = passage.text().codePointCount(0, Math.max(0, index));
        int length = passage.text().substring(Math.max(0, index)).startsWith(words)
                ? words.codePointCount(0, words.length())
                : sameLength(passage, index, words);
        return quotation(passage, begin, begin + length);
    }

    /** The words may stand there with other white space. */
    private static int sameLength(Passage passage, int index, String words) {
        var matcher = Pattern.compile(
                        Pattern.quote(words).replaceAll("\\s+", "\\\\E\\\\s+\\\\Q"), Pattern.CASE_INSENSITIVE)
                .matcher(passage.text());
        return matcher.find(Math.max(0, index))
                ? passage.text().codePointCount(matcher.start(), matcher.end())
                : passage.text().codePointCount(0, passage.text().length());
    }

    private static String hash(Document document, @Nullable Thing main, List<Thing> things) {
        String all = document.id() + "\n" + document.title() + "\n" + document.date() + "\n"
                + (main == null ? "" : main.name()) + "\n"
                + things.stream().map(Thing::toString).collect(Collectors.joining("\n"));
        return Digests.of(all);
    }
}
