package warrant.orchestrator.view;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import warrant.graph.Document;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Origin;
import warrant.graph.Statement;
import warrant.graph.Support;
import warrant.graph.Term;
import warrant.graph.Triple;

/**
 * A statement as it leaves the owner.
 *
 * @param id short name, good for commands
 * @param says the statement in words
 * @param subject IRI
 * @param relation IRI
 * @param object IRI or value
 * @param datatype of the value; null for an entity
 */
public record StatementView(
        String id,
        String says,
        String subject,
        String relation,
        String object,
        @Nullable String datatype,
        @Nullable String from,
        @Nullable String until,
        List<SupportView> supports) {
    public StatementView {
        supports = List.copyOf(supports);
    }

    /**
     * Why it is believed.
     *
     * @param by the author, or what found it in a document
     * @param confidence 1 for what people assert
     */
    public record SupportView(
            String by, String recorded, double confidence, String profile, List<QuotationView> quotations) {
        public SupportView {
            quotations = List.copyOf(quotations);
        }
    }

    public static StatementView of(String id, String says, Statement statement, Map<String, Document> documents) {
        Triple triple = statement.triple();
        Term object = triple.object();
        return new StatementView(
                id,
                says,
                triple.subject().iri(),
                triple.relation(),
                switch (object) {
                    case Entity entity -> entity.iri();
                    case Literal literal -> literal.lexical();
                },
                object instanceof Literal literal ? literal.datatype() : null,
                Optional.ofNullable(statement.valid().from())
                        .map(Objects::toString)
                        .orElse(null),
                Optional.ofNullable(statement.valid().until())
                        .map(Objects::toString)
                        .orElse(null),
                statement.supports().stream()
                        .map(each -> support(each, documents))
                        .toList());
    }

    private static SupportView support(Support support, Map<String, Document> documents) {
        String recorded = support.recorded().toString();
        return switch (support.origin()) {
            case Origin.Asserted(String author, String reason) ->
                new SupportView(author + ": " + reason, recorded, 1, "", List.of());
            case Origin.Extracted extracted ->
                new SupportView(
                        extracted.method(),
                        recorded,
                        extracted.confidence(),
                        extracted.profile(),
                        extracted.evidence().stream()
                                .map(quotation -> QuotationView.of(
                                        quotation,
                                        documents.get(quotation.span().document())))
                                .toList());
            case Origin.Derived derived -> new SupportView("rule " + derived.rule(), recorded, 1, "", List.of());
        };
    }
}
