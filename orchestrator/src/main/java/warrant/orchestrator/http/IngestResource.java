package warrant.orchestrator.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import warrant.extraction.relate.Level;
import warrant.orchestrator.OpenMatter;
import warrant.orchestrator.owner.Job;
import warrant.orchestrator.owner.Owner;
import warrant.orchestrator.owner.OwnerException;
import warrant.orchestrator.owner.OwnerException.Who;
import warrant.orchestrator.owner.Work;

/** Taking in the documents of a matter. */
@Path("/v1/ingest")
@Blocking
public class IngestResource {
    private final Owner owner;
    private final Work work;

    IngestResource(Owner owner, Work work) {
        this.owner = owner;
        this.work = work;
    }

    /** @param with {@code rules}, {@code encoder} or {@code model} */
    @POST
    @Operation(summary = "Brings what is believed in line with the documents folder; answers with the job")
    public JobsResource.JobView ingest(
            @QueryParam("matter") @Nullable String matter, @QueryParam("with") @Nullable String with) {
        return JobsResource.JobView.of(start(owner, work, matter, level(with)));
    }

    static Job start(Owner owner, Work work, @Nullable String matter, Level level) {
        String name = owner.register().choose(matter).name();
        return owner.jobs().submit("ingest", job -> {
            OpenMatter open = owner.open(name);
            open.folder().warnings().forEach(job::line);
            return owner.echoing(job, () -> work.ingest(open, level, job));
        });
    }

    static Level level(@Nullable String with) {
        String name = with == null ? "model" : with;
        return Arrays.stream(Level.values())
                .filter(level -> level.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new OwnerException(
                        Who.USER, "expected rules, encoder or model, found '" + name.toLowerCase(Locale.ROOT) + "'"));
    }
}
