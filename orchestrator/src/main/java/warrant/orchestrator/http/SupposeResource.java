package warrant.orchestrator.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import warrant.graph.Interval;
import warrant.graph.Statement;
import warrant.orchestrator.OpenMatter;
import warrant.orchestrator.matter.MatterRules;
import warrant.orchestrator.owner.Owner;
import warrant.orchestrator.owner.OwnerException;
import warrant.orchestrator.owner.OwnerException.Who;
import warrant.orchestrator.owner.Supposal;
import warrant.orchestrator.owner.Work;
import warrant.orchestrator.review.Review;
import warrant.orchestrator.review.Stating;
import warrant.orchestrator.view.WhatIfView;
import warrant.orchestrator.view.WhyNotView;
import warrant.rules.suppose.WhatIf;

/** What is missing for a conclusion, and what would follow if something were otherwise. */
@Path("/v1")
@Blocking
public class SupposeResource {
    private final Owner owner;
    private final Work work;

    SupposeResource(Owner owner, Work work) {
        this.owner = owner;
        this.work = work;
    }

    /**
     * A conclusion that is there or not.
     *
     * @param object missing: any
     * @param knownOn the day whose knowledge answers it; missing: now
     */
    public record Lacking(
            @Nullable String subject,
            @Nullable String relation,
            @Nullable String object,
            @Nullable String asOf,
            @Nullable String knownOn) {}

    /**
     * A statement that nobody makes.
     *
     * @param from first day on which it would hold
     * @param until first day on which it would hold no longer
     */
    public record Supposed(
            @Nullable String subject,
            @Nullable String relation,
            @Nullable String object,
            @Nullable String from,
            @Nullable String until) {}

    /**
     * What is supposed.
     *
     * @param remove ids of statements, or words that just one statement contains
     * @param rules rules in their language, more or instead of those of the same name
     * @param without ids of rules
     * @param then the day supposed
     */
    public record Otherwise(
            @Nullable String asOf,
            @Nullable List<Supposed> add,
            @Nullable List<String> remove,
            @Nullable String rules,
            @Nullable List<String> without,
            @Nullable String then) {}

    @POST
    @Path("whynot")
    @Operation(summary = "What a conclusion lacks: by rule the fewest unmet conditions, and what could be supposed")
    public WhyNotView whyNot(@QueryParam("matter") @Nullable String matter, Lacking lacking) {
        OpenMatter open = owner.open(matter);
        return work.whyNot(
                open,
                sought(open, lacking),
                AskResource.day("asOf", lacking.asOf()),
                AskResource.known(lacking.knownOn()));
    }

    @POST
    @Path("certificate")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The certificate that something holds or does not, for warrant-check.jar")
    public String certificate(@QueryParam("matter") @Nullable String matter, Lacking sought) {
        OpenMatter open = owner.open(matter);
        return work.certificate(
                open,
                sought(open, sought),
                AskResource.day("asOf", sought.asOf()),
                AskResource.known(sought.knownOn()));
    }

    private Stating.Sought sought(OpenMatter open, Lacking lacking) {
        return stating(open)
                .sought(
                        required("subject", lacking.subject()),
                        required("relation", lacking.relation()),
                        lacking.object());
    }

    @POST
    @Path("whatif")
    @Operation(summary = "What would follow from other statements, rules or days; nothing is changed")
    public WhatIfView whatIf(@QueryParam("matter") @Nullable String matter, Otherwise otherwise) {
        OpenMatter open = owner.open(matter);
        Stating stating = stating(open);
        List<Statement> added = new ArrayList<>();
        for (Supposed each : Objects.requireNonNullElse(otherwise.add(), List.<Supposed>of())) {
            Interval valid = new Interval(AskResource.day("from", each.from()), AskResource.day("until", each.until()));
            added.add(WhatIf.supposed(stating.triple(each.subject(), each.relation(), each.object(), null), valid));
        }
        List<Statement> removed = new ArrayList<>();
        for (String each : Objects.requireNonNullElse(otherwise.remove(), List.<String>of())) {
            removed.add(statement(open, each));
        }
        Supposal supposal = new Supposal(
                added,
                removed,
                otherwise.rules(),
                Objects.requireNonNullElse(otherwise.without(), List.of()),
                AskResource.day("then", otherwise.then()));
        return work.whatIf(open, supposal, AskResource.day("asOf", otherwise.asOf()));
    }

    private Stating stating(OpenMatter open) {
        MatterRules rules = MatterRules.read(open.folder());
        Set<String> concluded = new TreeSet<>(rules.ruleBase().abducible());
        rules.ruleBase().rules().forEach(rule -> rule.head().forEach(head -> concluded.add(head.relation())));
        return new Stating(
                rules.ontology(), open.store().statements(owner.clock().instant()), concluded);
    }

    private Statement statement(OpenMatter open, String wanted) {
        Work.Speech speech = work.speech(open);
        List<Statement> found = open.store().statements(owner.clock().instant()).stream()
                .filter(statement -> Words.allOf(wanted, speech.of(statement.triple())))
                .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.size() > 1) {
            throw new OwnerException(
                    Who.USER, found.size() + " statements match '" + wanted + "'; give the id of one of them");
        }
        return new Review(open.store()).find(wanted, owner.clock().instant());
    }

    private static String required(String what, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new OwnerException(Who.USER, "which " + what + "?");
        }
        return text;
    }
}
