"""Records logits of tiny models of each architecture, for ArchitectureParityTest.

    python3 -m venv venv && venv/bin/pip install torch transformers safetensors numpy
    venv/bin/python tests/parity/architectures.py llm/src/test/resources/parity/architectures

No weights are kept: both this script and HashedModel (Java) make them from the tensors' names, by the formula of
`weight`. All numbers are whole multiples of powers of two, so BF16, F16 and F32 hold them exactly.

Lines of a file: C config(json) | W name rows columns (0 rows: a vector) | I ids | L position logit,logit,...
"""

import json
import sys
import tempfile
from pathlib import Path

import numpy
import torch
import transformers
from safetensors.numpy import save_file

VOCABULARY = 96
IDS = [(17 * i * i + 5 * i + 3) % VOCABULARY for i in range(30)]
BASE = {
    "vocab_size": VOCABULARY, "hidden_size": 32, "intermediate_size": 48, "num_hidden_layers": 3,
    "num_attention_heads": 4, "num_key_value_heads": 2, "max_position_embeddings": 64, "rms_norm_eps": 1e-6,
    "rope_theta": 10000.0, "hidden_act": "silu", "tie_word_embeddings": False, "bos_token_id": 0, "eos_token_id": 1,
}
GEMMA = {
    "head_dim": 16, "hidden_activation": "gelu_pytorch_tanh", "query_pre_attn_scalar": 24, "sliding_window": 5,
    "tie_word_embeddings": True, "num_hidden_layers": 4,
}
DEEPSEEK_V2 = {
    "num_key_value_heads": 4, "kv_lora_rank": 16, "qk_nope_head_dim": 12, "qk_rope_head_dim": 8, "v_head_dim": 10,
    "n_routed_experts": 8, "num_experts_per_tok": 3, "moe_intermediate_size": 20, "n_shared_experts": 2,
    "first_k_dense_replace": 1, "norm_topk_prob": False,
}
YARN = {"type": "yarn", "factor": 4.0, "original_max_position_embeddings": 16, "beta_fast": 32, "beta_slow": 1}
CONFIGS = {
    "llama3": BASE | {"model_type": "llama", "rope_scaling": {
        "rope_type": "llama3", "factor": 8.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0,
        "original_max_position_embeddings": 16}},
    "llama-linear": BASE | {"model_type": "llama", "num_key_value_heads": 4, "rope_scaling": {
        "type": "linear", "factor": 2.0}},
    "mistral": BASE | {"model_type": "mistral", "head_dim": 16, "sliding_window": 7},
    "qwen2-yarn": BASE | {"model_type": "qwen2", "rope_scaling": YARN},
    "qwen2-window": BASE | {
        "model_type": "qwen2", "use_sliding_window": True, "sliding_window": 6, "max_window_layers": 1},
    "qwen3": BASE | {"model_type": "qwen3", "head_dim": 16, "tie_word_embeddings": True},
    "qwen3-moe": BASE | {
        "model_type": "qwen3_moe", "head_dim": 16, "num_experts": 8, "num_experts_per_tok": 3,
        "moe_intermediate_size": 24, "norm_topk_prob": True, "decoder_sparse_step": 1, "mlp_only_layers": []},
    "deepseek": BASE | {
        "model_type": "deepseek", "n_routed_experts": 8, "num_experts_per_tok": 3, "moe_intermediate_size": 20,
        "n_shared_experts": 2, "first_k_dense_replace": 1, "norm_topk_prob": False, "scoring_func": "softmax"},
    "deepseek-v2-lite": BASE | DEEPSEEK_V2 | {
        "model_type": "deepseek_v2", "q_lora_rank": None, "topk_method": "greedy", "routed_scaling_factor": 1.0,
        "rope_scaling": YARN | {"mscale": 0.707, "mscale_all_dim": 0.707}},
    "deepseek-v2": BASE | DEEPSEEK_V2 | {
        "model_type": "deepseek_v2", "q_lora_rank": 24, "topk_method": "group_limited_greedy", "n_group": 4,
        "topk_group": 2, "routed_scaling_factor": 4.0},
    "gemma2": BASE | GEMMA | {
        "model_type": "gemma2", "attn_logit_softcapping": 5.0, "final_logit_softcapping": 3.0},
    "gemma3": BASE | GEMMA | {
        "model_type": "gemma3_text", "rope_theta": 1000000.0, "rope_local_base_freq": 10000.0,
        "sliding_window_pattern": 3, "rope_scaling": {"rope_type": "linear", "factor": 8.0}},
}


def shapes(config):
    """The tensors of a checkpoint, as they are named in files."""
    c = config
    hidden, heads, keys = c["hidden_size"], c["num_attention_heads"], c["num_key_value_heads"]
    width = c.get("head_dim") or hidden // heads
    gemma = c["model_type"].startswith("gemma")
    out = {"model.embed_tokens.weight": (VOCABULARY, hidden), "model.norm.weight": (0, hidden)}
    if not c["tie_word_embeddings"]:
        out["lm_head.weight"] = (VOCABULARY, hidden)

    def gated(at, inner):
        out[at + ".gate_proj.weight"] = out[at + ".up_proj.weight"] = (inner, hidden)
        out[at + ".down_proj.weight"] = (hidden, inner)

    for i in range(c["num_hidden_layers"]):
        at = "model.layers.%d." % i
        norms = ["input_layernorm", "post_attention_layernorm"]
        for norm in norms + (["pre_feedforward_layernorm", "post_feedforward_layernorm"] if gemma else []):
            out[at + norm + ".weight"] = (0, hidden)
        attention = at + "self_attn."
        if c["model_type"] == "deepseek_v2":
            head = c["qk_nope_head_dim"] + c["qk_rope_head_dim"]
            if c["q_lora_rank"]:
                out[attention + "q_a_proj.weight"] = (c["q_lora_rank"], hidden)
                out[attention + "q_a_layernorm.weight"] = (0, c["q_lora_rank"])
                out[attention + "q_b_proj.weight"] = (heads * head, c["q_lora_rank"])
            else:
                out[attention + "q_proj.weight"] = (heads * head, hidden)
            rank = c["kv_lora_rank"]
            out[attention + "kv_a_proj_with_mqa.weight"] = (rank + c["qk_rope_head_dim"], hidden)
            out[attention + "kv_a_layernorm.weight"] = (0, rank)
            out[attention + "kv_b_proj.weight"] = (heads * (c["qk_nope_head_dim"] + c["v_head_dim"]), rank)
            out[attention + "o_proj.weight"] = (hidden, heads * c["v_head_dim"])
        else:
            out[attention + "q_proj.weight"] = (heads * width, hidden)
            out[attention + "k_proj.weight"] = out[attention + "v_proj.weight"] = (keys * width, hidden)
            out[attention + "o_proj.weight"] = (hidden, heads * width)
            if c["model_type"] == "qwen2":
                out[attention + "q_proj.bias"] = (0, heads * width)
                out[attention + "k_proj.bias"] = out[attention + "v_proj.bias"] = (0, keys * width)
            if c["model_type"] in ("qwen3", "qwen3_moe", "gemma3_text"):
                out[attention + "q_norm.weight"] = out[attention + "k_norm.weight"] = (0, width)
        count = c.get("n_routed_experts") or c.get("num_experts") or 0
        if count and i >= c.get("first_k_dense_replace", 0):
            out[at + "mlp.gate.weight"] = (count, hidden)
            for e in range(count):
                gated(at + "mlp.experts.%d" % e, c["moe_intermediate_size"])
            if c.get("n_shared_experts"):
                gated(at + "mlp.shared_experts", c["n_shared_experts"] * c["moe_intermediate_size"])
        else:
            gated(at + "mlp", c["intermediate_size"])
    return out


def weight(name, shape, gemma):
    """Number i is a byte of a hash of the name (FNV-1a, 32 bits) and i (the finalizer of MurmurHash3), scaled."""
    h = 0x811C9DC5
    for octet in name.encode():
        h = ((h ^ octet) * 0x01000193) & 0xFFFFFFFF
    rows, columns = shape
    i = numpy.arange(max(rows, 1) * columns, dtype=numpy.uint32)
    with numpy.errstate(over="ignore"):
        x = i * numpy.uint32(0x9E3779B1) + numpy.uint32(h)
        x ^= x >> numpy.uint32(16)
        x *= numpy.uint32(0x85EBCA6B)
        x ^= x >> numpy.uint32(13)
        x *= numpy.uint32(0xC2B2AE35)
        x ^= x >> numpy.uint32(16)
    octet = (x >> numpy.uint32(24)).astype(numpy.float32)
    if rows == 0 and "norm" in name:
        return (0.0 if gemma else 1.0) + numpy.floor(octet / 8) / 128
    spread = 0.25 if rows == 0 else 1.0 if "embed" in name else 0.5
    return ((octet - 128) / 128 * spread).reshape((columns,) if rows == 0 else (rows, columns))


class Experts(torch.nn.Module):
    """DeepSeekMoE, equations 3 to 5 of Dai et al. 2024; transformers has no model of this type."""

    def __init__(self, config, weights, at):
        super().__init__()
        self.config, self.at = config, at
        self.w = {k: torch.tensor(v) for k, v in weights.items() if k.startswith(at)}

    def gated(self, x, at):
        silu = torch.nn.functional.silu(x @ self.w[at + ".gate_proj.weight"].T)
        return (silu * (x @ self.w[at + ".up_proj.weight"].T)) @ self.w[at + ".down_proj.weight"].T

    def forward(self, h):
        out = self.gated(h, self.at + "shared_experts")
        chances = torch.softmax(h @ self.w[self.at + "gate.weight"].T, -1)
        best, which = torch.topk(chances, self.config["num_experts_per_tok"], -1)
        for e in range(self.config["n_routed_experts"]):
            share = (best * (which == e)).sum(-1, keepdim=True)
            out = out + share * self.gated(h, self.at + "experts.%d" % e)
        return out


def model(config, weights, folder):
    if config["model_type"] == "deepseek":
        plain = transformers.LlamaConfig(**{k: v for k, v in config.items() if k != "model_type"})
        plain._attn_implementation = "eager"
        made = transformers.LlamaForCausalLM(plain)
        made.load_state_dict({k: torch.tensor(v) for k, v in weights.items()}, strict=False)
        for i in range(config["first_k_dense_replace"], config["num_hidden_layers"]):
            made.model.layers[i].mlp = Experts(config, weights, "model.layers.%d.mlp." % i)
        return made.eval()
    (folder / "config.json").write_text(json.dumps(config))
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
    made, info = transformers.AutoModelForCausalLM.from_pretrained(
        folder, dtype=torch.float32, attn_implementation="eager", output_loading_info=True)
    assert not info["missing_keys"] and not info["unexpected_keys"] and not info["mismatched_keys"], info
    return made.eval()


def main(to):
    torch.set_grad_enabled(False)
    for name, config in CONFIGS.items():
        gemma = config["model_type"].startswith("gemma")
        weights = {k: weight(k, s, gemma).astype(numpy.float32) for k, s in shapes(config).items()}
        with tempfile.TemporaryDirectory() as folder:
            logits = model(config, weights, Path(folder))(torch.tensor([IDS])).logits[0]
        with open(to / (name + ".tsv"), "w") as file:
            print("C", json.dumps(config), sep="\t", file=file)
            for k, (rows, columns) in shapes(config).items():
                print("W", k, rows, columns, sep="\t", file=file)
            print("I", ",".join(map(str, IDS)), sep="\t", file=file)
            for position in range(0, len(IDS), 3):
                print("L", position, ",".join("%.5f" % x for x in logits[position].tolist()), sep="\t", file=file)
        print(name, float(logits.abs().max()), file=sys.stderr)


if __name__ == "__main__":
    Path(sys.argv[1]).mkdir(parents=True, exist_ok=True)
    main(Path(sys.argv[1]))
