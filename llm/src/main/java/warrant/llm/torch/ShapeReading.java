package warrant.llm.torch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;
import warrant.llm.weights.Checkpoint;
import warrant.llm.weights.Checkpoint.Convention;

/** From what a checkpoint says of itself to the shape of the model. */
final class ShapeReading {
    private static final int MOST = 1 << 20;
    private static final List<String> KINDS =
            List.of("llama", "qwen2", "qwen3", "qwen3moe", "deepseek", "deepseek2", "gemma2", "gemma3");
    /** Gemma 3 norms queries and keys by heads, as Qwen 3 does. */
    private static final Set<String> HEAD_NORMS = Set.of("qwen3", "qwen3moe", "gemma3");

    private final Checkpoint file;
    private final String kind;
    private final boolean gemma;
    private final int hidden;
    private final int layers;

    /** @throws ModelException with code {@code USER} if the checkpoint holds another kind of model */
    ShapeReading(Checkpoint file) {
        this.file = file;
        this.kind = file.text("general.architecture");
        if (!KINDS.contains(kind)) {
            throw new ModelException(
                    Code.USER,
                    file.path() + " holds a model of kind " + kind + "; " + String.join(", ", KINDS) + " can be run");
        }
        this.gemma = kind.startsWith("gemma");
        this.hidden = number("embedding_length", 1, MOST);
        this.layers = number("block_count", 1, 1000);
    }

    private int number(String key, int least, int most) {
        return file.number(kind + "." + key, least, most);
    }

    private int number(String key, int least, int most, int otherwise) {
        return file.number(kind + "." + key, least, most, otherwise);
    }

    private double real(String key, double otherwise) {
        return file.findReal(kind + "." + key).orElse(otherwise);
    }

    DecoderShape read() {
        Attention attention = kind.equals("deepseek2") ? latent() : grouped();
        int turned = attention instanceof Attention.Latent latent ? latent.turned() : attention.keyWidth();
        Rope rope = Rope.of(file, kind, turned, real("rope.freq_base", 10000));
        return new DecoderShape(
                layers,
                hidden,
                file.find("token_embd.weight")
                        .orElseThrow(() -> file.lacks("the tensor token_embd.weight"))
                        .rows(),
                number("context_length", 1, 1 << 24),
                real("attention.layer_norm_rms_epsilon", 1e-5),
                attention,
                new FeedForward(number("feed_forward_length", 0, MOST, 0), gemma, experts()),
                rope,
                near(rope),
                gemma ? Math.sqrt(hidden) : 1,
                gemma && file.convention() == Convention.HUGGING_FACE ? 1 : 0,
                gemma,
                real("final_logit_softcapping", 0));
    }

    private Attention grouped() {
        int heads = number("attention.head_count", 1, MOST);
        int width = number("attention.key_length", 2, MOST, hidden / heads);
        if (number("attention.value_length", 1, MOST, width) != width) {
            throw new ModelException(Code.USER, file.path() + " has values of another width than its keys");
        }
        return new Attention.Grouped(
                heads,
                number("attention.head_count_kv", 1, heads, heads),
                width,
                HEAD_NORMS.contains(kind),
                Set.of("llama", "deepseek").contains(kind) && file.convention() == Convention.GGUF,
                real("attention.scale", 1 / Math.sqrt(scaledWidth(heads, width))),
                kind.equals("gemma2") ? real("attn_logit_softcapping", 50) : real("attn_logit_softcapping", 0));
    }

    /** The largest models of Gemma 2 and 3 divide by another width than their heads have, which no file tells. */
    private double scaledWidth(int heads, int width) {
        boolean largest = (kind.equals("gemma2") && layers == 46) || (kind.equals("gemma3") && layers == 62);
        return largest ? (double) hidden / heads : width;
    }

    private Attention latent() {
        int rank = number("attention.kv_lora_rank", 1, MOST);
        int turned = number("rope.dimension_count", 2, MOST);
        boolean mla = file.has(kind + ".attention.key_length_mla");
        int width = number(mla ? "attention.key_length_mla" : "attention.key_length", turned + 1, MOST);
        int values = number(mla ? "attention.value_length_mla" : "attention.value_length", 1, MOST);
        // YaRN by DeepSeek: the products grow instead of what is turned
        double magnitude = real("attention.magnitude", yarnMagnitude());
        return new Attention.Latent(
                number("attention.head_count", 1, MOST),
                number("attention.q_lora_rank", 0, MOST, 0),
                rank,
                width - turned,
                turned,
                values,
                magnitude * magnitude / Math.sqrt(width));
    }

    private double yarnMagnitude() {
        return Rope.yarnMagnitude(real("rope.scaling.factor", 1), 10 * real("rope.scaling.yarn_log_multiplier", 0));
    }

    private Optional<FeedForward.Experts> experts() {
        int count = number("expert_count", 0, 4096, 0);
        if (count == 0) {
            return Optional.empty();
        }
        if (number("expert_gating_func", 0, 9, 1) > 1) {
            throw new ModelException(Code.USER, file.path() + " chooses experts otherwise than by softmax");
        }
        int inner = number("expert_feed_forward_length", 1, MOST);
        return Optional.of(new FeedForward.Experts(
                count,
                number("expert_used_count", 1, count),
                inner,
                inner * number("expert_shared_count", 0, 64, 0),
                number("leading_dense_block_count", 0, layers, 0),
                file.findTruth(kind + ".expert_weights_norm").orElse(kind.equals("qwen3moe")),
                real("expert_weights_scale", 1),
                number("expert_group_count", 1, count, 1),
                number("expert_group_used_count", 1, count, 1)));
    }

    private Optional<DecoderShape.Near> near(Rope global) {
        int reach = number("attention.sliding_window", 0, 1 << 24, 0);
        if (reach == 0) {
            return Optional.empty();
        }
        Rope rope = kind.equals("gemma3") ? Rope.plain(global.width(), real("rope.freq_base_swa", 10000)) : global;
        return Optional.of(new DecoderShape.Near(reach, nearLayers(), rope));
    }

    /** A list says it layer by layer; a number n: each n-th layer sees all. */
    private List<Boolean> nearLayers() {
        String key = kind + ".attention.sliding_window_pattern";
        if (file.value(key, List.class).isPresent()) {
            List<Boolean> pattern = file.list(key, Boolean.class);
            if (pattern.size() != layers) {
                throw new ModelException(
                        Code.USER,
                        "%s has %d layers, and %s for %d".formatted(file.path(), layers, key, pattern.size()));
            }
            return pattern;
        }
        int usual = kind.equals("gemma3") ? 6 : kind.equals("gemma2") ? 2 : 0;
        int every = file.number(key, 0, 1000, usual);
        return IntStream.range(0, layers)
                .mapToObj(i -> every == 0 || i % every < every - 1)
                .toList();
    }
}
