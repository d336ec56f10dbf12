package warrant.orchestrator.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import warrant.llm.store.Catalogue;
import warrant.llm.store.Fetching;
import warrant.llm.store.ModelEntry;
import warrant.llm.store.ModelStore;
import warrant.orchestrator.Progress;
import warrant.orchestrator.config.Settings;
import warrant.orchestrator.owner.Owner;
import warrant.orchestrator.owner.OwnerException;
import warrant.orchestrator.owner.OwnerException.Who;

/** The models that Warrant knows by name, and their files. */
@Path("/v1/models")
@Blocking
public class ModelsResource {
    private final Owner owner;

    ModelsResource(Owner owner) {
        this.owner = owner;
    }

    /**
     * A model of the catalogue; what OpenAI's clients look for comes first.
     *
     * @param path where its verified file lies; null: not here
     */
    public record ModelView(
            String id,
            String object,
            long created,
            @JsonProperty("owned_by") String ownedBy,
            String name,
            String what,
            String licence,
            long bytes,
            String sha256,
            @Nullable String path,
            boolean inUse) {}

    /** The models, as OpenAI's clients want lists. */
    public record ModelList(String object, List<ModelView> data) {
        public ModelList {
            data = List.copyOf(data);
        }
    }

    /** @param sound whether the file's hash is the catalogue's */
    public record Verified(String name, boolean sound) {}

    @GET
    @Operation(summary = "The models of the catalogue, and which are here")
    public ModelList list() {
        return new ModelList("list", Catalogue.all().stream().map(this::view).toList());
    }

    @POST
    @Path("{name}/pull")
    @Operation(summary = "Gets a model's file from the first source that has it; answers with the job")
    public JobsResource.JobView pull(@PathParam("name") String name) {
        ModelEntry model = find(name);
        return JobsResource.JobView.of(owner.jobs().submit("pull", job -> {
            job.stage("fetch " + model.name());
            store(owner.settings()).get(model, fetching(job));
            return view(model);
        }));
    }

    @POST
    @Path("{name}/verify")
    @Operation(summary = "Compares a model file's hash anew; answers with the job")
    public JobsResource.JobView verify(@PathParam("name") String name) {
        ModelEntry model = find(name);
        return JobsResource.JobView.of(owner.jobs().submit("verify", job -> {
            job.stage("verify " + model.name());
            return new Verified(model.name(), store(owner.settings()).verify(model, fetching(job)));
        }));
    }

    static ModelStore store(Settings settings) {
        return new ModelStore(settings.models(), settings.offered(), settings.offline());
    }

    static Fetching fetching(Progress progress) {
        return (what, done, total) -> progress.count(what + " (MiB)", done >> 20, total >> 20);
    }

    static ModelEntry find(String name) {
        return Catalogue.find(name)
                .orElseThrow(() -> new OwnerException(
                        Who.USER,
                        "there is no model '" + name + "'; there are: "
                                + Catalogue.all().stream().map(ModelEntry::name).collect(Collectors.joining(", "))));
    }

    private ModelView view(ModelEntry model) {
        Optional<java.nio.file.Path> path = store(owner.settings()).find(model);
        return new ModelView(
                model.name(),
                "model",
                0,
                "warrant",
                model.name(),
                model.what(),
                model.licence(),
                model.bytes(),
                model.sha256(),
                path.map(java.nio.file.Path::toString).orElse(null),
                model.name().equals(owner.settings().model()));
    }
}
