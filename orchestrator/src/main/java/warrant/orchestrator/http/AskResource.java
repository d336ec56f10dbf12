package warrant.orchestrator.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import warrant.graph.Triple;
import warrant.orchestrator.OpenMatter;
import warrant.orchestrator.dossier.DossierPage;
import warrant.orchestrator.owner.Owner;
import warrant.orchestrator.owner.OwnerException;
import warrant.orchestrator.owner.OwnerException.Who;
import warrant.orchestrator.owner.Work;
import warrant.orchestrator.review.Review;
import warrant.orchestrator.view.AnswerView;
import warrant.orchestrator.view.WhyView;

/** Questions and their answers. */
@Path("/v1")
@Blocking
public class AskResource {
    private final Owner owner;
    private final Work work;

    AskResource(Owner owner, Work work) {
        this.owner = owner;
        this.work = work;
    }

    /**
     * A question.
     *
     * @param asOf the day it is about, such as 2024-07-15; missing: the matter's, else today
     * @param knownOn the day whose knowledge answers it; missing: now
     */
    public record Asking(
            String question,
            @Nullable String asOf,
            @Nullable String knownOn) {}

    /** Answers to be laid out. */
    public record Answers(List<AnswerView> answers) {}

    @POST
    @Path("ask")
    @Operation(summary = "Answers a question; every claim has its quotations or its proof")
    public AnswerView ask(@QueryParam("matter") @Nullable String matter, Asking asking) {
        return work.ask(owner.open(matter), asking.question(), day("asOf", asking.asOf()), known(asking.knownOn()));
    }

    @GET
    @Path("why")
    @Operation(summary = "Why a statement or a conclusion holds: named by its id, or by words that it contains")
    public WhyView why(
            @QueryParam("matter") @Nullable String matter,
            @QueryParam("statement") @Nullable String statement,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("knownOn") @Nullable String knownOn) {
        OpenMatter open = owner.open(matter);
        if (statement == null || statement.isBlank()) {
            throw new OwnerException(Who.USER, "which statement? Give its id, or words of it");
        }
        LocalDate day = day("asOf", asOf);
        Instant known = known(knownOn);
        return work.why(open, triple(open, statement.strip(), day, known), day, known);
    }

    private Triple triple(OpenMatter open, String wanted, @Nullable LocalDate asOf, @Nullable Instant known) {
        List<Work.Conclusion> found = work.conclusions(open, asOf, known).stream()
                .filter(conclusion -> Words.allOf(wanted, conclusion.says()))
                .toList();
        if (found.isEmpty()) {
            return new Review(open.store())
                    .find(wanted, known == null ? owner.clock().instant() : known)
                    .triple();
        }
        if (found.size() > 1) {
            List<String> exact =
                    found.stream().map(Work.Conclusion::says).limit(5).toList();
            return found.stream()
                    .filter(conclusion -> conclusion.says().equalsIgnoreCase(wanted))
                    .map(Work.Conclusion::triple)
                    .findFirst()
                    .orElseThrow(() -> new OwnerException(
                            Who.USER,
                            found.size() + " match '" + wanted + "'; be more exact: " + String.join("; ", exact)));
        }
        return found.getFirst().triple();
    }

    @POST
    @Path("dossiers")
    @Produces("text/html;charset=UTF-8")
    @Operation(summary = "Lays answers out as one self-contained page")
    public String dossier(@QueryParam("matter") @Nullable String matter, Answers answers) {
        OpenMatter open = owner.open(matter);
        return DossierPage.of(DossierParts.of(open, answers.answers()));
    }

    static @Nullable LocalDate day(String what, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new OwnerException(Who.USER, what + ": expected a day such as 2024-07-15, found '" + text + "'", e);
        }
    }

    /** @return the last moment of a day */
    static @Nullable Instant known(@Nullable String text) {
        LocalDate day = day("knownOn", text);
        return day == null
                ? null
                : day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
    }
}
