package warrant.graph;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of what is kept, without clocks: two runs over the same documents are equal when their hashes are. SHA-256 in
 * hexadecimal.
 */
public final class ContentHash {
    private final MessageDigest digest;

    private ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * @return the hash of a matter's documents, passages and statements with all supports ever recorded: what they say
     *     and whether they are open, not when they were recorded or how often they were closed between
     */
    public static String of(MatterStore matter) {
        return of(matter, List.of());
    }

    /** As {@link #of(MatterStore)}, with the kept records of some kinds. */
    public static String of(MatterStore matter, Collection<String> kinds) {
        ContentHash hash = new ContentHash();
        matter.documents().forEach(document -> {
            hash.add(document);
            matter.passages(document.id()).forEach(hash::add);
        });
        hash.statements(matter.history(List.of()));
        for (String kind : new TreeSet<>(kinds)) {
            hash.part("kind").part(kind);
            matter.kept(kind).entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(record -> hash.part(record.getKey()).part(record.getValue()));
        }
        return hash.hex();
    }

    /**
     * @return the id of a support: the same reason found again is the same support. The confidence does not count: it
     *     says how sure one is of the reason
     */
    public static String ofSupport(Triple triple, Interval valid, Origin origin) {
        return new ContentHash().part(triple, valid).part(origin, false).hex();
    }

    /** @return the hash of some texts, each told apart from the next */
    public static String ofTexts(List<String> texts) {
        ContentHash hash = new ContentHash();
        texts.forEach(hash::part);
        return hash.hex();
    }

    private void add(Document document) {
        part("document").part(document.id()).part(document.name()).part(document.hash());
        part(document.mediaType()).part(document.title()).part(document.date()).part(document.reader());
        document.pages().forEach(page -> part(page.label()).part(page.text()));
    }

    private void add(Passage passage) {
        part("passage").part(passage.id()).part(passage.page());
        part(passage.begin()).part(passage.end()).part(passage.path()).part(passage.text());
    }

    private void statements(List<Statement> statements) {
        for (Statement statement : statements) {
            part("statement").part(statement.triple(), statement.valid());
            TreeSet<String> supports = new TreeSet<>();
            TreeSet<String> open = new TreeSet<>();
            for (Support support : statement.supports()) {
                supports.add(support.id()
                        + new ContentHash().part(support.origin(), true).hex());
                if (support.closed() == null) {
                    open.add(support.id());
                }
            }
            supports.forEach(this::part);
            part("open");
            open.forEach(this::part);
        }
    }

    private ContentHash part(Triple triple, Interval valid) {
        return part(triple.subject().iri())
                .part(triple.relation())
                .part(triple.object())
                .part(valid.from())
                .part(valid.until());
    }

    private ContentHash part(Origin origin, boolean confidence) {
        switch (origin) {
            case Origin.Asserted asserted ->
                part("asserted").part(asserted.author()).part(asserted.reason());
            case Origin.Extracted extracted -> {
                part("extracted").part(extracted.method()).part(extracted.profile());
                part(confidence ? extracted.confidence() : "");
                for (Quotation quotation : extracted.evidence()) {
                    Span span = quotation.span();
                    part(span.document()).part(span.page()).part(span.begin()).part(span.end());
                    part(span.cell()).part(quotation.text());
                }
            }
            case Origin.Derived derived -> {
                part("derived").part(derived.rule());
                derived.premises().forEach(premise -> part(premise, Interval.ALWAYS));
            }
        }
        return this;
    }

    /** Its length goes before every text, so that no two sequences of parts run into one. */
    private ContentHash part(@Nullable Object part) {
        byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(part == null ? -1 : bytes.length)
                .array());
        digest.update(bytes);
        return this;
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
