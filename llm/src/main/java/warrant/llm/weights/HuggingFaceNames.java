package warrant.llm.weights;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From the names that transformers gives to tensors to those of GGUF. */
final class HuggingFaceNames {
    private static final Pattern LAYER = Pattern.compile("model\\.layers\\.(\\d+)\\.(.+)");
    private static final Pattern EXPERT = Pattern.compile("mlp\\.experts\\.(\\d+)\\.(gate|up|down)_proj\\.weight");
    /** What a checkpoint may hold besides the language model: what sees pictures, and tables that are computed. */
    private static final Pattern BESIDES =
            Pattern.compile("(model\\.)?(vision_tower|multi_modal_projector)\\..*|.*rotary_emb\\.inv_freq");

    private static final Map<String, String> WHOLE = Map.of(
            "model.embed_tokens.weight", "token_embd.weight",
            "model.norm.weight", "output_norm.weight",
            "lm_head.weight", "output.weight");

    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("self_attn.q_proj", "attn_q"),
            Map.entry("self_attn.k_proj", "attn_k"),
            Map.entry("self_attn.v_proj", "attn_v"),
            Map.entry("self_attn.o_proj", "attn_output"),
            Map.entry("self_attn.q_norm", "attn_q_norm"),
            Map.entry("self_attn.k_norm", "attn_k_norm"),
            Map.entry("self_attn.q_a_proj", "attn_q_a"),
            Map.entry("self_attn.q_a_layernorm", "attn_q_a_norm"),
            Map.entry("self_attn.q_b_proj", "attn_q_b"),
            Map.entry("self_attn.kv_a_proj_with_mqa", "attn_kv_a_mqa"),
            Map.entry("self_attn.kv_a_layernorm", "attn_kv_a_norm"),
            Map.entry("self_attn.kv_b_proj", "attn_kv_b"),
            Map.entry("input_layernorm", "attn_norm"),
            Map.entry("mlp.gate_proj", "ffn_gate"),
            Map.entry("mlp.up_proj", "ffn_up"),
            Map.entry("mlp.down_proj", "ffn_down"),
            Map.entry("mlp.gate", "ffn_gate_inp"),
            Map.entry("mlp.shared_experts.gate_proj", "ffn_gate_shexp"),
            Map.entry("mlp.shared_experts.up_proj", "ffn_up_shexp"),
            Map.entry("mlp.shared_experts.down_proj", "ffn_down_shexp"),
            Map.entry("pre_feedforward_layernorm", "ffn_norm"),
            Map.entry("post_feedforward_layernorm", "post_ffw_norm"));

    private static final Set<String> SUFFIXES = Set.of("weight", "bias");

    private final boolean gemma;
    private final boolean tied;

    /**
     * @param gemma whether norms are where Gemma has them
     * @param tied whether the token vectors make the logits too, whatever else the checkpoint holds
     */
    HuggingFaceNames(boolean gemma, boolean tied) {
        this.gemma = gemma;
        this.tied = tied;
    }

    /** @return empty for what the language model does not need; names that are not known stay as they are */
    Optional<String> of(String name) {
        String plain = name.startsWith("language_model.") ? name.substring("language_model.".length()) : name;
        plain = plain.replaceFirst("^model\\.language_model\\.", "model.");
        if (BESIDES.matcher(plain).matches() || (tied && plain.equals("lm_head.weight"))) {
            return Optional.empty();
        }
        Matcher layer = LAYER.matcher(plain);
        return Optional.of(
                layer.matches()
                        ? "blk." + layer.group(1) + "." + part(layer.group(2))
                        : WHOLE.getOrDefault(plain, plain));
    }

    private String part(String name) {
        Matcher expert = EXPERT.matcher(name);
        if (expert.matches()) {
            return "ffn_" + expert.group(2) + "." + expert.group(1) + ".weight";
        }
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        String suffix = name.substring(dot + 1);
        if (!SUFFIXES.contains(suffix)) {
            return name;
        }
        if (stem.equals("post_attention_layernorm")) {
            return (gemma ? "post_attention_norm." : "ffn_norm.") + suffix;
        }
        return PARTS.getOrDefault(stem, stem) + "." + suffix;
    }
}
