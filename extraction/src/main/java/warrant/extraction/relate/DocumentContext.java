package warrant.extraction.relate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import warrant.extraction.mention.Context;
import warrant.graph.Document;

/**
 * What the passages of one document share.
 *
 * @param main what the document is: the agreement, the letter; null if its ontology knows no such thing
 * @param things what the document names and defines, the main thing among them
 * @param known what its mentions are read by: defined terms, the order of dates
 * @param date the day the document bears, or null
 * @param correspondents who wrote it and to whom
 * @param hash SHA-256, in hexadecimal, of everything above: equal hashes, equal extractions
 */
public record DocumentContext(
        Document document,
        @Nullable Thing main,
        List<Thing> things,
        Context known,
        @Nullable LocalDate date,
        Correspondents correspondents,
        String hash) {
    public DocumentContext {
        things = List.copyOf(things);
    }
}
