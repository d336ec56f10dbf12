package warrant.orchestrator.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import warrant.graph.MatterStore;
import warrant.llm.ModelProfile;
import warrant.orchestrator.desk.PinnedProfile;
import warrant.orchestrator.owner.Owner;

/** With which model a matter is read. */
@Path("/v1/matters/{name}/profile")
@Blocking
public class ProfileResource {
    private final Owner owner;

    ProfileResource(Owner owner) {
        this.owner = owner;
    }

    /** @param pinned the profile as one line; empty where the matter was not read with a model */
    public record ProfileView(String pinned, String model, String weights, String precision, String kernels) {
        static ProfileView of(MatterStore store) {
            ModelProfile profile = PinnedProfile.find(store).orElse(new ModelProfile("", "", "", ""));
            return new ProfileView(
                    profile.weights().isEmpty() ? "" : profile.id(),
                    profile.name(),
                    profile.weights(),
                    profile.precision(),
                    profile.kernels());
        }
    }

    private MatterStore store(String name) {
        return owner.store().matter(owner.register().choose(name).name());
    }

    @GET
    @Operation(summary = "The model profile that is pinned to a matter")
    public ProfileView profile(@PathParam("name") String name) {
        return ProfileView.of(store(name));
    }

    @DELETE
    @Operation(summary = "Takes the pin off: the next reading with a model sets its own")
    public ProfileView forget(@PathParam("name") String name) {
        PinnedProfile.forget(store(name));
        return ProfileView.of(store(name));
    }
}
