package warrant.orchestrator;

import java.time.Clock;
import java.util.function.Supplier;
import warrant.graph.MatterStore;
import warrant.llm.Encoder;
import warrant.llm.LanguageModel;
import warrant.orchestrator.config.Settings;
import warrant.orchestrator.matter.MatterFolder;
import warrant.orchestrator.matter.RuleVersions;
import warrant.orchestrator.search.Meanings;

/**
 * A matter that is ready to be worked on: its folder, what is kept of it, and the means to read and to reason.
 *
 * @param name unique in its data folder
 * @param folder the files as they were when it was opened
 * @param versions what its rules were before
 * @param model opened when first asked for, then the same; throws {@link warrant.llm.ModelException} if it cannot be
 *     had
 * @param reader the same model behind a memory on disk of what it decided, for what reads documents
 * @param encoder likewise
 * @param meanings what the encoder made of texts, kept while the owner lives
 */
public record OpenMatter(
        String name,
        MatterFolder folder,
        RuleVersions versions,
        MatterStore store,
        Supplier<LanguageModel> model,
        Supplier<LanguageModel> reader,
        Supplier<Encoder> encoder,
        Meanings meanings,
        Clock clock,
        Settings settings) {}
