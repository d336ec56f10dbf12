package warrant.graph;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one matter's documents are and what is believed from them. Nothing is overwritten: withdrawing closes a support.
 *
 * <p>Every write is one transaction and idempotent: repeating it after a crash changes nothing. Safe for many threads.
 * Failures of the store itself are {@link StoreException}s.
 */
public interface MatterStore {

    /** @return where the matter stands; one query, whatever the matter's size */
    Revision revision();

    /** Keeps a document and its passages, replacing those of the same id. */
    void put(Document document, List<Passage> passages);

    /** @return the documents, by name, without those removed */
    List<Document> documents();

    Optional<Document> document(String id);

    /** @return the passages of a document in the order of the text */
    List<Passage> passages(String document);

    /**
     * Marks a document as removed: it is no longer listed, but quotations of answers already given can still be shown.
     * Its supports are closed by whoever calls this, in {@link #apply}.
     */
    void remove(String document);

    /** Opens and closes supports, all or none. */
    void apply(Collection<? extends Change> changes, Instant at);

    /** @return what is believed as known at a moment, ordered by triple and validity; only supports open then */
    List<Statement> statements(Instant known);

    /** @return every statement ever recorded of these relations (all relations if empty), with closed supports too */
    List<Statement> history(Collection<String> relations);

    /** Keeps small records that are made once and read again: decisions of models, states of jobs, answers given. */
    void keep(String kind, Map<String, String> records);

    Optional<String> kept(String kind, String key);

    /** @return all records of a kind, by key */
    Map<String, String> kept(String kind);

    /** Forgets records. */
    void forget(String kind, Collection<String> keys);
}
