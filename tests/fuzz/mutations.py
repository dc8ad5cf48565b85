"""Ways to damage a file. Each takes the bytes and a source of chance, and gives other bytes."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from tests.fuzz.seeds import unzipped, zipped

Mutation = Callable[[bytes, random.Random], bytes]

_ODD = [0, 1, 0x7F, 0x80, 0xFF, 0xFE, 0x0A, 0x22, 0x3C, 0x28]
_ENCODINGS = [
    "utf-16",
    "utf-16-le",
    "utf-32",
    "utf-7",
    "cp1252",
    "cp850",
    "mac_roman",
    "utf-8-sig",
    "cp037",
    "shift_jis",
]


def truncate(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(1, max(2, len(data)))]


def cut_front(data: bytes, chance: random.Random) -> bytes:
    return data[chance.randrange(1, max(2, len(data))) :] or b"x"


def flip_bits(data: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(data)
    for _ in range(chance.choice([1, 4, 30, 200])):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def odd_bytes(data: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(data)
    for _ in range(chance.choice([1, 10, 100])):
        damaged[chance.randrange(len(damaged))] = chance.choice(_ODD)
    return bytes(damaged)


def delete_runs(data: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(data)
    for _ in range(chance.choice([1, 5, 20])):
        place = chance.randrange(max(1, len(damaged)))
        del damaged[place : place + chance.randrange(1, 60)]
    return bytes(damaged) or b"x"


def double_runs(data: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(data)
    for _ in range(chance.choice([1, 5, 20])):
        place = chance.randrange(len(damaged))
        damaged[place:place] = damaged[place : place + chance.choice([1, 20, 500])] * chance.choice([1, 2, 50])
    return bytes(damaged)


def shuffle_blocks(data: bytes, chance: random.Random) -> bytes:
    size = chance.choice([16, 64, 512])
    blocks = [data[n : n + size] for n in range(0, len(data), size)]
    chance.shuffle(blocks)
    return b"".join(blocks)


def null_bytes(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + bytes(chance.choice([1, 100, 5000])) + data[place:]


def other_encoding(data: bytes, chance: random.Random) -> bytes:
    return data.decode("utf-8", errors="replace").encode(chance.choice(_ENCODINGS), errors="replace")


def mixed_encodings(data: bytes, chance: random.Random) -> bytes:
    text = data.decode("utf-8", errors="replace")
    place = chance.randrange(max(1, len(text)))
    return b"".join(part.encode(chance.choice(_ENCODINGS), errors="replace") for part in (text[:place], text[place:]))


def long_line(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data))
    piece = data[place : place + chance.choice([1, 7, 40])]
    return data[:place] + piece * (chance.choice([20_000, 200_000]) // len(piece)) + data[place:]


def large_numbers(data: bytes, chance: random.Random) -> bytes:
    """Sizes, counts and offsets written as digits grow, as in PDF, XML, RTF and headers."""
    return re.sub(
        rb"\d+",
        lambda m: m[0] if chance.random() < 0.8 else str(chance.choice([0, 2**31, 2**63, 10**30])).encode(),
        data,
    )


def nested(data: bytes, chance: random.Random) -> bytes:
    """Whatever opens is opened many times over."""
    openers = re.findall(rb"<[a-zA-Z][^<>/]{0,40}>|\{|\(|\[|<<", data)
    piece = chance.choice(openers) if openers else b"<div>"
    place = data.find(piece)
    place = max(0, place)
    return data[:place] + piece * chance.choice([300, 5_000, 60_000]) + data[place:]


def inside_zip(data: bytes, chance: random.Random) -> bytes:
    """Damage one member and pack again, so that the damage reaches the reader of what is packed."""
    try:
        members = unzipped(data)
    except Exception:
        return flip_bits(data, chance)
    name = chance.choice([name for name in members if members[name]])
    members[name] = chance.choice(PLAIN)(members[name], chance)
    return zipped(members)


def without_member(data: bytes, chance: random.Random) -> bytes:
    try:
        members = unzipped(data)
    except Exception:
        return delete_runs(data, chance)
    del members[chance.choice(list(members))]
    return zipped(members)


PLAIN: tuple[Mutation, ...] = (
    truncate, cut_front, flip_bits, odd_bytes, delete_runs, double_runs, shuffle_blocks, null_bytes, other_encoding,
    mixed_encodings, long_line, large_numbers, nested,
)  # fmt: skip
PACKED: tuple[Mutation, ...] = (*PLAIN, inside_zip, inside_zip, inside_zip, without_member)


def mutations(suffix: str) -> tuple[Mutation, ...]:
    """What is done to files of a format."""
    return PACKED if suffix in {".docx", ".odt", ".xlsx", ".zip"} else PLAIN
