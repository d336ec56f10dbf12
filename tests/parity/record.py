"""Records what the reference implementation computes, for ModelParityTest and TokenizerParityTest.

Run once in an environment of its own; the values it writes are kept in llm/src/test/resources/parity:

    python3 -m venv venv && venv/bin/pip install torch==2.7.1 transformers accelerate gguf numpy
    venv/bin/python tests/parity/record.py logits MODEL.gguf > llm/src/test/resources/parity/NAME.tsv
    venv/bin/python tests/parity/record.py tokens MODEL.gguf > llm/src/test/resources/parity/NAME-tokens.tsv

    venv/bin/python tests/parity/record.py agreement MODEL.gguf > llm/src/test/resources/parity/NAME-agreement.tsv

The reference is transformers in F32 on the weights that it dequantises from the GGUF file itself.

    venv/bin/python tests/parity/record.py blocks > llm/src/test/resources/parity/blocks.tsv
    venv/bin/python tests/parity/record.py quantised > llm/src/test/resources/parity/quantised.tsv

Lines of logits: P prompt(base64) ids | L position top-1 margin id:logit,... | G greedy-ids text(base64)
Lines of agreement, over the fixed text llm/src/test/resources/parity/text.txt in windows of 512 tokens that each begin anew:
W ids log-probability-of-all-but-the-first | D position top-1 margin id:log-probability,... (the likeliest 24, in the first window)
Lines of tokens: T text(base64) ids
"""

import base64
import os
import sys

PROMPTS = [
    "<|im_start|>system\nYou answer questions about contracts.<|im_end|>\n<|im_start|>user\nThe Supplier shall deliver "
    "the goods within forty-five (45) days of the order.\n\nWithin how many days must the goods be delivered?"
    "<|im_end|>\n<|im_start|>assistant\n",
    "<|im_start|>user\nList three uses of a bicycle.<|im_end|>\n<|im_start|>assistant\n",
    "This Agreement is made on 3 March 2025 between Alder & Sons plc, a company incorporated under the laws of",
]

TEXTS = PROMPTS + [
    "", " ", "\n\n", "  two  spaces\tand a tab\r\n\r\nlines\n   indented", "it's I'LL we'Ve don't 's",
    "EUR 1,234,567.89 on 03/04/2025, 12:45h (§ 4.2.1)", "Zürich, naïve façade, Straße – “quoted” … 你好,世界! 🙂👩‍⚖️",
    "x" * 60, "=====-----_____", "a\u00a0b\u2003c", "<|im_end|>x", "ⅷ ² ½ ١٢٣",  # SmolLM2: left out, since transformers' GGUF reader isolates ASCII digits only
    "snake_case camelCase HTTPServer2",
]


def b64(text):
    return base64.b64encode(text.encode()).decode()


def load(path):
    from transformers import AutoTokenizer

    return AutoTokenizer.from_pretrained(os.path.dirname(path), gguf_file=os.path.basename(path))


def logits(path):
    import torch
    from transformers import AutoModelForCausalLM

    torch.set_grad_enabled(False)
    tokenizer = load(path)
    model = AutoModelForCausalLM.from_pretrained(
        os.path.dirname(path), gguf_file=os.path.basename(path), dtype=torch.float32, attn_implementation="eager"
    ).eval()
    for prompt in PROMPTS:
        ids = tokenizer(prompt, add_special_tokens=False)["input_ids"]
        print("P", b64(prompt), ",".join(map(str, ids)), sep="\t")
        out = model(torch.tensor([ids])).logits[0]
        for position in range(len(ids)):
            row = out[position]
            top = torch.topk(row, 12).indices.tolist()
            some = top + [(position * 7919 + k * 4099) % row.shape[0] for k in range(20)]
            pairs = ",".join("%d:%.5f" % (i, row[i].item()) for i in some)
            print("L", position, top[0], "%.5f" % (row[top[0]] - row[top[1]]).item(), pairs, sep="\t")
        given = torch.tensor([ids])
        answer = model.generate(given, do_sample=False, max_new_tokens=24)[0, len(ids) :].tolist()
        answer = answer[: next((i for i, t in enumerate(answer) if t in (0, tokenizer.eos_token_id)), 24)]
        print("G", ",".join(map(str, answer)), b64(tokenizer.decode(answer)), sep="\t")


def tokens(path):
    tokenizer = load(path)
    for text in [t for t in TEXTS if "SmolLM2" not in path or "²" not in t]:
        ids = tokenizer(text, add_special_tokens=False)["input_ids"]
        print("T", b64(text), ",".join(map(str, ids)), sep="\t")


def agreement(path):
    import gguf
    import torch
    from transformers import AutoModelForCausalLM

    torch.set_grad_enabled(False)
    tokenizer = load(path)
    begins = gguf.GGUFReader(path).fields.get("tokenizer.ggml.add_bos_token")
    first = [tokenizer.bos_token_id] if begins and begins.contents() else []
    text = os.path.join(os.path.dirname(__file__), "../../llm/src/test/resources/parity/text.txt")
    with open(text, encoding="utf-8") as file:
        ids = tokenizer(file.read(), add_special_tokens=False)["input_ids"][:4096]
    model = AutoModelForCausalLM.from_pretrained(
        os.path.dirname(path), gguf_file=os.path.basename(path), dtype=torch.float32, attn_implementation="eager"
    ).eval()
    for begin in range(0, len(ids), 512):
        window = first + ids[begin : begin + 512]
        told = torch.log_softmax(model(torch.tensor([window])).logits[0], -1)
        sure = sum(told[i, window[i + 1]].item() for i in range(len(window) - 1))
        print("W", ",".join(map(str, window)), "%.4f" % sure, sep="\t", flush=True)
        for position in range(0, len(window) if begin == 0 else 0, 2):
            row = told[position]
            top = torch.topk(row, 24).indices.tolist()
            pairs = ",".join("%d:%.4f" % (i, row[i].item()) for i in top)
            print("D", position, top[0], "%.4f" % (row[top[0]] - row[top[1]]).item(), pairs, sep="\t")


def blocks(_):
    import gguf
    import numpy

    random = numpy.random.default_rng(7)
    for name in ("F32", "F16", "BF16", "Q4_0", "Q4_1", "Q5_0", "Q8_0", "Q4_K", "Q6_K", "Q5_1", "Q2_K", "Q3_K", "Q5_K"):
        kind = gguf.GGMLQuantizationType[name]
        numbers, size = gguf.GGML_QUANT_SIZES[kind]
        count = 64 if numbers == 1 else 3
        data = random.integers(0, 256, (count, size), dtype=numpy.uint8)
        halves = {
            "Q4_0": [0], "Q4_1": [0, 2], "Q5_0": [0], "Q8_0": [0], "Q4_K": [0, 2], "Q6_K": [208],
            "Q5_1": [0, 2], "Q2_K": [80, 82], "Q3_K": [108], "Q5_K": [0, 2],
        }.get(name, [])
        for at in halves:
            scales = random.uniform(-0.1, 0.1, count).astype(numpy.float16)
            data[:, at : at + 2] = scales.view(numpy.uint8).reshape(count, 2)
        if numbers == 1:
            whole = random.normal(0, 1, count).astype(numpy.float32)
            data = {"F32": whole.view(numpy.uint8), "F16": whole.astype(numpy.float16).view(numpy.uint8)}.get(
                name, (whole.view(numpy.uint32) >> 16).astype(numpy.uint16).view(numpy.uint8)
            ).reshape(1, -1)
        out = gguf.quants.dequantize(data, kind).astype(numpy.float32)
        print(name, base64.b64encode(data.tobytes()).decode(), base64.b64encode(out.tobytes()).decode(), sep="\t")


def quantised(_):
    import gguf
    import numpy

    random = numpy.random.default_rng(11)
    whole = random.normal(0, 0.05, (3, 64)).astype(numpy.float32)
    whole[1, :32] = 0
    for name in ("F16", "Q8_0", "Q4_0"):
        out = gguf.quants.quantize(whole, gguf.GGMLQuantizationType[name])
        print(name, base64.b64encode(whole.tobytes()).decode(), base64.b64encode(out.tobytes()).decode(), sep="\t")


if __name__ == "__main__":
    {"logits": logits, "tokens": tokens, "blocks": blocks, "quantised": quantised, "agreement": agreement}[sys.argv[1]](os.path.abspath((sys.argv + [""])[2]))
