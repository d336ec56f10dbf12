package warrant.orchestrator.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import warrant.graph.MatterStore;
import warrant.graph.Origin;
import warrant.graph.Quotation;
import warrant.graph.Statement;
import warrant.graph.Support;
import warrant.graph.Triple;

/** What reviewers said of statements from documents, kept as training data: one verdict a support, the last one. */
public final class Verdicts {
    private static final String KIND = "verdict";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MatterStore store;

    public Verdicts(MatterStore store) {
        this.store = store;
    }

    /**
     * A verdict.
     *
     * @param subject IRI, as was found
     * @param object IRI or value, as was found
     * @param quotations the words it was found in
     * @param right whether the reviewer agreed
     * @param instead what it should read, where the reviewer said so: subject, relation, object
     */
    public record Verdict(
            String subject,
            String relation,
            String object,
            List<String> quotations,
            double confidence,
            String method,
            String profile,
            boolean right,
            @Nullable List<String> instead,
            String author,
            String reason) {
        public Verdict {
            quotations = List.copyOf(quotations);
        }
    }

    void keep(Statement statement, boolean right, @Nullable Triple instead, Origin.Asserted by) {
        Map<String, String> records = new TreeMap<>();
        for (Support support : statement.supports()) {
            if (support.origin() instanceof Origin.Extracted found) {
                records.put(support.id(), json(verdict(statement.triple(), found, right, instead, by)));
            }
        }
        store.keep(KIND, records);
    }

    private static Verdict verdict(
            Triple triple, Origin.Extracted found, boolean right, @Nullable Triple instead, Origin.Asserted by) {
        return new Verdict(
                triple.subject().iri(),
                triple.relation(),
                triple.object().toString(),
                found.evidence().stream().map(Quotation::text).toList(),
                found.confidence(),
                found.method(),
                found.profile(),
                right,
                instead == null
                        ? null
                        : List.of(
                                instead.subject().iri(),
                                instead.relation(),
                                instead.object().toString()),
                by.author(),
                by.reason());
    }

    /** @return all verdicts, in an order that does not change */
    public List<Verdict> all() {
        List<Verdict> verdicts = new ArrayList<>();
        new TreeMap<>(store.kept(KIND)).values().forEach(record -> verdicts.add(read(record)));
        return verdicts;
    }

    /** Tells whether a support was judged. */
    public boolean judged(Support support) {
        return store.kept(KIND, support.id()).isPresent();
    }

    private static String json(Verdict verdict) {
        try {
            return JSON.writeValueAsString(verdict);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a verdict is plain JSON", e);
        }
    }

    private static Verdict read(String record) {
        try {
            return JSON.readValue(record, Verdict.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept verdict cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
