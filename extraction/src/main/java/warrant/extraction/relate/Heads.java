package warrant.extraction.relate;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import warrant.graph.Datatypes;
import warrant.graph.Document;
import warrant.graph.Ontology.Relation;

/**
 * What the lines of an e-mail's head say: when the message was sent, by whom and to whom. They say it of the message
 * itself and of nothing else, and only by relations whose label says just that.
 */
final class Heads {
    private static final Pattern LINE =
            Pattern.compile("(?i)(?<field>from|to|cc|bcc|date|sent|von|an|datum|gesendet|发件人|收件人|日期)\\s*[:：]");
    private static final Set<String> DAY =
            Words.stems("date day dated sent send sending written Datum Tag gesendet versandt abgesandt geschrieben");
    private static final Set<String> SENDER =
            Words.stems("sent send sender author writer written Absender Verfasser gesendet geschrieben");
    private static final Set<String> RECIPIENT =
            Words.stems("sent send addressed recipient addressee Empfänger Adressat gerichtet gesendet");
    private static final Set<String> BY = Set.of("by", "from", "sender", "author", "von", "absender", "verfasser");
    private static final Set<String> TO = Set.of("to", "recipient", "addressee", "an", "empfänger", "adressat");

    private Heads() {}

    /** @return whether this is a line of a message's head */
    static boolean isLine(Document document, Sentence sentence) {
        return document.mediaType().equals("message/rfc822")
                && LINE.matcher(sentence.text()).lookingAt();
    }

    /** @return whether a line of a head says what the relation means */
    static boolean says(Sentence line, Relation relation) {
        Matcher matcher = LINE.matcher(line.text());
        return matcher.lookingAt()
                && switch (matcher.group("field").toLowerCase(Locale.ROOT)) {
                    case "date", "sent", "datum", "gesendet", "日期" ->
                        !relation.object()
                                && Ranges.datatype(relation).equals(Datatypes.DATE)
                                && labelled(relation, DAY, Set.of());
                    case "from", "von", "发件人" -> relation.object() && labelled(relation, SENDER, BY);
                    case "to", "an", "收件人" -> relation.object() && labelled(relation, RECIPIENT, TO);
                    default -> false;
                };
    }

    /** @return whether a label has no words of meaning but these, and one of the marks if there are any */
    private static boolean labelled(Relation relation, Set<String> stems, Set<String> marks) {
        return relation.labels().stream().map(Wording::words).anyMatch(label -> {
            Set<String> own = Words.stems(label);
            Set<String> words = new HashSet<>();
            Words.of(label).forEach(word -> words.add(word.text().toLowerCase(Locale.ROOT)));
            words.retainAll(marks);
            return !own.isEmpty() && stems.containsAll(own) && (marks.isEmpty() || !words.isEmpty());
        });
    }
}
