package warrant.orchestrator.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import warrant.extraction.relate.Level;
import warrant.llm.LanguageModel;
import warrant.orchestrator.desk.Proposing;
import warrant.orchestrator.owner.Owner;
import warrant.orchestrator.owner.OwnerException;
import warrant.orchestrator.owner.OwnerException.Who;

/** Drafts of ontologies. */
@Path("/v1/ontology/proposals")
@Blocking
public class ProposalsResource {
    private static final int LEAST = 2;

    private final Owner owner;

    ProposalsResource(Owner owner) {
        this.owner = owner;
    }

    /**
     * What is asked for.
     *
     * @param folder of documents, on the owner's machine
     * @param least how often something of running text must have been met; missing: twice
     * @param with {@code rules} or {@code model}, which has a look at what running text seemed to state; missing: rules
     */
    public record Wanted(
            @Nullable String folder,
            @Nullable Integer least,
            @Nullable String with) {}

    @POST
    @Operation(summary = "Drafts an ontology from the files of a folder, for a person to edit; answers with the job")
    public JobsResource.JobView propose(Wanted wanted) {
        String folder = wanted.folder();
        if (folder == null || folder.isBlank()) {
            throw new OwnerException(Who.USER, "a folder of documents is needed");
        }
        int least = wanted.least() == null ? LEAST : wanted.least();
        boolean looks = wanted.with() != null && IngestResource.level(wanted.with()) == Level.MODEL;
        Supplier<LanguageModel> model = looks ? owner::model : null;
        return JobsResource.JobView.of(owner.jobs()
                .submit(
                        "proposal",
                        job -> owner.echoing(
                                job,
                                () -> new Proposing(List.of(), job).of(java.nio.file.Path.of(folder), least, model))));
    }
}
