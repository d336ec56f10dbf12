package warrant.orchestrator.http;

import java.nio.file.Path;
import java.util.Optional;
import warrant.graph.Store;
import warrant.graph.neo4j.Neo4jAccess;
import warrant.graph.neo4j.server.ConfiguredNeo4j;
import warrant.graph.neo4j.server.ManagedNeo4j;
import warrant.graph.neo4j.server.Neo4jServer;
import warrant.graph.neo4j.server.ServedStore;
import warrant.graph.neo4j.server.ServerSettings;
import warrant.llm.Encoder;
import warrant.llm.LanguageModel;
import warrant.llm.process.ModelProcess;
import warrant.orchestrator.Progress;
import warrant.orchestrator.config.ClassPath;
import warrant.orchestrator.config.DataFolder;
import warrant.orchestrator.config.NamedModels;
import warrant.orchestrator.config.Settings;
import warrant.orchestrator.owner.Means;

/** Neo4j, the model and the encoder as they run on this machine: each server a process of its own. */
final class LocalMeans implements Means, AutoCloseable {
    private final ModelProcess models = new ModelProcess(ClassPath.own());

    @Override
    public Store store(Settings settings, Progress progress) {
        Neo4jServer server = settings.neo4j()
                .<Neo4jServer>map(
                        given -> new ConfiguredNeo4j(new Neo4jAccess(given.uri(), given.user(), given.password())))
                .orElseGet(() -> managed(settings, progress));
        return ServedStore.open(server);
    }

    private static Neo4jServer managed(Settings settings, Progress progress) {
        Path folder = new DataFolder(settings.data()).neo4j();
        Path cache = settings.models().resolveSibling("neo4j-jars");
        progress.line("starting Neo4j");
        return ManagedNeo4j.start(ServerSettings.of(folder, cache, settings.offline()), progress::line);
    }

    @Override
    public LanguageModel model(Settings settings, Progress progress) {
        return named(settings, progress).model(host(settings, progress));
    }

    @Override
    public Encoder encoder(Settings settings, Progress progress) {
        return named(settings, progress).encoder(host(settings, progress));
    }

    private static NamedModels named(Settings settings, Progress progress) {
        return new NamedModels(settings, ModelsResource.fetching(progress));
    }

    private NamedModels.Host host(Settings settings, Progress progress) {
        return new NamedModels.Host() {
            @Override
            public LanguageModel model(Path file, warrant.llm.torch.Settings how) {
                progress.line("loading " + settings.model());
                return models.model(file, how);
            }

            @Override
            public Encoder encoder(Optional<Path> folder) {
                return models.encoder(folder, Math.max(1, Runtime.getRuntime().availableProcessors()));
            }
        };
    }

    /** Ends the models' process. */
    @Override
    public void close() {
        models.close();
    }
}
