package warrant.graph;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Small documents and changes for tests. */
public final class Samples {
    private static final String NAMESPACE = "urn:x#";

    private Samples() {}

    public static Document document(String name, String... texts) {
        String hash = ContentHash.ofTexts(List.of(texts));
        List<Page> pages = new ArrayList<>();
        for (String text : texts) {
            pages.add(new Page(String.valueOf(pages.size() + 1), text));
        }
        LocalDate date = texts.length > 1 ? LocalDate.of(2024, 2, 29) : null;
        return new Document(
                ContentHash.ofTexts(List.of(hash, name)), name, hash, "text/plain", name, date, "reader 1", pages);
    }

    /** A passage of a document's first page. */
    public static Passage passage(Document document, int begin, int end) {
        return new Passage(
                document.id().substring(0, 8) + "-" + begin,
                document.id(),
                "1",
                begin,
                end,
                begin == 0 ? "" : "9.2(b)",
                document.pages().getFirst().slice(begin, end));
    }

    public static Triple triple(String subject, String relation, String object) {
        return new Triple(new Entity(NAMESPACE + subject), NAMESPACE + relation, new Entity(NAMESPACE + object));
    }

    public static Change.Open said(Triple triple, Interval valid, String author) {
        return open(triple, valid, new Origin.Asserted(author, "said so"));
    }

    public static Change.Open open(Triple triple, Interval valid, Origin origin) {
        return new Change.Open(triple, valid, ContentHash.ofSupport(triple, valid, origin), origin);
    }

    /** A support of every kind, over objects of every kind, with quotations of a cell and of a page. */
    public static List<Change> oneOfEach(Document document) {
        Triple entities = triple("a", "occupies", "b");
        Triple date = new Triple(new Entity("urn:x#a"), "urn:x#since", Literal.date(LocalDate.of(2024, 6, 4)));
        Triple text = new Triple(
                new Entity("urn:x#a"), "urn:x#note", Literal.text("quote \" bracket > <x> \"^^<y>\nnew line \u5408"));
        Triple large = new Triple(new Entity("urn:x#a"), "urn:x#note", Literal.text("long ".repeat(20_000)));
        String words = document.pages().getFirst().slice(0, 4);
        Origin extracted = new Origin.Extracted(
                List.of(
                        new Quotation(new Span(document.id(), "1", 0, 4, null), words),
                        new Quotation(new Span(document.id(), "1", 0, 4, "B7"), words),
                        new Quotation(new Span("unknown document", "Sheet 1", 3, 4, null), "x")),
                0.1 + 0.2,
                "model",
                "profile");
        return List.of(
                said(entities, Interval.ALWAYS, "Ann"),
                open(date, new Interval(LocalDate.of(2024, 1, 1), null), extracted),
                open(text, new Interval(null, LocalDate.of(2024, 1, 1)), extracted),
                open(
                        triple("a", "owns", "b"),
                        Interval.ALWAYS,
                        new Origin.Derived("rule-1", List.of(date, text, entities))),
                said(large, Interval.ALWAYS, "Ben"));
    }
}
