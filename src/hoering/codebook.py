"""The codebook: what is coded, how each code is explained to people, and which patterns suggest it.

A codebook is one YAML file (see ``codebooks/beskaeftigelse.yaml``). Another domain is another file.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from hoering.errors import CodebookError
from hoering.patterns import Pattern, parse

DEFAULT = "beskaeftigelse"

Text = Annotated[str, Field(min_length=1)]

_MESSAGES = {
    "extra_forbidden": "ukendt nøgle",
    "invalid_key": "nøglen skal være tekst",
    "missing": "mangler",
    "model_type": "skal være en kode med id, label og definition",
    "string_pattern_mismatch": "må kun bestå af små bogstaver a-z, tal og _ og skal begynde med et bogstav",
    "string_too_short": "er tom",
    "string_type": "skal være tekst",
    "tuple_type": "skal være en liste",
}


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Code(_Entry):
    """One code: its Danish label and definition for people, its patterns for the machine.

    The four lists hold patterns (see `hoering.patterns`) by what they weigh: a ``strong``
    pattern is enough alone, two ``medium`` or three ``weak`` ones are, ``against`` speaks against.
    """

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    label: Text
    definition: Text
    include: str = ""
    exclude: str = ""
    examples: tuple[Text, ...] = ()
    counterexamples: tuple[Text, ...] = ()
    strong: tuple[Text, ...] = ()
    medium: tuple[Text, ...] = ()
    weak: tuple[Text, ...] = ()
    against: tuple[Text, ...] = ()

    def patterns(self) -> list[Pattern]:
        """The code's patterns, parsed. Raises `CodebookError` for one that cannot be read."""
        weighted = ((self.strong, 3.0), (self.medium, 2.0), (self.weak, 1.0), (self.against, -3.0))
        return [parse(t, code=self.id, weight=w) for texts, w in weighted for t in texts]


class ActorCode(Code):
    """A party: spoken about (patterns), speaking (``roles``) or sending (``senders``).

    ``roles`` are titles as they stand by a name ("jobcenterchef"); ``senders`` are words in the name
    of an organisation ("a-kasse", "A/S"). Both are patterns. ``public`` titles belong to people who
    act in office and stay named.
    """

    roles: tuple[Text, ...] = ()
    senders: tuple[Text, ...] = ()
    public: tuple[Text, ...] = ()


class Codebook(_Entry):
    """A whole codebook, checked.

    ``authority`` is the actor that holds the hearing and asks the questions, ``private`` the actor a
    masked person belongs to.
    """

    id: Text
    label: Text
    version: Text
    lexicon: str = ""
    authority: str = "jobcenter_kommune"
    private: str = "borgere"
    themes: tuple[Code, ...]
    actors: tuple[ActorCode, ...]
    stances: tuple[Code, ...]
    lexicon_patterns: tuple[Pattern, ...] = ()

    @model_validator(mode="after")
    def _unique(self) -> Codebook:
        for kind in ("themes", "actors", "stances"):
            ids = [code.id for code in getattr(self, kind)]
            if twice := sorted({i for i in ids if ids.count(i) > 1}):
                raise ValueError(f"koden »{twice[0]}« står to gange under {kind}")
        return self

    def theme_patterns(self) -> list[Pattern]:
        """Patterns of all themes, those of the lexicon included."""
        own = [p for code in self.themes for p in code.patterns()]
        known = {(p.code, p.text) for p in own}
        return own + [p for p in self.lexicon_patterns if (p.code, p.text) not in known]

    def label_of(self, code: str) -> str:
        """Danish label of any code, or the id itself where it is unknown."""
        for entry in (*self.themes, *self.actors, *self.stances):
            if entry.id == code:
                return entry.label
        return code


class _DuplicateKeyError(yaml.constructor.ConstructorError):
    pass


class _Loader(yaml.SafeLoader):
    """Refuses a key that stands twice in a code: YAML itself would silently keep the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise _DuplicateKeyError(None, None, f"nøglen »{key.value}« står to gange", key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


def load(name_or_path: str | Path = DEFAULT) -> Codebook:
    """Load a shipped codebook by name or any codebook by path.

    Raises:
        CodebookError: the file is missing, is not YAML, or breaks a rule; the message says where.
    """
    path = _locate(name_or_path)
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # a SafeLoader
    except yaml.YAMLError as error:
        raise CodebookError(f"Kodebogen {path.name} er ikke gyldig YAML: {_place(error)}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise CodebookError(f"Kodebogen {path.name} kan ikke læses.") from error
    if not isinstance(data, dict):
        raise CodebookError(f"Kodebogen {path.name} er tom eller har ikke den rette form.")
    try:
        book = Codebook.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(_where(first["loc"], data)) or "roden"
        message = _MESSAGES.get(first["type"], first["msg"].removeprefix("Value error, "))
        raise CodebookError(f"Kodebogen {path.name}: fejl ved {where}: {message}") from error
    _check_patterns(path, book)
    return book.model_copy(update={"lexicon_patterns": _lexicon(path, book)})


def _locate(name_or_path: str | Path) -> Path:
    path = Path(name_or_path)
    if path.suffix in {".yaml", ".yml"}:
        if not path.is_file():
            raise CodebookError(f"Kodebogen {path.name} findes ikke.")
        return path
    shipped = Path(str(resources.files("hoering") / "codebooks" / f"{name_or_path}.yaml"))
    if not shipped.is_file():
        raise CodebookError(f"Der følger ingen kodebog med navnet »{name_or_path}« med hoering.")
    return shipped


def _place(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    where = f"linje {mark.line + 1}" if mark else "ukendt sted"
    return f"{where}, {error.problem}" if isinstance(error, _DuplicateKeyError) else where


def _where(location: Sequence[int | str], data: Any) -> list[str]:
    """The way to a fault, with the id of a code in place of its number in the list."""
    names: list[str] = []
    for part in location:
        if isinstance(part, int):
            data = data[part]
            names.append(str(data["id"]) if isinstance(data, dict) and "id" in data else str(part + 1))
        else:
            data = data.get(part)
            names.append(part)
    return names


def _check_patterns(path: Path, book: Codebook) -> None:
    try:
        for code in (*book.themes, *book.actors, *book.stances):
            code.patterns()
        for actor in book.actors:
            for text in (*actor.roles, *actor.senders, *actor.public):
                parse(text, code=actor.id, weight=1.0)
    except CodebookError as error:
        raise CodebookError(f"Kodebogen {path.name}: {error}") from error


def _lexicon(path: Path, book: Codebook) -> tuple[Pattern, ...]:
    """Patterns from the tab-separated file the codebook names: code, word or words, weight."""
    if not book.lexicon:
        return ()
    file = path.parent / book.lexicon
    if not file.is_file():
        raise CodebookError(f"Kodebogen {path.name} nævner ordlisten {book.lexicon}, som ikke findes.")
    known = {code.id for code in book.themes}
    patterns = []
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CodebookError(f"Ordlisten {book.lexicon} kan ikke læses.") from error
    for number, row in enumerate(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), 1):
        if len(row) != 3 or row[0] not in known:
            raise CodebookError(f"{book.lexicon}, linje {number}: ventede kode, ord og vægt.")
        try:
            patterns.append(parse(row[1], code=row[0], weight=float(row[2])))
        except ValueError as error:
            raise CodebookError(f"{book.lexicon}, linje {number}: vægten »{row[2]}« er ikke et tal.") from error
        except CodebookError as error:
            raise CodebookError(f"{book.lexicon}, linje {number}: {error}") from error
    return tuple(patterns)
