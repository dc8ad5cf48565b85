"""Learn from the decisions in a project, and ask for more of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from hoering.codebook import Codebook
from hoering.coding.protocol import WeighingCoder
from hoering.errors import DecisionsError
from hoering.learning import sheet
from hoering.learning.decisions import DecidedKind
from hoering.learning.evidence import Evidence, evidence
from hoering.learning.layer import Layer, drop_layer, save_layer
from hoering.learning.material import LastRun
from hoering.learning.places import Place
from hoering.learning.placing import placed
from hoering.learning.reading import read_decisions
from hoering.learning.residual import Residual
from hoering.learning.sample import ask
from hoering.learning.sheet import find_sheet, read_rows, with_rows
from hoering.learning.trial import Trial, learn_all, trials
from hoering.tables import write_files


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """What came of learning: the decisions used, what was set aside (Danish), a trial per kind, and the layer."""

    decisions: int
    told: tuple[str, ...]
    trials: tuple[Trial, ...]
    layer: Layer | None
    folder: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """The table of decisions after it was added to; ``waiting`` sentences were in it without a decision before."""

    path: Path
    sentences: int
    waiting: int


def learn(
    processed: Path, book: Codebook, nlp: Language, base: WeighingCoder, also_versions: Sequence[str] = ()
) -> Learned:
    """Learn from people's decisions on the last run, measure it, and keep it where it helps.

    Args:
        processed: folder with the tables of the last run and the table of decisions.
        book: the codebook of that run.
        nlp: the language pipeline of that run.
        base: the coder to build upon, without anything learned.
        also_versions: other versions of the codebook whose decisions are taken along.

    Raises:
        DecisionsError: there is no run or no decision, or the decisions have faults; what was learned before stays.
    """
    path = find_sheet(processed)
    if path is None:
        raise DecisionsError(
            f"Der er ingen {sheet.XLSX} eller {sheet.CSV} i {processed}. »hoering learn --skema« laver en."
        )
    run = _run(processed, book)
    read = read_decisions(path, book, also_versions)
    there = placed(read, run.sentence_texts(), path.name)
    if not there.items:
        told = "".join(f"\n  - {line}" for line in there.told)
        raise DecisionsError(f"{path.name} rummer ingen beslutninger, der kan bruges.{told}")
    found = evidence(run.material(nlp, {item.document for item in there.items}), there.items, book, base)
    measured = trials(found, book)
    # Without other versions, as a run reads them: so it can tell whether anything was decided since.
    layer = _layer(found, measured, book, base, read_decisions(path, book).digest)
    folder = save_layer(processed, book, layer) if layer else None
    if layer is None:
        drop_layer(processed, book, base.name)
    return Learned(decisions=len(there.items), told=there.told, trials=tuple(measured), layer=layer, folder=folder)


def _layer(
    found: Evidence, measured: Sequence[Trial], book: Codebook, base: WeighingCoder, digest: str
) -> Layer | None:
    """What was learned about the codes for which it helps; None where there is none."""
    left = {trial.kind: trial.left for trial in measured if trial.switched}
    if not left:
        return None
    vocabulary, learned = learn_all(found, book)
    kept: dict[DecidedKind, dict[str, Residual]] = {
        kind: {code: item for code, item in codes.items() if code not in left[kind]}
        for kind, codes in learned.items()
        if kind in left
    }
    return Layer(codebook=book.stamp, base=base.name, decisions=digest, vocabulary=vocabulary, learned=kept)


def fill_sheet(processed: Path, book: Codebook, nlp: Language, coder: WeighingCoder, sentences: int) -> Filled:
    """Add sentences to decide on to the table, until so many wait in it; what stands in it is left as it is.

    Args:
        processed: folder with the tables of the last run.
        book: the codebook of that run.
        nlp: the language pipeline of that run.
        coder: the coder in use.
        sentences: how many sentences are to wait for a decision.

    Raises:
        DecisionsError: there is no run, or the table there is cannot be read; it is not written over.
    """
    run = _run(processed, book)
    path = find_sheet(processed)
    listed, waiting = _listed(path, book)
    rows = ask(run.material(nlp), coder, book, sentences=max(0, sentences - len(waiting)), leave_out=listed)
    target = path or processed / sheet.XLSX
    if rows or path is None:
        write_files({target: with_rows(path, rows)})
    added = {(row[sheet.DOCUMENT], row[sheet.START]) for row in rows}
    return Filled(path=target, sentences=len(added), waiting=len(waiting))


def _run(processed: Path, book: Codebook) -> LastRun:
    run = LastRun.read(processed)
    if run.stamps - {book.stamp}:
        coded = ", ".join(f"»{stamp}«" for stamp in sorted(run.stamps))
        raise DecisionsError(
            f"Den seneste kørsel er kodet med {coded}, ikke med »{book.stamp}«. Kør »hoering run« igen, eller vælg "
            "den kodebog med --kodebog."
        )
    return run


def _listed(path: Path | None, book: Codebook) -> tuple[set[Place], set[Place]]:
    """The sentences in the table, and those of this codebook and version among them with no decision at all."""
    listed: set[Place] = set()
    decided: set[Place] = set()
    for row in read_rows(path) if path else []:
        start, end = row[sheet.START], row[sheet.END]
        if row[sheet.STAMP] == book.stamp and start.isdecimal() and end.isdecimal():
            place = row[sheet.DOCUMENT], int(start), int(end)
            listed.add(place)
            if row[sheet.VERDICT] or row[sheet.CORRECTED] or row[sheet.COMPLETE]:
                decided.add(place)
    return listed, listed - decided
