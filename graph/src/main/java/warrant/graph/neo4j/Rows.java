package warrant.graph.neo4j;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import warrant.graph.ContentHash;
import warrant.graph.Document;
import warrant.graph.Entity;
import warrant.graph.Interval;
import warrant.graph.Literal;
import warrant.graph.Origin;
import warrant.graph.Page;
import warrant.graph.Passage;
import warrant.graph.Quotation;
import warrant.graph.Span;
import warrant.graph.Support;
import warrant.graph.Term;
import warrant.graph.Triple;

/** How values of the vocabulary become properties of nodes, and properties become values again. */
final class Rows {
    /** Longer texts cannot be keys of an index of Neo4j. */
    private static final int LONGEST_KEY = 1_000;

    /** Moments beyond this are "always": Neo4j has no room for them. */
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private Rows() {}

    /** @return the text itself, or, if it is too long for an index, its hash */
    static String key(String text) {
        return text.length() <= LONGEST_KEY ? text : "sha256:" + ContentHash.ofTexts(List.of(text));
    }

    static String key(Term term) {
        return switch (term) {
            case Entity entity -> key(entity.iri());
            case Literal literal -> ContentHash.ofTexts(List.of(literal.lexical(), literal.datatype()));
        };
    }

    static String key(Triple triple, Interval valid) {
        return ContentHash.ofTexts(
                List.of(triple.toString(), String.valueOf(valid.from()), String.valueOf(valid.until())));
    }

    static Map<String, Object> of(Term term) {
        return switch (term) {
            case Entity entity -> Map.of("key", key(term), "iri", entity.iri(), "name", name(entity.iri()));
            case Literal literal ->
                Map.of("key", key(term), "lexical", literal.lexical(), "datatype", literal.datatype());
        };
    }

    /** The last part of an IRI, for people who look at the graph. */
    static String name(String iri) {
        int cut = Math.max(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')), iri.lastIndexOf(':'));
        return iri.substring(cut + 1);
    }

    static Map<String, Object> of(Document document) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", document.id());
        row.put("name", document.name());
        row.put("hash", document.hash());
        row.put("mediaType", document.mediaType());
        row.put("title", document.title());
        row.put("date", document.date());
        row.put("reader", document.reader());
        row.put("removed", false);
        return row;
    }

    static Document document(Value node, List<Page> pages) {
        return new Document(
                node.get("id").asString(),
                node.get("name").asString(),
                node.get("hash").asString(),
                node.get("mediaType").asString(),
                node.get("title").asString(),
                date(node.get("date")),
                node.get("reader").asString(),
                pages);
    }

    static Page page(Value node) {
        return new Page(node.get("label").asString(), node.get("text").asString());
    }

    static Map<String, Object> of(Passage passage, int number) {
        return Map.of(
                "key", key(passage.document() + " " + passage.id()),
                "id", passage.id(),
                "page", passage.page(),
                "begin", passage.begin(),
                "end", passage.end(),
                "path", passage.path(),
                "text", passage.text(),
                "number", number);
    }

    static Passage passage(Value node, String document) {
        return new Passage(
                node.get("id").asString(),
                document,
                node.get("page").asString(),
                node.get("begin").asInt(),
                node.get("end").asInt(),
                node.get("path").asString(),
                node.get("text").asString());
    }

    /** The properties of a support; its quotations become relationships, see {@link #quotations}. */
    static Map<String, Object> of(Origin origin) {
        return switch (origin) {
            case Origin.Asserted asserted ->
                Map.of("origin", "asserted", "author", asserted.author(), "reason", asserted.reason());
            case Origin.Extracted extracted ->
                Map.of(
                        "origin", "extracted",
                        "confidence", extracted.confidence(),
                        "method", extracted.method(),
                        "profile", extracted.profile());
            case Origin.Derived derived ->
                Map.of(
                        "origin",
                        "derived",
                        "rule",
                        derived.rule(),
                        "premises",
                        derived.premises().stream().map(Triple::toString).toList());
        };
    }

    static List<Map<String, Object>> quotations(String support, Origin origin) {
        List<Map<String, Object>> rows = new ArrayList<>();
        if (origin instanceof Origin.Extracted extracted) {
            for (Quotation quotation : extracted.evidence()) {
                Span span = quotation.span();
                Map<String, Object> place = new HashMap<>();
                place.put("page", span.page());
                place.put("begin", span.begin());
                place.put("end", span.end());
                place.put("cell", span.cell());
                place.put("text", quotation.text());
                place.put("number", rows.size());
                rows.add(Map.of("support", support, "document", span.document(), "place", place));
            }
        }
        return rows;
    }

    /** @param quotes maps of a quotation's properties with its {@code document} */
    static Support support(Value node, List<Value> quotes) {
        return new Support(
                node.get("id").asString(),
                origin(node, quotes),
                instant(node.get("recorded")),
                node.get("closed").isNull() ? null : instant(node.get("closed")));
    }

    private static Origin origin(Value node, List<Value> quotes) {
        String kind = node.get("origin").asString();
        return switch (kind) {
            case "asserted" ->
                new Origin.Asserted(
                        node.get("author").asString(), node.get("reason").asString());
            case "extracted" ->
                new Origin.Extracted(
                        quotes.stream()
                                .sorted(Comparator.comparingInt(
                                        quote -> quote.get("number").asInt()))
                                .map(Rows::quotation)
                                .toList(),
                        node.get("confidence").asDouble(),
                        node.get("method").asString(),
                        node.get("profile").asString());
            case "derived" ->
                new Origin.Derived(
                        node.get("rule").asString(),
                        node.get("premises").asList(premise -> triple(premise.asString())));
            default -> throw new IllegalStateException("a support of an unknown origin: '" + kind + "'");
        };
    }

    private static Quotation quotation(Value quote) {
        return new Quotation(
                new Span(
                        quote.get("document").asString(),
                        quote.get("page").asString(),
                        quote.get("begin").asInt(),
                        quote.get("end").asInt(),
                        quote.get("cell").isNull() ? null : quote.get("cell").asString()),
                quote.get("text").asString());
    }

    /** Reads what {@link Triple#toString} writes: IRIs hold neither brackets nor quotation marks. */
    static Triple triple(String text) {
        int subject = text.indexOf("> <");
        int relation = text.indexOf("> ", subject + 2);
        String object = text.substring(relation + 2);
        int datatype = object.lastIndexOf("\"^^<");
        Term term = object.startsWith("<")
                ? new Entity(object.substring(1, object.length() - 1))
                : new Literal(object.substring(1, datatype), object.substring(datatype + 4, object.length() - 1));
        return new Triple(new Entity(text.substring(1, subject)), text.substring(subject + 3, relation), term);
    }

    static Triple triple(String subject, String relation, Value object) {
        Term term = object.get("iri").isNull()
                ? new Literal(
                        object.get("lexical").asString(), object.get("datatype").asString())
                : new Entity(object.get("iri").asString());
        return new Triple(new Entity(subject), relation, term);
    }

    static @Nullable LocalDate date(Value value) {
        return value.isNull() ? null : value.asLocalDate();
    }

    static ZonedDateTime time(Instant instant) {
        Instant near = instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
        return near.atZone(ZoneOffset.UTC);
    }

    static Instant instant(Value value) {
        return value.asZonedDateTime().toInstant();
    }
}
