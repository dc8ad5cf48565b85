"""A language model of random weights, some 100 kB: it says nonsense, but a real server runs it.

The file is GGUF version 3 (specification: docs/gguf.md of the ggml project), a llama of one layer whose tokens are
single bytes. A bias is laid on its output: it likes to open objects and end texts, and dislikes white space; else its
nonsense is a list of nothing, or has no end.
"""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import numpy.typing as npt

WIDTH, INNER, HEADS = 32, 64, 2
CONTEXT = 16384
TEMPLATE = "{% for message in messages %}{{ message['content'] }}\n{% endfor %}"

_UINT32, _INT32, _FLOAT32, _BOOL, _STRING, _ARRAY = 4, 5, 6, 7, 8, 9
_NORMAL, _UNKNOWN, _CONTROL, _BYTE = 1, 2, 3, 6
_ALIGNED = 32
# How many tokens stand before that of the byte 0.
_BYTES = 3


def write_tiny_model(path: Path, seed: int) -> None:
    """Write a model; the same seed gives the same bytes."""
    settings, tensors = _settings(), _tensors(np.random.default_rng(seed))
    head = b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(settings)) + b"".join(settings)
    place = 0
    for name, values in tensors.items():
        # Dimensions are told innermost first.
        shape = values.shape[::-1]
        head += _text(name) + struct.pack(f"<I{len(shape)}QIQ", len(shape), *shape, 0, place)
        place += len(_padded(values.tobytes()))
    path.write_bytes(_padded(head) + b"".join(_padded(values.tobytes()) for values in tensors.values()))


def _tokens() -> list[tuple[str, int]]:
    special = [("<unk>", _UNKNOWN), ("<s>", _CONTROL), ("</s>", _CONTROL)]
    return special + [(f"<0x{byte:02X}>", _BYTE) for byte in range(256)]


def _settings() -> list[bytes]:
    tokens = _tokens()
    return [
        _pair("general.architecture", _STRING, _text("llama")),
        _pair("general.name", _STRING, _text("lille")),
        *(
            _pair(f"llama.{name}", _UINT32, struct.pack("<I", number))
            for name, number in {
                "block_count": 1,
                "context_length": CONTEXT,
                "embedding_length": WIDTH,
                "feed_forward_length": INNER,
                "attention.head_count": HEADS,
                "attention.head_count_kv": HEADS,
                "rope.dimension_count": WIDTH // HEADS,
                "vocab_size": len(tokens),
            }.items()
        ),
        _pair("llama.attention.layer_norm_rms_epsilon", _FLOAT32, struct.pack("<f", 1e-5)),
        _pair("tokenizer.ggml.model", _STRING, _text("llama")),
        _pair("tokenizer.ggml.tokens", _ARRAY, _array(_STRING, [_text(token) for token, _ in tokens])),
        _pair("tokenizer.ggml.scores", _ARRAY, _array(_FLOAT32, [struct.pack("<f", 0.0)] * len(tokens))),
        _pair("tokenizer.ggml.token_type", _ARRAY, _array(_INT32, [struct.pack("<i", kind) for _, kind in tokens])),
        *(
            _pair(f"tokenizer.ggml.{name}_token_id", _UINT32, struct.pack("<I", number))
            for number, name in enumerate(("unknown", "bos", "eos"))
        ),
        _pair("tokenizer.ggml.add_bos_token", _BOOL, struct.pack("<?", True)),
        _pair("tokenizer.chat_template", _STRING, _text(TEMPLATE)),
    ]


def _tensors(chance: np.random.Generator) -> dict[str, npt.NDArray[np.float32]]:
    def random(*shape: int) -> npt.NDArray[np.float32]:
        return chance.normal(0, 0.3, shape).astype(np.float32)

    words = len(_tokens())
    embedding, output = random(words, WIDTH), random(words, WIDTH)
    # The first number is the same for every token, so a weight on it is a bias.
    embedding[:, 0] = 1.0
    for byte, bias in {'"': 6.0, "{": 6.0, "]": 2.0, " ": -6.0, "\t": -6.0, "\n": -6.0}.items():
        output[_BYTES + ord(byte), 0] = bias
    ones = np.ones(WIDTH, dtype=np.float32)
    return {
        "token_embd.weight": embedding,
        "blk.0.attn_norm.weight": ones,
        **{f"blk.0.attn_{part}.weight": random(WIDTH, WIDTH) for part in ("q", "k", "v", "output")},
        "blk.0.ffn_norm.weight": ones,
        "blk.0.ffn_gate.weight": random(INNER, WIDTH),
        "blk.0.ffn_up.weight": random(INNER, WIDTH),
        "blk.0.ffn_down.weight": random(WIDTH, INNER),
        "output_norm.weight": ones,
        "output.weight": output,
    }


def _text(value: str) -> bytes:
    return struct.pack("<Q", len(value.encode())) + value.encode()


def _pair(name: str, kind: int, value: bytes) -> bytes:
    return _text(name) + struct.pack("<I", kind) + value


def _array(kind: int, items: list[bytes]) -> bytes:
    return struct.pack("<IQ", kind, len(items)) + b"".join(items)


def _padded(value: bytes) -> bytes:
    return value + b"\0" * (-len(value) % _ALIGNED)
