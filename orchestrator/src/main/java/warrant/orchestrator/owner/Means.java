package warrant.orchestrator.owner;

import warrant.graph.Store;
import warrant.llm.Encoder;
import warrant.llm.LanguageModel;
import warrant.orchestrator.Progress;
import warrant.orchestrator.config.Settings;

/** How an owner comes by its means. Each is asked for once, and closed with the owner. */
public interface Means {
    Store store(Settings settings, Progress progress);

    LanguageModel model(Settings settings, Progress progress);

    Encoder encoder(Settings settings, Progress progress);
}
