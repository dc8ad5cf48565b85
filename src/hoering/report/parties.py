"""Who is behind a number: types of senders with their letters, and names in the order the profession writes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from hoering.records import Source
from hoering.report import danish
from hoering.report.labels import Labels

# A councils' and authorities' word comes before that of larger groups, and single voices come last.
_SPEAKING_ORDER = (
    "raad", "staten", "jobcenter_kommune", "uddannelse", "sundhedsvaesen", "fagforeninger", "a_kasser",
    "arbejdsgiverorganisationer", "civilsamfund", "politikere", "virksomheder", "journalist", "ukendt", "borgere",
)  # fmt: skip
NAMES_SHOWN = 12
NO_NAME = "en afsender uden navn"


def letters(labels: Labels) -> dict[str, str]:
    """A short sign for every type of sender: the first letters of its label, as many as are needed.

    >>> letters(Labels(actors={"raad": "Råd", "a": "A-kasser", "b": "Arbejdsgivere"}, stances={}, kinds={}))
    {'raad': 'R', 'a': 'A', 'b': 'AR'}
    """
    signs: dict[str, str] = {}
    for code, label in labels.actors.items():
        plain = [letter for letter in label.upper() if letter.isalpha()]
        tries = ("".join(plain[:count]) for count in range(1, len(plain) + 1))
        taken = set(signs.values())
        signs[code] = next((sign for sign in tries if sign not in taken), f"{label.upper()} {len(signs)}")
    return signs


def by_type(sources: Iterable[Source]) -> Counter[str]:
    """Submissions per type of sender."""
    return Counter(source.sender_type or "ukendt" for source in sources)


def ordered_types(counts: Mapping[str, int], labels: Labels) -> list[str]:
    """Types that have a count, in the order of the labels."""
    return sorted((code for code, count in counts.items() if count), key=labels.actor_order)


def with_counts(counts: Mapping[str, int], names: Mapping[str, str], labels: Labels, between: str = " ") -> str:
    """Types and their counts: "B 3, R 2" with letters for names, "Borgere 3, Råd 2" with labels."""
    codes = ordered_types(counts, labels)
    return ", ".join(f"{names.get(code) or labels.actor(code)}{between}{danish.number(counts[code])}" for code in codes)


def named(sources: Sequence[Source], labels: Labels) -> str:
    """Senders as a sentence names them: organisations by name, citizens by how many submissions they sent.

    "Handicaprådet, Ravnsø Erhvervsforum og borgere (3 henvendelser)".
    """
    ordered = sorted(sources, key=lambda s: (speaking(s), s.number))
    names = list(dict.fromkeys(s.sender or NO_NAME for s in ordered if s.sender_type != labels.private))
    private = sum(s.sender_type == labels.private for s in ordered)
    if len(names) > NAMES_SHOWN:
        rest = danish.counted(len(names) - NAMES_SHOWN, "afsender mere", "afsendere mere")
        names = [*names[:NAMES_SHOWN], rest]
    if private:
        names.append(f"{labels.actor(labels.private).lower()} ({danish.sources(private)})")
    return danish.listed(names)


def speaking(source: Source) -> int:
    """Sort key of the order the profession writes senders in."""
    code = source.sender_type or "ukendt"
    return _SPEAKING_ORDER.index(code) if code in _SPEAKING_ORDER else len(_SPEAKING_ORDER) - 2
