package warrant.orchestrator.http;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;
import warrant.orchestrator.owner.Job;
import warrant.orchestrator.owner.Owner;

/** Long work and its progress. */
@Path("/v1/jobs")
@Blocking
public class JobsResource {
    private final Owner owner;

    JobsResource(Owner owner) {
        this.owner = owner;
    }

    /** A job as it is seen from outside. */
    public record JobView(
            String id,
            String kind,
            Job.State state,
            Map<String, Double> secondsByStage,
            @Nullable Object result,
            @Nullable Problem problem) {
        static JobView of(Job job) {
            Throwable failure = job.failure();
            return new JobView(
                    job.id(),
                    job.kind(),
                    job.state(),
                    job.stages(),
                    job.result(),
                    failure == null ? null : Problem.of(failure));
        }
    }

    @GET
    @Operation(summary = "The latest jobs, oldest first")
    public List<JobView> list() {
        return owner.jobs().list().stream().map(JobView::of).toList();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One job, with its result or its problem once it has ended")
    public JobView get(@PathParam("id") String id) {
        return JobView.of(owner.jobs().find(id));
    }

    @GET
    @Path("{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(summary = "A job's progress from its beginning, as server-sent events; ends with the job")
    public Multi<Job.Event> events(@PathParam("id") String id) {
        Job job = owner.jobs().find(id);
        return Multi.createFrom().emitter(emitter -> {
            Consumer<Job.Event> listener = event -> {
                emitter.emit(event);
                if (event.type().equals("done") || event.type().equals("failed")) {
                    emitter.complete();
                }
            };
            emitter.onTermination(() -> job.leave(listener));
            job.listen(listener);
        });
    }
}
