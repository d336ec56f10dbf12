package warrant.orchestrator.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import warrant.graph.ContentHash;
import warrant.orchestrator.config.DataFolder;
import warrant.orchestrator.matter.MatterFolder;
import warrant.orchestrator.matter.MatterQuestion;
import warrant.orchestrator.matter.QuestionsYaml;
import warrant.orchestrator.matter.RuleVersions;
import warrant.orchestrator.owner.Owner;
import warrant.orchestrator.owner.OwnerException;
import warrant.orchestrator.owner.OwnerException.Who;
import warrant.orchestrator.owner.Register;

/** The matters of the data folder. */
@Path("/v1/matters")
@Blocking
public class MattersResource {
    private final Owner owner;

    MattersResource(Owner owner) {
        this.owner = owner;
    }

    /**
     * What is asked for.
     *
     * @param name may be missing when a folder is given: then its matter.yaml says, or the folder's name
     * @param folder path on the owner's machine; missing: a folder of its own in the data folder
     */
    public record NewMatter(@Nullable String name, @Nullable String folder) {}

    /** A matter. */
    public record MatterView(
            String name, String title, String folder, boolean current, int documents, List<String> warnings) {
        static MatterView of(Register.Entry entry) {
            try {
                MatterFolder folder = MatterFolder.read(entry.folder());
                return new MatterView(
                        entry.name(),
                        folder.title(),
                        entry.folder().toString(),
                        entry.current(),
                        folder.documents().size(),
                        folder.warnings());
            } catch (warrant.orchestrator.matter.MatterException e) {
                return new MatterView(
                        entry.name(), "", entry.folder().toString(), entry.current(), 0, List.of(e.getMessage()));
            }
        }
    }

    @GET
    @Operation(summary = "All matters")
    public List<MatterView> list() {
        return owner.register().list().stream().map(MatterView::of).toList();
    }

    @POST
    @Operation(summary = "Adds a matter and puts it to use")
    public MatterView create(NewMatter wanted) {
        java.nio.file.Path place = wanted.folder() == null ? null : java.nio.file.Path.of(wanted.folder());
        String name = wanted.name();
        if (place != null) {
            MatterFolder folder = MatterFolder.read(place);
            name = name == null ? folder.name() : name;
        }
        if (name == null) {
            throw new OwnerException(Who.USER, "a matter needs a name or a folder");
        }
        Register.Entry entry = owner.register().create(name, place);
        try {
            Files.createDirectories(entry.folder().resolve("documents"));
        } catch (IOException e) {
            throw new OwnerException(Who.USER, "cannot make " + entry.folder() + ": " + e.getMessage(), e);
        }
        return MatterView.of(entry);
    }

    @POST
    @Path("{name}/use")
    @Operation(summary = "Puts a matter to use: it is meant where a request names none")
    public MatterView use(@PathParam("name") String name) {
        owner.register().use(name);
        return MatterView.of(owner.register().choose(name));
    }

    /** @param content hash of all that is kept of a matter, without clocks */
    public record Hash(String content) {}

    @GET
    @Path("{name}/hash")
    @Operation(summary = "A hash of all that is kept of a matter, without clocks: equal matters have equal ones")
    public Hash hash(@PathParam("name") String name) {
        return new Hash(ContentHash.of(
                owner.store().matter(owner.register().choose(name).name())));
    }

    @GET
    @Path("{name}/questions")
    @Operation(summary = "The questions of the matter's questions.yaml")
    public List<MatterQuestion> questions(@PathParam("name") String name) {
        return MatterFolder.read(owner.register().choose(name).folder())
                .questions()
                .map(QuestionsYaml::read)
                .orElseGet(List::of);
    }

    @DELETE
    @Path("{name}")
    @Operation(summary = "Removes a matter from the store; with files=true its folder too, if the data folder holds it")
    public List<MatterView> remove(
            @PathParam("name") String name, @QueryParam("files") @DefaultValue("false") boolean files)
            throws IOException {
        Register.Entry entry = owner.register().choose(name);
        owner.store().erase(entry.name());
        owner.register().remove(entry.name());
        DataFolder data = new DataFolder(owner.settings().data());
        new RuleVersions(data.rules(entry.name())).erase();
        if (files && entry.folder().startsWith(data.matters())) {
            try (Stream<java.nio.file.Path> all = Files.walk(entry.folder())) {
                for (java.nio.file.Path each :
                        all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        return list();
    }
}
