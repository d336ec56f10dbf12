package warrant.orchestrator.http;

import warrant.graph.Store;
import warrant.llm.Encoder;
import warrant.llm.LanguageModel;
import warrant.orchestrator.Progress;
import warrant.orchestrator.config.Settings;
import warrant.orchestrator.owner.Means;

/** Neo4j, the model and the encoder as they run on this machine. */
final class LocalMeans implements Means {
    @Override
    public Store store(Settings settings, Progress progress) {
        throw new IllegalStateException("no store");
    }

    @Override
    public LanguageModel model(Settings settings, Progress progress) {
        throw new IllegalStateException("no model");
    }

    @Override
    public Encoder encoder(Settings settings, Progress progress) {
        throw new IllegalStateException("no encoder");
    }
}
