package warrant.orchestrator.http;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

    /**
     * A job as it is seen from outside.
     *
     * @param matter that it works on, or empty
     * @param standing how far it is, how fast, and how long the rest will take
     */
    public record JobView(
            String id,
            String kind,
            String matter,
            Job.State state,
            Job.Standing standing,
            Map<String, Double> secondsByStage,
            @Nullable Object result,
            @Nullable Problem problem) {
        static JobView of(Job job) {
            Throwable failure = job.failure();
            return new JobView(
                    job.id(),
                    job.order().kind(),
                    job.order().matter(),
                    job.state(),
                    job.standing(),
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

    @POST
    @Path("{id}/pause")
    @Operation(summary = "Lets a job wait after the piece of work that it is at")
    public JobView pause(@PathParam("id") String id) {
        return steered(id, Job::pause);
    }

    @POST
    @Path("{id}/resume")
    @Operation(summary = "Lets a paused job go on")
    public JobView resume(@PathParam("id") String id) {
        return steered(id, Job::resume);
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "Ends a job after the piece of work that it is at; what it has done is kept")
    public JobView cancel(@PathParam("id") String id) {
        return steered(id, Job::cancel);
    }

    private JobView steered(String id, Consumer<Job> how) {
        Job job = owner.jobs().find(id);
        how.accept(job);
        return JobView.of(job);
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
                if (Job.Event.ends(event)) {
                    emitter.complete();
                }
            };
            emitter.onTermination(() -> job.leave(listener));
            job.listen(listener);
        });
    }
}
