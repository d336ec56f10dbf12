package warrant.orchestrator.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import warrant.extraction.read.pdf.PagePicture;
import warrant.graph.Document;
import warrant.graph.Interval;
import warrant.graph.Origin;
import warrant.graph.Statement;
import warrant.graph.Triple;
import warrant.orchestrator.OpenMatter;
import warrant.orchestrator.desk.Pictures;
import warrant.orchestrator.matter.MatterRules;
import warrant.orchestrator.owner.Owner;
import warrant.orchestrator.owner.Work;
import warrant.orchestrator.review.Queue;
import warrant.orchestrator.review.Review;
import warrant.orchestrator.review.Stating;
import warrant.orchestrator.view.StatementView;

/** What is believed, and what people say about it. */
@Path("/v1/statements")
@Blocking
public class StatementsResource {
    private final Owner owner;
    private final Work work;

    StatementsResource(Owner owner, Work work) {
        this.owner = owner;
        this.work = work;
    }

    /**
     * A statement by hand, in words or IRIs.
     *
     * @param subject label of a known thing, or IRI
     * @param relation label, name or IRI of a relation
     * @param object label or IRI of a thing, or a value such as {@code 45 days} or {@code EUR 100.00}
     * @param from first day on which it holds
     * @param until first day on which it holds no longer
     * @param author who says so; missing: the user of the owner
     * @param reason why
     */
    public record Saying(
            @Nullable String subject,
            @Nullable String relation,
            @Nullable String object,
            @Nullable String from,
            @Nullable String until,
            @Nullable String author,
            @Nullable String reason) {}

    @GET
    @Operation(summary = "What is believed; with text, only statements that contain all its words")
    public List<StatementView> list(
            @QueryParam("matter") @Nullable String matter,
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("limit") @DefaultValue("1000") int limit) {
        OpenMatter open = owner.open(matter);
        Work.Speech speech = work.speech(open);
        Map<String, Document> documents = documents(open);
        return open.store().statements(now()).stream()
                .filter(statement -> Words.allOf(text, speech.of(statement.triple())))
                .limit(limit)
                .map(statement -> view(statement, speech, documents))
                .toList();
    }

    @GET
    @Path("uncertain")
    @Operation(
            summary = "What a reviewer should look at first: only documents say it, nobody judged it, least sure first")
    public List<StatementView> uncertain(
            @QueryParam("matter") @Nullable String matter,
            @QueryParam("below") @DefaultValue("0.9") double below,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        OpenMatter open = owner.open(matter);
        Work.Speech speech = work.speech(open);
        Map<String, Document> documents = documents(open);
        return new Queue(open.store())
                .uncertain(below, limit, now()).stream()
                        .map(statement -> view(statement, speech, documents))
                        .toList();
    }

    /** @param quotation which of the statement's quotations, from 0 on */
    @GET
    @Path("{id}/picture")
    @Produces("image/png")
    @Operation(summary = "The page of a PDF file that a statement is quoted from, with the quotation highlighted")
    public Response picture(
            @QueryParam("matter") @Nullable String matter,
            @PathParam("id") String id,
            @QueryParam("quotation") @DefaultValue("0") int quotation) {
        OpenMatter open = owner.open(matter);
        PagePicture.Drawn drawn = new Pictures(open).of(new Review(open.store()).find(id, now()), quotation);
        return Response.ok(drawn.png())
                .header("X-Highlighted-Lines", drawn.highlighted())
                .build();
    }

    @POST
    @Path("{id}/confirm")
    @Operation(summary = "Says that a statement holds; it rests on that person too from then on")
    public StatementView confirm(
            @QueryParam("matter") @Nullable String matter, @PathParam("id") String id, Saying saying) {
        OpenMatter open = owner.open(matter);
        Review review = new Review(open.store());
        Statement statement = review.find(id, now());
        review.confirm(statement, origin(saying), now());
        return shown(open, statement.triple(), statement.valid());
    }

    @POST
    @Operation(summary = "States something by hand")
    public StatementView state(@QueryParam("matter") @Nullable String matter, Saying saying) {
        OpenMatter open = owner.open(matter);
        Triple triple = triple(open, saying, null);
        Interval valid = valid(saying, Interval.ALWAYS);
        new Review(open.store()).state(triple, valid, origin(saying), now());
        return shown(open, triple, valid);
    }

    @POST
    @Path("{id}/reject")
    @Operation(summary = "Says that a statement does not hold; it stays rejected when documents are taken in again")
    public StatementView reject(
            @QueryParam("matter") @Nullable String matter, @PathParam("id") String id, Saying saying) {
        OpenMatter open = owner.open(matter);
        Review review = new Review(open.store());
        Statement statement = review.find(id, now());
        StatementView before = view(statement, work.speech(open), documents(open));
        review.reject(statement, origin(saying), now());
        return before;
    }

    @POST
    @Path("{id}/correct")
    @Operation(summary = "Says what a statement should read instead; what is not given stays as it is")
    public StatementView correct(
            @QueryParam("matter") @Nullable String matter, @PathParam("id") String id, Saying saying) {
        OpenMatter open = owner.open(matter);
        Review review = new Review(open.store());
        Statement statement = review.find(id, now());
        Triple triple = triple(open, saying, statement.triple());
        Interval valid = valid(saying, statement.valid());
        review.correct(statement, triple, valid, origin(saying), now());
        return shown(open, triple, valid);
    }

    private Triple triple(OpenMatter open, Saying saying, @Nullable Triple before) {
        Stating stating = new Stating(
                MatterRules.read(open.folder()).ontology(), open.store().statements(now()));
        return stating.triple(saying.subject(), saying.relation(), saying.object(), before);
    }

    private static Interval valid(Saying saying, Interval otherwise) {
        var from = AskResource.day("from", saying.from());
        var until = AskResource.day("until", saying.until());
        return new Interval(from == null ? otherwise.from() : from, until == null ? otherwise.until() : until);
    }

    private Origin.Asserted origin(Saying saying) {
        return new Origin.Asserted(
                Objects.requireNonNullElse(saying.author(), owner.settings().author()),
                Objects.requireNonNullElse(saying.reason(), ""));
    }

    private StatementView shown(OpenMatter open, Triple triple, Interval valid) {
        Statement statement = new Review(open.store()).find(Review.id(triple, valid), now());
        return view(statement, work.speech(open), documents(open));
    }

    private static StatementView view(Statement statement, Work.Speech speech, Map<String, Document> documents) {
        return StatementView.of(Review.id(statement), speech.of(statement.triple()), statement, documents);
    }

    private static Map<String, Document> documents(OpenMatter open) {
        Map<String, Document> documents = new HashMap<>();
        open.store().documents().forEach(document -> documents.put(document.id(), document));
        return documents;
    }

    private Instant now() {
        return owner.clock().instant();
    }
}
