"""Trains the small tokenizers that TokenizerFolderTest reads; their files are kept.

    venv/bin/pip install tokenizers
    venv/bin/python tests/parity/tokenizers_small.py llm/src/test/resources/tokenizers

Kinds: llama3 (bytes, split by a regular expression, whole pieces first), qwen2 (the same, normalised), smollm (digits
apart), llama2 (sentencepiece with bytes, a space before all), gemma (the same without that space).
"""

import json
import sys
from pathlib import Path

from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

TEXT = [
    "The Supplier shall deliver the goods to the Customer within forty-five (45) days of the order.",
    "This Agreement is made on 3 March 2025 between Alder & Sons plc and the Customer's affiliates.",
    "Simple interest runs on its amount at 8% per annum from the due date until the day of payment.",
    "Die Lieferung erfolgt innerhalb von dreißig Tagen; für Verzögerungen haftet der Lieferant.",
    "Zürich, naïve façade, 你好,世界! EUR 1,234,567.89 it's I'LL we'Ve don't",
] * 4
WORDS = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}%s| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"


def byte_level(steps, normalizer=None, ignore_merges=False):
    tokenizer = Tokenizer(models.BPE(ignore_merges=ignore_merges))
    if normalizer:
        tokenizer.normalizer = normalizer
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(steps)
    tokenizer.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    marks = ["<|begin|>", "<|im_start|>", "<|im_end|>"]
    trainer = trainers.BpeTrainer(vocab_size=420, initial_alphabet=alphabet, special_tokens=marks, show_progress=False)
    tokenizer.train_from_iterator(TEXT, trainer)
    return tokenizer


def sentence_piece(normalizer):
    tokenizer = Tokenizer(models.BPE(byte_fallback=True, unk_token="<unk>", fuse_unk=True))
    tokenizer.normalizer = normalizer
    marks = ["<unk>", "<s>", "</s>"] + ["<0x%02X>" % b for b in range(256)]
    trainer = trainers.BpeTrainer(vocab_size=520, special_tokens=marks, limit_alphabet=70, show_progress=False)
    tokenizer.train_from_iterator(TEXT, trainer)
    root = json.loads(tokenizer.to_str())
    root["added_tokens"] = [t for t in root["added_tokens"] if not t["content"].startswith("<0x")]
    return Tokenizer.from_str(json.dumps(root))


def split(digits):
    return pre_tokenizers.Split(Regex(WORDS % digits), "isolated")


PLAIN = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
SPACE = normalizers.Replace(" ", "▁")
KINDS = {
    "llama3": (byte_level([split("{1,3}"), PLAIN], ignore_merges=True), "<|begin|>", "<|im_end|>"),
    "qwen2": (byte_level([split(""), PLAIN], normalizers.NFC()), None, "<|im_end|>"),
    "smollm": (
        byte_level([pre_tokenizers.Digits(True), pre_tokenizers.ByteLevel(add_prefix_space=False)]), None, "<|im_end|>"),
    "llama2": (sentence_piece(normalizers.Sequence([normalizers.Prepend("▁"), SPACE])), "<s>", "</s>"),
    "gemma": (sentence_piece(SPACE), "<s>", "</s>"),
}

if __name__ == "__main__":
    for name, (tokenizer, begin, end) in KINDS.items():
        folder = Path(sys.argv[1]) / name
        folder.mkdir(parents=True, exist_ok=True)
        root = json.loads(tokenizer.to_str())
        (folder / "tokenizer.json").write_text(json.dumps(root, ensure_ascii=False) + "\n")
        settings = {"bos_token": begin, "eos_token": end, "add_bos_token": begin is not None}
        (folder / "tokenizer_config.json").write_text(json.dumps(settings) + "\n")
