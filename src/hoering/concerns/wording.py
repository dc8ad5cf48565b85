"""A claim in one Danish sentence, made of names and labels and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field

from hoering.codebook import Codebook
from hoering.concerns.records import Target

UNKNOWN = "ukendt"
_NOBODY = "Ukendt afsender"
_LABEL = 3

_WITH_TARGET = {
    "kritik": "kritiserer {target}{about}",
    "forslag": "ønsker noget af {target}{about}",
    "stoette": "støtter {target}{about}",
}
_MISSED = "savner {target}{about}"
_OWN = {"forslag": "vil selv gøre noget{about}", "kritik": "kritiserer sine egne{about}"}
_WITHOUT = {
    "kritik": "kritiserer noget{about}",
    "forslag": "ønsker noget{about}",
    "stoette": "støtter noget{about}",
}


@dataclass(slots=True)
class Wording:
    """Writes claims by a codebook's labels."""

    book: Codebook
    _actors: dict[str, str] = field(init=False)
    _themes: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self._actors = {code.id: code.label for code in self.book.actors}
        self._themes = {code.id: code.label for code in self.book.themes}

    def claim(
        self, *, voice: str, speaker: str, sender: str, sender_type: str, stance: str, theme: str, target: Target
    ) -> str:
        """Such as "Enhedslisten (politikere) savner fagforeninger og a-kasser"; all but the names are codes.

        A theme that has the target's own name is not said twice.
        """
        codes = [code for code in (target.code, *target.others) if code]
        named = [_small(self._actors.get(code, code)) for code in codes]
        label = self._themes.get(theme, theme)
        about = f" om »{label}«" if label and _small(label) not in named else ""
        told = _clause(stance, target, voice).format(target=_listed(named), about=about)
        return f"{self.who(voice=voice, speaker=speaker, sender=sender, sender_type=sender_type)} {told}."

    def who(self, *, voice: str, speaker: str, sender: str, sender_type: str) -> str:
        """Who claims: the speaker or else the sender, with the party; a party only reported is named alone."""
        label = self._actors.get(voice, "")
        own = voice in ("", UNKNOWN, sender_type)
        # "IP" and "S" are labels in a transcript and name nobody.
        named = speaker if len(speaker.strip("[]")) > _LABEL else ""
        name = named or (sender if own else label) or _NOBODY
        if not label or _small(name) == _small(label):
            return name
        return f"{name[:-1]}, {_small(label)})" if name.endswith(")") else f"{name} ({_small(label)})"


def _clause(stance: str, target: Target, voice: str) -> str:
    if not target.code:
        return _WITHOUT[stance]
    if target.missed:
        return _MISSED
    return _OWN.get(stance, _WITH_TARGET[stance]) if target.code == voice else _WITH_TARGET[stance]


def _small(label: str) -> str:
    """A label inside a sentence: small first letter, but not in "FH"."""
    return label[:1].lower() + label[1:] if label[1:2].islower() or label[1:2] == "-" else label


def _listed(names: list[str]) -> str:
    return " og ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
