package warrant.orchestrator.http;

import io.quarkus.runtime.Quarkus;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import warrant.orchestrator.owner.Owner;

/** How the owner is. */
@Path("/v1")
@Blocking
public class StatusResource {
    private final Owner owner;

    StatusResource(Owner owner) {
        this.owner = owner;
    }

    /** What an owner says of itself. */
    public record Status(
            String version,
            String build,
            long pid,
            String data,
            String store,
            boolean modelLoaded,
            boolean idle,
            List<String> notices) {}

    @GET
    @Path("status")
    @Operation(summary = "The owner's process, its store and what it is doing by itself")
    public Status status() {
        return new Status(
                "0.1.0",
                System.getProperty("warrant.build", ""),
                ProcessHandle.current().pid(),
                owner.settings().data().toString(),
                owner.storeState(),
                owner.isModelLoaded(),
                owner.jobs().isIdle(),
                owner.notices());
    }

    @POST
    @Path("stop")
    @Operation(summary = "Ends the owner, and the Neo4j that it started")
    public Status stop() {
        Status last = status();
        Quarkus.asyncExit();
        return last;
    }
}
