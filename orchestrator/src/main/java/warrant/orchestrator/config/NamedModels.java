package warrant.orchestrator.config;

import java.nio.file.Path;
import java.util.Optional;
import warrant.llm.CalibratedModel;
import warrant.llm.Encoder;
import warrant.llm.LanguageModel;
import warrant.llm.remote.RemoteEncoder;
import warrant.llm.remote.RemoteModel;
import warrant.llm.remote.RemoteServer;
import warrant.llm.store.Fetching;
import warrant.llm.store.ModelReference;
import warrant.llm.store.ModelStore;

/** The model and the encoder that the settings name, wherever they lie and whatever process runs them. */
public final class NamedModels {
    private final Settings settings;
    private final Fetching fetching;

    /** @param fetching hears how files are fetched */
    public NamedModels(Settings settings, Fetching fetching) {
        this.settings = settings;
        this.fetching = fetching;
    }

    /** What runs models that lie on this machine. */
    public interface Host {
        LanguageModel model(Path file, warrant.llm.torch.Settings how);

        /** @param folder with an encoder; empty for the one that comes with Warrant */
        Encoder encoder(Optional<Path> folder);
    }

    public LanguageModel model(Host host) {
        ModelReference reference = ModelReference.of(settings.model());
        LanguageModel model = reference instanceof ModelReference.Served served
                ? RemoteModel.open(RemoteServer.of(served.address(), settings.key()))
                : host.model(file(reference), how(settings.model(), reference));
        return settings.calibrated() ? new CalibratedModel(model) : model;
    }

    public Encoder encoder(Host host) {
        if (settings.encoder().equals(Settings.ENCODER)) {
            return host.encoder(Optional.empty());
        }
        ModelReference reference = ModelReference.of(settings.encoder());
        return reference instanceof ModelReference.Served served
                ? RemoteEncoder.open(RemoteServer.of(served.address(), settings.key()))
                : host.encoder(Optional.of(file(reference)));
    }

    /** Fetches what is not here. @return its file or folder */
    public Path file(ModelReference reference) {
        return store(settings.offline()).get(reference, settings.hub(), fetching);
    }

    public ModelStore store(boolean offline) {
        return new ModelStore(settings.models(), settings.offered(), offline);
    }

    /** @return how a model of this name is run here */
    public warrant.llm.torch.Settings how(String name, ModelReference reference) {
        return warrant.llm.torch.Settings.of(name)
                .withSha256(reference.sha256())
                .withPrecisions(settings.precision())
                .on(settings.device());
    }
}
