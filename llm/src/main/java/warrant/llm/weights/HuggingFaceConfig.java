package warrant.llm.weights;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/** From a {@code config.json} to the metadata that a GGUF file of the same model has. */
final class HuggingFaceConfig {
    private static final Map<String, String> KINDS = Map.of(
            "llama", "llama",
            "mistral", "llama",
            "qwen2", "qwen2",
            "qwen3", "qwen3",
            "qwen3_moe", "qwen3moe",
            "deepseek", "deepseek",
            "deepseek_v2", "deepseek2",
            "gemma2", "gemma2",
            "gemma3_text", "gemma3",
            "gemma3", "gemma3");

    private final Path folder;
    private final String type;
    private final String kind;
    private final JsonNode config;
    private final Map<String, Object> metadata = new LinkedHashMap<>();

    private HuggingFaceConfig(Path folder, JsonNode root) {
        this.folder = folder;
        this.type = root.path("model_type").asText();
        this.kind = KINDS.getOrDefault(type, "");
        this.config = root.has("text_config") ? root.get("text_config") : root;
        if (kind.isEmpty()) {
            throw refused("the model_type '" + type + "'; "
                    + String.join(", ", KINDS.keySet().stream().sorted().toList()) + " can be run");
        }
    }

    /** @throws ModelException with code {@code USER} if the model is of a kind or has a trait that cannot be run */
    static Map<String, Object> metadata(Path folder, JsonNode config) {
        HuggingFaceConfig reading = new HuggingFaceConfig(folder, config);
        reading.all();
        return reading.metadata;
    }

    /** @return whether the token vectors make the logits too */
    static boolean tied(JsonNode root) {
        JsonNode config = root.has("text_config") ? root.get("text_config") : root;
        boolean usual = root.path("model_type").asText().startsWith("gemma");
        return config.path("tie_word_embeddings")
                .asBoolean(root.path("tie_word_embeddings").asBoolean(usual));
    }

    private void all() {
        metadata.put("general.architecture", kind);
        number("block_count", "num_hidden_layers");
        number("context_length", "max_position_embeddings");
        number("embedding_length", "hidden_size");
        number("feed_forward_length", "intermediate_size");
        number("attention.head_count", "num_attention_heads");
        number("attention.head_count_kv", "num_key_value_heads");
        real("attention.layer_norm_rms_epsilon", "rms_norm_eps");
        real("final_logit_softcapping", "final_logit_softcapping");
        real("attn_logit_softcapping", "attn_logit_softcapping");
        if (config.hasNonNull("query_pre_attn_scalar")) {
            put(
                    "attention.scale",
                    1 / Math.sqrt(config.get("query_pre_attn_scalar").asDouble()));
        }
        if (kind.equals("deepseek2")) {
            latent();
        } else {
            number("attention.key_length", "head_dim");
        }
        activation();
        experts();
        window();
        positions();
    }

    private void activation() {
        String act = config.path("hidden_activation")
                .asText(config.path("hidden_act").asText("silu"));
        if (kind.startsWith("gemma") ? !act.equals("gelu_pytorch_tanh") : !act.equals("silu")) {
            throw refused("the activation " + act);
        }
    }

    private void latent() {
        number("attention.q_lora_rank", "q_lora_rank");
        number("attention.kv_lora_rank", "kv_lora_rank");
        number("attention.value_length", "v_head_dim");
        number("rope.dimension_count", "qk_rope_head_dim");
        put(
                "attention.key_length",
                config.path("qk_nope_head_dim").asLong()
                        + config.path("qk_rope_head_dim").asLong());
    }

    private void experts() {
        String count = config.has("n_routed_experts") ? "n_routed_experts" : "num_experts";
        if (!config.hasNonNull(count)) {
            return;
        }
        boolean everyLayer = config.path("moe_layer_freq").asInt(1) == 1
                && config.path("decoder_sparse_step").asInt(1) == 1
                && config.path("mlp_only_layers").isEmpty();
        if (!everyLayer || !config.path("scoring_func").asText("softmax").equals("softmax")) {
            throw refused("experts in some layers only, or chosen otherwise than by softmax");
        }
        number("expert_count", count);
        number("expert_used_count", "num_experts_per_tok");
        number("expert_feed_forward_length", "moe_intermediate_size");
        number("expert_shared_count", "n_shared_experts");
        number("leading_dense_block_count", "first_k_dense_replace");
        boolean normalised = config.path("norm_topk_prob").asBoolean(false);
        put("expert_weights_norm", normalised);
        put(
                "expert_weights_scale",
                normalised ? 1 : config.path("routed_scaling_factor").asDouble(1));
        if (config.path("topk_method").asText("greedy").equals("group_limited_greedy")) {
            number("expert_group_count", "n_group");
            number("expert_group_used_count", "topk_group");
        }
    }

    private void window() {
        boolean off =
                kind.startsWith("qwen") && !config.path("use_sliding_window").asBoolean(false);
        if (off || !config.hasNonNull("sliding_window")) {
            return;
        }
        int layers = config.path("num_hidden_layers").asInt();
        JsonNode types = config.path("layer_types");
        if (types.isArray()) {
            put(
                    "attention.sliding_window_pattern",
                    IntStream.range(0, types.size())
                            .mapToObj(i -> nearLayer(types.get(i).asText()))
                            .toList());
        } else if (config.has("max_window_layers")) {
            int first = config.get("max_window_layers").asInt();
            put(
                    "attention.sliding_window_pattern",
                    IntStream.range(0, layers).mapToObj(i -> i >= first).toList());
        } else {
            number("attention.sliding_window_pattern", "sliding_window_pattern");
        }
        number("attention.sliding_window", "sliding_window");
    }

    private boolean nearLayer(String layerType) {
        return switch (layerType) {
            case "sliding_attention" -> true;
            case "full_attention" -> false;
            default -> throw refused("layers of type " + layerType);
        };
    }

    /** Older files have {@code rope_theta} and {@code rope_scaling}, newer ones {@code rope_parameters}. */
    private void positions() {
        JsonNode parameters = config.path("rope_parameters");
        JsonNode near = parameters.path("sliding_attention");
        JsonNode all = parameters.has("full_attention") ? parameters.get("full_attention") : parameters;
        JsonNode scaling = config.hasNonNull("rope_scaling") ? config.get("rope_scaling") : all;
        put(
                "rope.freq_base",
                all.path("rope_theta").asDouble(config.path("rope_theta").asDouble(10000)));
        if (config.hasNonNull("rope_local_base_freq") || near.has("rope_theta")) {
            put(
                    "rope.freq_base_swa",
                    config.path("rope_local_base_freq")
                            .asDouble(near.path("rope_theta").asDouble()));
        }
        String how = scaling.path("rope_type").asText(scaling.path("type").asText("default"));
        if (how.equals("default") || how.equals("mrope")) {
            return;
        }
        put("rope.scaling.type", how);
        put("rope.scaling.factor", scaling.path("factor").asDouble(1));
        put(
                "rope.scaling.original_context_length",
                scaling.path("original_max_position_embeddings")
                        .asLong(config.path("max_position_embeddings").asLong()));
        put("rope.scaling.low_freq_factor", scaling.path("low_freq_factor").asDouble(1));
        put("rope.scaling.high_freq_factor", scaling.path("high_freq_factor").asDouble(4));
        if (how.equals("yarn")) {
            yarn(scaling);
        }
    }

    private void yarn(JsonNode scaling) {
        put("rope.scaling.yarn_beta_fast", scaling.path("beta_fast").asDouble(32));
        put("rope.scaling.yarn_beta_slow", scaling.path("beta_slow").asDouble(1));
        double factor = scaling.path("factor").asDouble(1);
        double some = scaling.path("mscale").asDouble(0);
        double all = scaling.path("mscale_all_dim").asDouble(0);
        double usual = some > 0 && all > 0 ? magnitude(factor, some) / magnitude(factor, all) : magnitude(factor, 1);
        put("rope.scaling.attn_factor", scaling.path("attention_factor").asDouble(usual));
        if (kind.equals("deepseek2")) {
            put("rope.scaling.yarn_log_multiplier", 0.1 * all);
        }
    }

    private static double magnitude(double factor, double weight) {
        return factor <= 1 ? 1 : 0.1 * weight * Math.log(factor) + 1;
    }

    private void number(String key, String name) {
        JsonNode value = config.path(name);
        if (value.isIntegralNumber()) {
            put(key, value.asLong());
        } else if (!value.isMissingNode() && !value.isNull()) {
            throw refused(name + " = " + value + ", where a whole number should stand");
        }
    }

    private void real(String key, String name) {
        if (config.path(name).isNumber()) {
            put(key, config.get(name).asDouble());
        }
    }

    private void put(String key, Object value) {
        metadata.put(kind + "." + key, value);
    }

    private ModelException refused(String what) {
        return new ModelException(Code.USER, "the folder " + folder + " holds a model with " + what);
    }
}
