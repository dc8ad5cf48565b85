"""What the secretariat decides on masking: ``anonymisering.yaml`` beside the raw documents.

Without the file the defaults hold: elected politicians and leaders named by their title stay named,
everybody else is masked. See ``docs/adr/0003-privacy-gate.md`` for an example.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from hoering.errors import CodebookError, RulesError
from hoering.patterns import parse
from hoering.pseudonymise.finding import NameFinding

RULES_FILE = "anonymisering.yaml"
BY_RULE = "regel: skjul"

Choice = Literal["bevar", "skjul"]
_LARGEST = 1_000_000

_MESSAGES = {
    "extra_forbidden": "ukendt nøgle",
    "literal_error": "skal være »bevar« eller »skjul«",
    "missing": "mangler",
    "model_type": "skal være et navn eller »navn« og »hvorfor«",
    "string_too_short": "er tom",
    "string_type": "skal være tekst",
    "too_short": "skal være mindst to navne",
    "tuple_type": "skal være en liste (en linje pr. navn med »- « foran)",
}


def _normal(value: object) -> object:
    return " ".join(unicodedata.normalize("NFC", value).split()) if isinstance(value, str) else value


Name = Annotated[str, Field(min_length=1), BeforeValidator(_normal)]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Kept(_Entry):
    """A name that stays, and the reason that the audit sheet shows."""

    navn: Name
    hvorfor: str = ""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        """``- Karen Holm`` is short for ``- navn: Karen Holm``."""
        return {"navn": value} if isinstance(value, str) else value


class Rules(_Entry):
    """The rules of one consultation; keys are Danish because the file is the secretariat's.

    ``bevar`` stays named; ``skjul`` is always masked, also where a title or list would keep it;
    ``samme_person`` are lists of names that are one person's, the first the one to go by;
    ``offentlige_titler`` are patterns (`hoering.patterns`) of titles whose holders stay named;
    ``politikere``, ``ledere`` (leaders by title) and ``ansatte`` (staff without a leader's title) say
    whether those stay named.
    """

    bevar: tuple[Kept, ...] = ()
    skjul: tuple[Name, ...] = ()
    samme_person: tuple[Annotated[tuple[Name, ...], Field(min_length=2)], ...] = ()
    offentlige_titler: tuple[Name, ...] = ()
    politikere: Choice = "bevar"
    ledere: Choice = "bevar"
    ansatte: Choice = "skjul"

    @model_validator(mode="after")
    def _consistent(self) -> Rules:
        hidden = {name.casefold() for name in self.skjul}
        if any(kept.navn.casefold() in hidden for kept in self.bevar):
            raise ValueError("samme navn står både under »bevar« og »skjul«")
        grouped = [name.casefold() for group in self.samme_person for name in group]
        if len(grouped) != len(set(grouped)):
            raise ValueError("et navn står i to grupper under »samme_person«")
        return self

    def stays(self, public: Mapping[str, str]) -> dict[str, str]:
        """The names of persons that stay and why: what titles tell (``public``), ``bevar``, less ``skjul``."""
        named = {kept.navn: _why(kept) for kept in self.bevar if " " in kept.navn}
        hidden = [re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE) for name in self.skjul]
        return {n: why for n, why in (dict(public) | named).items() if not any(h.search(n) for h in hidden)}

    def words_that_stay(self) -> frozenset[str]:
        """Single words under ``bevar``: they stay where they stand alone, not as a part of a longer name."""
        return frozenset(kept.navn for kept in self.bevar if " " not in kept.navn)

    def hidden(self, text: str) -> Iterator[NameFinding]:
        """Where names and words under ``skjul`` stand, in any letters; a genitive -s is left outside."""
        for name in sorted(self.skjul, key=lambda n: (-len(n), n)):
            words = r"\s+".join(map(re.escape, name.split()))
            for match in re.finditer(rf"(?<!\w){words}(?=s?(?!\w))", text, re.IGNORECASE):
                yield NameFinding(match.start(), match.end(), name, BY_RULE)

    def aliases(self) -> dict[str, str]:
        """Every name of a ``samme_person`` group, in small letters, and the name it goes by."""
        return {name.casefold(): group[0] for group in self.samme_person for name in group}


def _why(kept: Kept) -> str:
    return f"regel: {kept.hvorfor}" if kept.hvorfor else "regel: bevar"


def load_rules(folder: Path) -> Rules:
    """The rules beside a consultation's documents; the defaults where there is no file.

    Raises:
        RulesError: the file cannot be read or breaks a rule; the Danish message says line and key.
    """
    path = folder / RULES_FILE
    if not path.is_file():
        return Rules()
    try:
        if path.stat().st_size > _LARGEST:
            raise RulesError(f"{RULES_FILE} er for stor (over 1 MB).")
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RulesError(f"{RULES_FILE} kan ikke læses; gem den som UTF-8.") from error
    return parse_rules(text)


def parse_rules(text: str) -> Rules:
    """Rules from the text of the file; see `load_rules`. An empty text is the defaults."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        data = yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"linje {mark.line + 1}" if mark else "ukendt sted"
        # Not what YAML says: it may quote the line, and the line is a name.
        raise RulesError(f"{RULES_FILE} er ikke gyldig YAML: {where}.") from None
    if data is None:
        return Rules()
    if not isinstance(data, dict):
        raise RulesError(f"{RULES_FILE} skal bestå af nøgler som »bevar:« og »skjul:«.")
    _refuse_doubles(root)
    try:
        rules = Rules.model_validate(data)
    except ValidationError as error:
        raise RulesError(_message(error, root)) from None  # pydantic's own text quotes names
    _check_titles(rules, root)
    return rules


def _message(error: ValidationError, root: yaml.Node | None) -> str:
    first = error.errors()[0]
    location = [part for part in first["loc"] if part != "navn" or first["type"] != "missing"]
    message = _MESSAGES.get(first["type"], first["msg"].removeprefix("Value error, "))
    return _place(root, location) + message + "."


def _check_titles(rules: Rules, root: yaml.Node | None) -> None:
    for number, title in enumerate(rules.offentlige_titler):
        try:
            parse(title, code="anonymisering", weight=1.0)
        except CodebookError:
            where = _place(root, ("offentlige_titler", number))
            raise RulesError(f"{where}mønsteret er ikke et helt mønster.") from None


def _refuse_doubles(root: yaml.Node | None) -> None:
    """YAML itself would keep the last of two keys and drop the other's names."""
    seen: set[str] = set()
    for key, _ in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value in seen:
            raise RulesError(f"{RULES_FILE}, linje {key.start_mark.line + 1}: nøglen »{key.value}« står to gange.")
        seen.add(key.value)


def _place(root: yaml.Node | None, location: Sequence[int | str]) -> str:
    """``anonymisering.yaml, linje 4, skjul, nr. 2: ``."""
    keys = [f"nr. {part + 1}" if isinstance(part, int) else str(part) for part in location]
    line = _line(root, location)
    return ", ".join([RULES_FILE, *([f"linje {line}"] if line else []), *keys]) + ": "


def _line(node: yaml.Node | None, location: Iterable[int | str]) -> int:
    """The line on which the deepest part of a location stands that is there; 0 without one."""
    line = 0
    for part in location:
        if isinstance(node, yaml.MappingNode):
            pair = next(((key, value) for key, value in node.value if key.value == part), None)
            if pair is None:
                break
            line, node = pair[0].start_mark.line + 1, pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            line = node.start_mark.line + 1
    return line
