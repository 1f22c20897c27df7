"""A Whisper model made on the spot: the right shape and random weights, a few hundred kilobytes."""

import json
from pathlib import Path

import numpy as np
from ctranslate2.specs import WhisperSpec
from ctranslate2.specs.model_spec import OPTIONAL
from tokenizers import Tokenizer, decoders, pre_tokenizers
from tokenizers.models import BPE

WIDTH, HEADS, LAYERS, MELS, FRAMES, LONGEST = 32, 2, 1, 80, 1500, 448
WORDS = [*sorted(pre_tokenizers.ByteLevel.alphabet()), "<|endoftext|>", "<|startoftranscript|>"]
LANGUAGES = ["<|en|>", "<|ru|>"]
TASKS = [
    "<|translate|>",
    "<|transcribe|>",
    "<|startoflm|>",
    "<|startofprev|>",
    "<|nospeech|>",
    "<|notimestamps|>",
]
TIMES = [f"<|{n * 0.02:.2f}|>" for n in range(1501)]


def make_whisper(folder: Path) -> Path:
    """Write the model's files into the folder."""
    vocabulary = WORDS + LANGUAGES + TASKS + TIMES
    spec = WhisperSpec(LAYERS, HEADS, LAYERS, HEADS)
    fill(spec, np.random.default_rng(7), len(vocabulary))
    spec.register_vocabulary(vocabulary)
    spec.config.suppress_ids = []
    spec.config.suppress_ids_begin = []
    spec.config.lang_ids = [vocabulary.index(one) for one in LANGUAGES]
    spec.config.alignment_heads = [(0, 0)]
    spec.validate()
    folder.mkdir()
    spec.save(str(folder))
    write_tokenizer(folder / "tokenizer.json", vocabulary)
    (folder / "preprocessor_config.json").write_text(json.dumps({"feature_size": MELS}))
    return folder


def write_tokenizer(path: Path, vocabulary: list[str]) -> None:
    tokenizer = Tokenizer(BPE(vocab={word: place for place, word in enumerate(vocabulary)}, merges=[]))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens(vocabulary[WORDS.index("<|endoftext|>") :])
    tokenizer.save(str(path))


def fill(spec: WhisperSpec, random: np.random.Generator, words: int) -> None:  # noqa: C901 a line for each part
    """Give every weight a random value of the shape that the model's width asks for."""

    def weights(*shape: int) -> np.ndarray:
        return (random.standard_normal(shape) * 0.1).astype(np.float32)

    def linear(layer, rows: int, columns: int) -> None:
        layer.weight, layer.bias = weights(rows, columns), weights(rows)

    def norm(layer) -> None:
        layer.gamma, layer.beta = np.ones(WIDTH, np.float32), np.zeros(WIDTH, np.float32)

    def attention(layer, *, crossed: bool) -> None:
        norm(layer.layer_norm)
        for one, times in zip(layer.linear, (1, 2, 1) if crossed else (3, 1), strict=True):
            linear(one, WIDTH * times, WIDTH)

    def forward(layer) -> None:
        norm(layer.layer_norm)
        linear(layer.linear_0, WIDTH * 4, WIDTH)
        linear(layer.linear_1, WIDTH, WIDTH * 4)

    def block(layer, *, decodes: bool) -> None:
        attention(layer.self_attention, crossed=False)
        if decodes:
            attention(layer.attention, crossed=True)
        forward(layer.ffn)

    encoder, decoder = spec.encoder, spec.decoder
    encoder.conv1.weight, encoder.conv1.bias = weights(WIDTH, MELS, 3), weights(WIDTH)
    encoder.conv2.weight, encoder.conv2.bias = weights(WIDTH, WIDTH, 3), weights(WIDTH)
    encoder.position_encodings.encodings = weights(FRAMES, WIDTH)
    decoder.position_encodings.encodings = weights(LONGEST, WIDTH)
    decoder.embeddings.weight = weights(words, WIDTH)
    decoder.projection.weight = weights(words, WIDTH)
    decoder.projection.bias = OPTIONAL
    norm(encoder.layer_norm)
    norm(decoder.layer_norm)
    for layer in (*encoder.layer, *decoder.layer):
        block(layer, decodes=layer in decoder.layer)
