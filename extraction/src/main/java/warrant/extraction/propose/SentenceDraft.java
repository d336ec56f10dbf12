package warrant.extraction.propose;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import warrant.extraction.mention.Context;
import warrant.extraction.mention.Mention;
import warrant.extraction.mention.Mentions;
import warrant.extraction.propose.Draft.Sighting;
import warrant.extraction.split.Sentences;
import warrant.graph.Datatypes;
import warrant.graph.Passage;

/** What sentences state: the verb between two things, and the noun before a value. */
final class SentenceDraft {
    private static final int LONGEST = 400;
    /** A verb with what belongs to it: {@code is owned by}, {@code supplies}, {@code has been appointed as}. */
    private static final Pattern VERB =
            Pattern.compile("(?:[\\p{Ll}-]+\\s+){0,4}[\\p{Ll}-]+", Pattern.UNICODE_CHARACTER_CLASS);
    /** Words that join what is listed, or two sentences. */
    private static final Pattern JOINING = Pattern.compile(
            "(?i).*\\b(?:and|or|but|which|who|whose|that|if|when|while|than|und|oder|aber|wenn|dass|sowie)\\b.*|"
                    + "(?i)(?:of|in|at|on|to|for|with|from|by|und|von|in|an|the|its)");
    /** {@code The monthly rent of the Lease is}, {@code delivery date:}, {@code der Kaufpreis beträgt}. */
    private static final Pattern NOUN = Pattern.compile(
            "(?<noun>(?:[\\p{L}-]+\\s+){0,2}[\\p{L}-]{3,})(?:\\s+(?:of|for|under|für|der|des)\\s+[^.;:]{2,60})?\\s*"
                    + "(?:\\s(?:is|are|was|shall be|will be|amounts to|of|on|at|within|beträgt|ist|am)|[:：])\\s*$");

    private static final Pattern DATED =
            Pattern.compile("(?i)\\b(?:since|from|until|till|as of|with effect from|seit|ab|bis)\\s+(?:the\\s+)?\\d");

    private final Tally tally;

    SentenceDraft(Tally tally) {
        this.tally = tally;
    }

    /** @param main label of the class of the document itself, or empty */
    void read(Passage passage, Context context, String document, String main) {
        for (Sentences.Extent extent : Sentences.of(passage.text())) {
            String sentence = passage.text().substring(extent.begin(), extent.end());
            if (sentence.length() <= LONGEST && !sentence.contains("\t")) {
                sentence(sentence.replaceAll("\\s+", " "), context, document, main);
            }
        }
    }

    private void sentence(String sentence, Context context, String document, String main) {
        List<Mention> mentions = Mentions.find(sentence, context);
        mentions.forEach(mention -> {
            String kind = Sides.kind(mention);
            tally.kind(kind, Sides.name(mention), Sides.comment(kind));
        });
        for (int i = 0; i < mentions.size(); i++) {
            if (mentions.get(i) instanceof Mention.Value value) {
                value(sentence, mentions, i, value, document, main);
            } else if (i + 1 < mentions.size() && !(mentions.get(i + 1) instanceof Mention.Value)) {
                things(sentence, mentions.get(i), mentions.get(i + 1), document);
            }
        }
    }

    private void things(String sentence, Mention left, Mention right, String document) {
        if (left.end() >= right.begin()) {
            return;
        }
        String between = slice(sentence, /* begin= */ left.end(), /* end= */ right.begin())
                .strip();
        String bare = between.replaceFirst("(?i)\\s+(?:the|an?|der|die|das|den|dem)$", "");
        if (VERB.matcher(bare).matches() && !JOINING.matcher(bare).matches() && bare.length() > 2) {
            tally.relation(
                    Phrases.plain(bare),
                    "text",
                    Sides.kind(left),
                    Sides.kind(right),
                    true,
                    DATED.matcher(sentence).find(),
                    new Sighting(sentence, left.text(), right.text(), document));
        }
    }

    private void value(
            String sentence, List<Mention> mentions, int at, Mention.Value value, String document, String main) {
        if (value.datatype().equals(Datatypes.INTEGER) || value.datatype().equals(Datatypes.DECIMAL)) {
            return;
        }
        Matcher noun = NOUN.matcher(slice(sentence, 0, value.begin()));
        if (!noun.find()) {
            return;
        }
        Mention subject = mentions.subList(0, at).stream()
                .filter(mention -> !(mention instanceof Mention.Value))
                .reduce((first, second) -> second)
                .orElse(null);
        String label = Phrases.plain(noun.group("noun"));
        boolean named = subject != null && label.contains(Phrases.plain(subject.text()));
        if (!named && !label.isEmpty()) {
            tally.relation(
                    label,
                    "text",
                    subject == null ? main : Sides.kind(subject),
                    value.datatype(),
                    false,
                    false,
                    new Sighting(sentence, subject == null ? "" : subject.text(), value.text(), document));
        }
    }

    private static String slice(String text, int begin, int end) {
        return text.substring(text.offsetByCodePoints(0, begin), text.offsetByCodePoints(0, end));
    }
}
