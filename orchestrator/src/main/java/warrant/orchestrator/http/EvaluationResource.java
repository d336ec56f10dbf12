package warrant.orchestrator.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import warrant.extraction.relate.Level;
import warrant.orchestrator.OpenMatter;
import warrant.orchestrator.desk.Desk;
import warrant.orchestrator.eval.Evaluation;
import warrant.orchestrator.owner.Budget;
import warrant.orchestrator.owner.Job;
import warrant.orchestrator.owner.Owner;

/** Scoring a matter against what its folder expects. */
@Path("/v1/evaluations")
@Blocking
public class EvaluationResource {
    private final Owner owner;
    private final Desk desk;

    EvaluationResource(Owner owner, Desk desk) {
        this.owner = owner;
        this.desk = desk;
    }

    @POST
    @Operation(summary = "Runs the whole job on a matter and scores it; answers with the job")
    public JobsResource.JobView evaluate(
            @QueryParam("matter") @Nullable String matter,
            @QueryParam("with") @Nullable String with,
            @QueryParam("limit") @DefaultValue("0") int limit,
            @QueryParam("given") @DefaultValue("false") boolean given,
            @QueryParam("statements") @DefaultValue("false") boolean statements) {
        Level level = IngestResource.level(with);
        String name = owner.register().choose(matter).name();
        return JobsResource.JobView.of(owner.jobs().submit(new Job.Order("evaluation", name, Budget.NONE, 0), job -> {
            OpenMatter open = owner.open(name);
            open.folder().warnings().forEach(job::line);
            return owner.echoing(job, () -> new Evaluation(desk, open, job).run(level, limit, given, statements));
        }));
    }
}
