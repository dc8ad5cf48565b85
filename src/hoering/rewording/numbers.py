"""Numbers in running Danish text, in digits and in words, and what each is a number of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hoering.language.stopwords import stop_words

_SMALL = (
    "nul", "én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv", "tretten", "fjorten",
    "femten", "seksten", "sytten", "atten", "nitten",
)  # fmt: skip
_TENS = {
    "tyve": 20, "tredive": 30, "fyrre": 40, "halvtreds": 50, "tres": 60, "halvfjerds": 70, "firs": 80, "halvfems": 90,
}  # fmt: skip
_ORDINALS = (
    "første", "", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende", "niende", "tiende", "ellevte", "tolvte",
)  # fmt: skip
_OTHER = {
    "ét": "1", "begge": "2", "dusin": "12", "snes": "20", "halvanden": "1,5", "halvandet": "1,5", "hundrede": "100",
    "hundred": "100", "tusind": "1000", "tusinde": "1000", "million": "1000000", "millioner": "1000000",
    "milliard": "1000000000", "milliarder": "1000000000", "halvdelen": "1/2", "halvdel": "1/2", "tredjedel": "1/3",
    "tredjedele": "1/3", "fjerdedel": "1/4", "fjerdedele": "1/4",
}  # fmt: skip
WORDS: dict[str, str] = (
    {word: str(value) for value, word in enumerate(_SMALL)}
    | {word: str(value) for word, value in _TENS.items()}
    | {
        f"{'en' if value == 1 else small}og{ten}": str(value + tens)
        for value, small in enumerate(_SMALL[:10])
        for ten, tens in _TENS.items()
        if value
    }
    | {word: str(value) for value, word in enumerate(_ORDINALS, 1) if word}
    | _OTHER
)
_PARTS = "|".join(sorted({*_SMALL[2:], *_TENS, "en", "et"}, key=len, reverse=True))
# "tohundrede", "femårig", "tredobbelt": no single value, so the word itself must stand in the rows.
_COMPOSED = re.compile(
    rf"(?:(?:{_PARTS}|og)*(?:hundrede?|tusinde?)(?:{_PARTS}|og|hundrede?|tusinde?)*"
    rf"|(?:{_PARTS})-?(?:års?|årige?t?|dobbelte?t?|dele?|delte?|dages|ugers|timers|måneders|cifrede?t?))\Z"
)
_DIGITS = r"\d+(?:[.,]\d+)*"
_TOKEN = re.compile(rf"{_DIGITS}|%|[^\W\d_]+(?:-[^\W\d_]+)*|\S")
_REFERENCE = re.compile(
    r"henvendelse(?:r|n|rne)?\s+(?:nr\.?|nummer)?\s*\d+(?:\s*(?:,|–|-|\bog\b|\beller\b|\bsamt\b)\s*\d+)*(?!\d)",
    re.IGNORECASE,
)
# So many letters of the noun after a number tell it from another: "borger", "borgere", "borgernes".
_STEM = 4


class Number(NamedTuple):
    """A number: its value as digits, and the first letters of what it counts ("" where no noun follows).

    ``of`` is "#" for the number of a submission ("henvendelse 7").
    """

    value: str
    of: str


def numbers(text: str) -> Iterator[Number]:
    """Every number in a text, in reading order.

    >>> list(numbers("Tre borgere og 25 % i henvendelse 4 og 7."))
    [Number(value='4', of='#'), Number(value='7', of='#'), Number(value='3', of='borg'), Number(value='25', of='%')]
    """
    plain = unicodedata.normalize("NFC", text)
    for found in _REFERENCE.finditer(plain):
        yield from (Number(value, "#") for value in re.findall(r"\d+", found[0]))
    tokens = _TOKEN.findall(_REFERENCE.sub("henvendelse", plain))
    for place, token in enumerate(tokens):
        if value := _value(token):
            yield Number(value, _noun(tokens[place + 1 : place + 3]))


def foreign(answer: str, rows: Iterable[str]) -> str:
    """The first number an answer has that the rows do not have, or have of something else; "" without one.

    A number whose noun cannot be seen must at least stand in the rows as the number of something.
    """
    known = {number for row in rows for number in numbers(row)}
    values = {number.value for number in known if number.of != "#"}
    for number in numbers(answer):
        if number not in known and (number.of or number.value not in values):
            return number.value
    return ""


def _value(token: str) -> str:
    if token[0].isdigit() and token[0].isascii():
        # A stop before three digits parts thousands; any other is part of the number as it stands.
        return re.sub(r"\.(?=\d{3}(?!\d))", "", token)
    word = token.casefold()
    if word in WORDS:
        return WORDS[word]
    if _COMPOSED.match(word) or any(unicodedata.numeric(sign, None) is not None for sign in token):
        return word
    return ""


def _noun(after: list[str]) -> str:
    """What follows a number, past the stop of an ordinal; nothing where it is a small word or a sign."""
    following = after[1:] if after[:1] == ["."] and after[1:] and after[1].islower() else after
    word = following[0].casefold() if following else ""
    if word in ("%", "procent"):
        return "%"
    return word[:_STEM] if word.isalpha() and word not in stop_words() else ""
