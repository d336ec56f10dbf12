"""Records what transformers computes with tiny encoders, for EncoderParityTest; weights as in architectures.py.

    venv/bin/python tests/parity/encoders.py llm/src/test/resources

Writes tokenizers/wordpiece and tokenizers/unigram, which are kept, and parity/encoders/NAME.tsv:
C config(json) | W name rows columns | V text vector | S query text score
"""

import json
import sys
import tempfile
from pathlib import Path

import numpy
import torch
import transformers
from architectures import weight
from safetensors.numpy import save_file
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors, trainers
from tokenizers_small import TEXT

TEXTS = ["The Supplier shall deliver the goods.", "interest", "Zürich, naïve façade: 45 days of payment!", "a b c d e f g " * 3]
COMMON = {
    "hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4, "intermediate_size": 48, "hidden_act": "gelu",
    "layer_norm_eps": 1e-12, "hidden_dropout_prob": 0.0, "attention_probs_dropout_prob": 0.0,
}
BERT = COMMON | {"model_type": "bert", "max_position_embeddings": 64, "type_vocab_size": 2, "vocab_size": 200}
XLMR = COMMON | {
    "model_type": "xlm-roberta", "max_position_embeddings": 66, "type_vocab_size": 1, "vocab_size": 200, "pad_token_id": 1,
    "bos_token_id": 0, "eos_token_id": 2, "layer_norm_eps": 1e-5,
}
HEAD = {"num_labels": 1, "id2label": {"0": "LABEL_0"}, "label2id": {"LABEL_0": 0}}
CASES = {
    "bert-mean": (BERT, "wordpiece", "mean"),
    "bert-cls": (BERT, "wordpiece", "cls"),
    "bert-reranker": (BERT | HEAD, "wordpiece", "rank"),
    "xlmr-cls": (XLMR, "unigram", "cls"),
    "xlmr-reranker": (XLMR | HEAD, "unigram", "rank"),
}


def wordpiece():
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    marks = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    tokenizer.train_from_iterator(TEXT, trainers.WordPieceTrainer(vocab_size=200, special_tokens=marks, show_progress=False))
    tokenizer.post_processor = processors.TemplateProcessing(
        "[CLS] $A [SEP]", "[CLS] $A [SEP] $B:1 [SEP]:1", [("[CLS]", 2), ("[SEP]", 3)])
    return tokenizer


def unigram():
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.NFKC()
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    marks = ["<s>", "<pad>", "</s>", "<unk>"]
    tokenizer.train_from_iterator(
        TEXT, trainers.UnigramTrainer(vocab_size=150, special_tokens=marks, unk_token="<unk>", show_progress=False))
    tokenizer.post_processor = processors.TemplateProcessing(
        "<s> $A </s>", "<s> $A </s> </s> $B </s>", [("<s>", 0), ("</s>", 2)])
    return tokenizer


def shapes(config, rank):
    h, inner, bert = config["hidden_size"], config["intermediate_size"], config["model_type"] == "bert"
    at = ("bert." if bert else "roberta.") if rank else ""
    out = {
        at + "embeddings.word_embeddings.weight": (config["vocab_size"], h),
        at + "embeddings.position_embeddings.weight": (config["max_position_embeddings"], h),
        at + "embeddings.token_type_embeddings.weight": (config["type_vocab_size"], h),
    }

    def linear(name, rows, columns):
        out[name + ".weight"], out[name + ".bias"] = (rows, columns), (0, rows)

    def norm(name):
        out[name + ".weight"] = out[name + ".bias"] = (0, h)

    norm(at + "embeddings.LayerNorm")
    for i in range(config["num_hidden_layers"]):
        layer = at + "encoder.layer.%d." % i
        for part in ("query", "key", "value"):
            linear(layer + "attention.self." + part, h, h)
        linear(layer + "attention.output.dense", h, h)
        norm(layer + "attention.output.LayerNorm")
        linear(layer + "intermediate.dense", inner, h)
        linear(layer + "output.dense", h, inner)
        norm(layer + "output.LayerNorm")
    if rank and bert:
        linear("bert.pooler.dense", h, h)
        linear("classifier", 1, h)
    elif rank:
        linear("classifier.dense", h, h)
        linear("classifier.out_proj", 1, h)
    return out


def main(to):
    torch.set_grad_enabled(False)
    tokenizers = {"wordpiece": wordpiece(), "unigram": unigram()}
    for name, tokenizer in tokenizers.items():
        folder = to / "tokenizers" / name
        folder.mkdir(parents=True, exist_ok=True)
        tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    (to / "parity" / "encoders").mkdir(parents=True, exist_ok=True)
    for name, (config, kind, pooling) in CASES.items():
        rank = pooling == "rank"
        weights = {k: weight(k, s, False).astype(numpy.float32) for k, s in shapes(config, rank).items()}
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "config.json").write_text(json.dumps(config))
            save_file(weights, Path(folder) / "model.safetensors", metadata={"format": "pt"})
            loader = transformers.AutoModelForSequenceClassification if rank else transformers.AutoModel
            kwargs = {} if rank else {"add_pooling_layer": False}
            model, info = loader.from_pretrained(folder, dtype=torch.float32, output_loading_info=True, **kwargs)
            assert not info["missing_keys"] and not info["mismatched_keys"], info
            model.eval()
        with open(to / "parity" / "encoders" / (name + ".tsv"), "w") as file:
            print("C", json.dumps(config), sep="\t", file=file)
            for k, (rows, columns) in shapes(config, rank).items():
                print("W", k, rows, columns, sep="\t", file=file)
            for text in TEXTS:
                encoded = tokenizers[kind].encode(TEXTS[0], text) if rank else tokenizers[kind].encode(text)
                given = {"input_ids": torch.tensor([encoded.ids])}
                if config["model_type"] == "bert":
                    given["token_type_ids"] = torch.tensor([encoded.type_ids])
                out = model(**given)
                if rank:
                    print("S", TEXTS[0], text, "%.6f" % out.logits[0, 0].item(), sep="\t", file=file)
                else:
                    state = out.last_hidden_state[0]
                    vector = state[0] if pooling == "cls" else state.mean(0)
                    vector = vector / vector.norm()
                    print("V", text, ",".join("%.6f" % x for x in vector.tolist()), sep="\t", file=file)
        print(name, file=sys.stderr)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
