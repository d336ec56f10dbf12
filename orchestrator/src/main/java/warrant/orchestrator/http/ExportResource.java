package warrant.orchestrator.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import warrant.graph.Statement;
import warrant.graph.rdf.RdfExport;
import warrant.orchestrator.OpenMatter;
import warrant.orchestrator.matter.MatterRules;
import warrant.orchestrator.owner.Owner;
import warrant.orchestrator.owner.OwnerException;
import warrant.orchestrator.owner.OwnerException.Who;
import warrant.orchestrator.owner.Work;

/** What is believed and what follows, for other programs. */
@Path("/v1")
@Blocking
public class ExportResource {
    private final Owner owner;
    private final Work work;

    ExportResource(Owner owner, Work work) {
        this.owner = owner;
        this.work = work;
    }

    /** Something that holds or was beaten. */
    public record ConclusionView(String says, String triple, boolean derived) {}

    @GET
    @Path("export")
    @Produces("text/plain;charset=UTF-8")
    @Operation(summary = "The statements as RDF 1.2: format turtle or ntriples; with provenance, their supports too")
    public String export(
            @QueryParam("matter") @Nullable String matter,
            @QueryParam("format") @DefaultValue("turtle") String format,
            @QueryParam("provenance") @DefaultValue("false") boolean provenance) {
        OpenMatter open = owner.open(matter);
        var ontology = MatterRules.read(open.folder()).ontology();
        List<Statement> statements = open.store().statements(owner.clock().instant());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (provenance) {
            RdfExport.withProvenance(statements, open.store().documents(), ontology, format(format), out);
        } else {
            RdfExport.statements(statements, ontology, format(format), out);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static RdfExport.Format format(String name) {
        return switch (name) {
            case "turtle" -> RdfExport.Format.TURTLE;
            case "ntriples" -> RdfExport.Format.N_TRIPLES;
            default -> throw new OwnerException(Who.USER, "format: expected turtle or ntriples, found '" + name + "'");
        };
    }

    @GET
    @Path("conclusions")
    @Operation(summary = "All that holds on a day, and what was beaten; derived: whether rules conclude it")
    public List<ConclusionView> conclusions(
            @QueryParam("matter") @Nullable String matter, @QueryParam("asOf") @Nullable String asOf) {
        return work.conclusions(owner.open(matter), AskResource.day("asOf", asOf), null).stream()
                .map(each -> new ConclusionView(each.says(), each.triple().toString(), each.derived()))
                .toList();
    }
}
