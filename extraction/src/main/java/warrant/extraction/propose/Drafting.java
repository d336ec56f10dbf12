package warrant.extraction.propose;

import java.util.List;
import warrant.extraction.mention.Context;
import warrant.extraction.mention.DefinedTerms;
import warrant.extraction.mention.Definitions;
import warrant.extraction.mention.Mention;
import warrant.extraction.mention.Mention.Sort;
import warrant.extraction.mention.Mentions;
import warrant.extraction.propose.Draft.Sighting;
import warrant.extraction.read.Reading;
import warrant.graph.Document;
import warrant.graph.Passage;

/**
 * Drafts an ontology from a corpus: classes from titles, names, numbered things and rows of tables; relations from
 * columns, roles that documents define, verbs between names and nouns before values. One document at a time.
 */
public final class Drafting {
    private static final int LONGEST_TITLE = 60;

    private final Tally tally = new Tally();
    private final SentenceDraft sentences = new SentenceDraft(tally);
    private final TableDraft tables = new TableDraft(tally);

    /** Takes in one document. */
    public void add(Reading reading, List<Passage> passages) {
        Document document = reading.document();
        String main = main(document);
        tally.kind(main, document.title(), "");
        DefinedTerms terms = Definitions.of(document);
        roles(terms, document, main);
        reading.tables().forEach(table -> tables.read(table, document.name()));
        Context context = new Context(terms, Context.DateOrder.UNKNOWN);
        passages.forEach(passage -> sentences.read(passage, context, document.name(), main));
    }

    /** @param least how often something of running text must have been met */
    public Draft draft(int least) {
        return tally.draft(least);
    }

    /** @return the class of what has such a name, if it can be a party; else empty */
    private static String party(String name) {
        return Mentions.find("by " + name, Context.NONE).stream()
                .filter(mention -> mention.text().equals(name))
                .map(mention -> isPlain(mention) ? "person" : Sides.kind(mention))
                .filter(kind -> kind.equals("company") || kind.equals("person"))
                .findFirst()
                .orElse("");
    }

    /** A party whose name shows no more than capitals: with a company's name the form would tell. */
    private static boolean isPlain(Mention mention) {
        return mention instanceof Mention.Name name
                && name.sort() == Sort.OTHER
                && name.text().matches("\\p{Lu}[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}’'-]+){1,3}");
    }

    private static String main(Document document) {
        boolean own =
                !document.title().equals(document.name()) && document.title().length() <= LONGEST_TITLE;
        return own ? Phrases.noun(document.title()) : "";
    }

    /** Who is called the landlord in a lease is its landlord. */
    private void roles(DefinedTerms terms, Document document, String main) {
        for (DefinedTerms.Definition definition : terms.definitions()) {
            String kind = definition.sort() == Sort.ORGANISATION ? "company" : party(definition.name());
            if (!kind.isEmpty() && !main.isEmpty()) {
                tally.kind(kind, definition.name(), Sides.comment(kind));
                tally.relation(
                        Phrases.plain(definition.term()),
                        "definition",
                        main,
                        kind,
                        true,
                        false,
                        new Sighting(
                                definition.quotation().text().replaceAll("\\s+", " "),
                                document.title(),
                                definition.name(),
                                document.name()));
            }
        }
    }
}
