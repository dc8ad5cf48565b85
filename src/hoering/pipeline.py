"""Composes the stages of a run: raw documents in, tables and reports out; `assigning` does so for new documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import metadata
from pathlib import Path

import pandas as pd
from spacy.language import Language

from hoering import codebook, language, report, tables
from hoering.appendix import appendix_file
from hoering.codebook import Codebook
from hoering.coded import Coded, Coders, MakeCoder, code_texts
from hoering.codes import codes_frame
from hoering.coding import SentenceCoder
from hoering.coding.registry import AUTO
from hoering.concerns import concerns_frame
from hoering.duplicates import Passage, copies_frame, groups_frame, passages_frame
from hoering.endorsements import Endorsement, Register, find_endorsements
from hoering.errors import HoeringError, NothingReadError
from hoering.inputs import choices_of, input_hashes, nothing_read, own_files, own_list, topic_input
from hoering.intake import Intake, Said, intake
from hoering.language.gazetteer import OWN_LIST, own_names
from hoering.material import Material
from hoering.own_text import own_passages, placed
from hoering.positions import Position, claims_of, find_positions, joinings, members_frame, positions_frame
from hoering.progress import Stage, silent
from hoering.project import (
    MANIFEST,
    Project,
    RunManifest,
    Settings,
    code_hash,
    fingerprint,
    is_finished,
    sha256_of,
    versions,
)
from hoering.pseudonymise.audit_sheet import audit_bytes
from hoering.pseudonymise.key_file import AUDIT_FILE, KEY_FILE, key_bytes, write_confidential
from hoering.pseudonymise.rules import RULES_FILE, Rules, load_rules
from hoering.read import Found, find_files
from hoering.register import REGISTER, Choices, register_bytes
from hoering.run_result import REPORTS, result_of
from hoering.run_result import RunResult as RunResult
from hoering.texts import texts_frame
from hoering.themes import themes
from hoering.topics import finding, store
from hoering.topics.choices import TopicChoices, read_choices
from hoering.topics.finding import MODEL_FOLDER
from hoering.topics.passages import passages
from hoering.topics.uncovered import coverage, uncovered


def run(
    raw: str | Path,
    out: str | Path | None = None,
    *,
    codebook_name: str | Path = codebook.DEFAULT,
    coder: str | MakeCoder = AUTO,
    model: str | None = None,
    topics: bool = True,
    force: bool = False,
    stage: Stage = silent,
) -> RunResult:
    """Read a folder, code it, and write tables and reports.

    Args:
        raw: folder with raw documents, any tree.
        out: root of the results (``out/data/processed``, ``out/reports``); without it the project the
            folder lies in.
        codebook_name: a shipped codebook's name, or a YAML file.
        coder: who suggests codes: a name for `hoering.coding.registry.make_coder`, or what makes one for a codebook.
        model: a spaCy pipeline's name or path; see `hoering.language.load`.
        topics: look for topics the passages suggest (`hoering.topics`).
        force: run also where the same input has been run before.
        stage: how progress is shown, see `hoering.progress`.

    Returns:
        Where the results lie and what was read, set aside and found.

    Raises:
        NothingReadError: nothing in the folder could be read; only tables are written, no report.
        HoeringError: the codebook, the model or the output folder is at fault; nothing is written.
    """
    folder = Path(raw)
    project = Project.of(folder, Path(out) if out is not None else None)
    book = codebook.load(codebook_name)
    task = _task(folder, project, book, coder, model, topics)
    skipped = not force and is_finished(project, task.wanted)
    if not skipped:
        _carry_out(task, stage)
    result = result_of(project, model=language.describe(task.nlp), skipped=skipped)
    if not result.statuses.get("used"):
        raise nothing_read(folder, result.problems)
    return result


@dataclass(frozen=True, slots=True)
class _Task:
    """What a run reads and how it is set, before it is known whether there is anything to do.

    Attributes:
        names: the user's own list of names, where there is one.
        choices: what a person may write in the register.
        topics: what people chose about topics; None where none are looked for.
        wanted: the fingerprint that the results will have.
    """

    project: Project
    found: Sequence[Found]
    said: Said
    names: Path | None
    rules: Rules
    nlp: Language
    coders: Coders
    choices: Choices
    topics: TopicChoices | None
    settings: Settings
    wanted: str


def _task(
    folder: Path, project: Project, book: Codebook, coder: str | MakeCoder, model: str | None, topics: bool
) -> _Task:
    names, rules = own_list(folder), load_rules(folder)
    nlp = language.load(model, gazetteer=names)
    beside = {(folder / OWN_LIST).resolve(), (folder / RULES_FILE).resolve()}
    found = find_files(folder, leave_out=own_files(project) | beside)
    if not found:
        raise NothingReadError(f"Mappen {folder} er tom.")
    coders = Coders.of(coder, book, project.processed)
    settings, choices = _settings(book, nlp, coders.by), choices_of(book)
    said = Said.read(folder, project.processed / REGISTER, choices)
    chosen = read_choices(project.processed) if topics else None
    inputs = [*input_hashes(folder, found, said), *coders.people.inputs(), topic_input(chosen)]
    wanted = fingerprint(inputs, settings)
    return _Task(project, found, said, names, rules, nlp, coders, choices, chosen, settings, wanted)


def _carry_out(task: _Task, stage: Stage) -> None:
    """Read, code, and write everything, the manifest last."""
    organisations = own_names(task.names) if task.names else frozenset()
    safe = intake(
        task.found,
        task.said,
        book=task.coders.book,
        nlp=task.nlp,
        organisations=organisations,
        rules=task.rules,
        stage=stage,
    )
    files = _safe_half(task, safe, stage)
    register = register_bytes(safe.sources, safe.corrections, task.choices)
    # First of all: a run whose manifest is written is finished, and this would then never be.
    confidential = {KEY_FILE: key_bytes(safe.people), AUDIT_FILE: audit_bytes(safe.audit)}
    write_confidential(task.project.confidential, confidential, set_aside=[AUDIT_FILE])
    _write(task, files, register, safe)


def _settings(book: Codebook, nlp: Language, coder: SentenceCoder) -> Settings:
    return Settings(
        hoering=metadata.version("hoering"),
        code=code_hash(),
        model=f"{nlp.meta['lang']}_{nlp.meta['name']}",
        model_version=str(nlp.meta["version"]),
        model_sha256=language.sha256_of_model(nlp),
        codebook=book.id,
        codebook_version=book.version,
        codebook_sha256=sha256_of(book.model_dump_json().encode() + repr(book.lexicon_patterns).encode()),
        coder=coder.name,
    )


def _safe_half(task: _Task, safe: Intake, stage: Stage) -> dict[Path, bytes]:
    """Segment, annotate, code, gather themes and render: what is written, by path."""
    project, book = task.project, task.coders.book
    coded = code_texts(safe.used, task.coders, task.nlp, stage)
    own = own_passages(safe)
    found = themes(coded.codings, safe.sources, book, own)
    joins = _endorsements(safe)
    positions = _positions(safe, coded, own, joins, book)
    topics = _topics(coded, safe, own, task.topics, stage)
    problems = [*safe.problems, *coded.problems, *topics.problems]
    codings = [*coded.codings, *finding.topic_codings(topics, coded.segments, coded.codings)]
    frames = {
        "documents": tables.records_frame("documents", safe.sources),
        "segments": tables.records_frame("segments", coded.segments),
        "codings": tables.records_frame("codings", codings),
        "removals": tables.records_frame("removals", safe.removals),
        "problems": tables.records_frame("problems", problems),
        "flags": tables.records_frame("flags", safe.flags),
        "endorsements": tables.records_frame("endorsements", joins),
        "copies": copies_frame(safe.gathered.copies),
        "groups": groups_frame(safe.gathered.copies),
        "own_passages": passages_frame(own, {item.source: item.repeats for item in placed(safe) if item.repeats}),
        "themes": tables.themes_frame(found),
        "concerns": concerns_frame(coded.concerns),
        "positions": positions_frame(positions),
        "position_members": members_frame(positions),
        "decisions": tables.records_frame("decisions", coded.decided),
        "codes": codes_frame(book),
        "texts": texts_frame(safe.used),
    }
    frames |= _topic_frames(topics, frames["codings"], frames["segments"])
    papers = _papers(Material(frames, task.settings), stage) if safe.used else report.Papers(files={})
    frames["problems"] = tables.records_frame("problems", [*problems, *papers.problems])
    files = {project.processed / f"{n}.parquet": tables.parquet_bytes(f) for n, f in frames.items()}
    files |= {project.processed / MODEL_FOLDER / name: data for name, data in store.dumped(topics.model).items()}
    return files | {project.reports / name: data for name, data in papers.files.items()}


def _papers(material: Material, stage: Stage) -> report.Papers:
    with stage("Skriver rapporter", len(REPORTS)) as advance:
        papers, appendix = report.theme_papers(material, advance=advance), appendix_file(material)
        advance(1)
    return replace(
        papers,
        files={**papers.files, **appendix.files},
        problems=tuple(dict.fromkeys([*papers.problems, *appendix.problems])),
    )


def _topics(
    coded: Coded, safe: Intake, own: Mapping[str, Sequence[Passage]], choices: TopicChoices | None, stage: Stage
) -> finding.Found:
    """Topics of the passages; why there are none is a note and stops no run."""
    if choices is None:
        return finding.nothing("Kørt uden emner.")
    # Who stays named, and names that masking may have missed somewhere: none of them is a key word.
    named = [row.name for row in safe.audit.kept] + [name for person in safe.people for name in person.names]
    found = passages(coded.segments, safe.sources, own)
    try:
        return finding.find(found, choices, named, stage)
    except HoeringError as error:
        return finding.nothing(str(error))


def _topic_frames(found: finding.Found, codings: pd.DataFrame, segments: pd.DataFrame) -> dict[str, pd.DataFrame]:
    overlaps = coverage(found.assignments, codings, segments)
    new = set(uncovered(found.assignments, codings, segments))
    return {
        "topics": tables.records_frame("topics", finding.topic_rows(found, overlaps, new)),
        "topic_assignments": tables.records_frame("topic_assignments", finding.assignment_rows(found)),
        "topic_examples": tables.records_frame("topic_examples", finding.example_rows(found)),
    }


def _positions(
    safe: Intake, coded: Coded, own: Mapping[str, Sequence[Passage]], joins: Sequence[Endorsement], book: Codebook
) -> list[Position]:
    """Claims that say the same, with those who join the answers they stand in."""
    texts = {text.source.source: text for text in safe.used}
    joining = joinings(joins, texts, coded.codings, {code.id for code in book.actors})
    claims = claims_of(coded.concerns, coded.codings)
    return find_positions(claims, safe.sources, book, own=own, joinings=joining)


# Kinds whose writers answer, and may answer by joining somebody else's answer.
_ANSWERING = {"hoeringssvar", "debat", "survey", "ukendt"}


def _endorsements(safe: Intake) -> list[Endorsement]:
    """Where a source joins another's answer, with the places in the raw text."""
    register = Register(safe.gathered.writers)
    found: list[Endorsement] = []
    for text in safe.used:
        source = text.source
        if source.kind in _ANSWERING:
            first, _ = text.view.to_view(source.start, source.end)
            for item in find_endorsements(source.source, text.view.quote(source.start, source.end), register):
                start, end = text.view.to_raw(first + item.start, first + item.end)
                found.append(replace(item, start=start, end=end))
    return found


def _write(task: _Task, files: Mapping[Path, bytes], register: bytes, safe: Intake) -> None:
    project = task.project
    manifest = RunManifest(
        fingerprint=task.wanted,
        settings=task.settings,
        versions=versions(),
        inputs={s.document: s.sha256 for s in safe.sources},
        outputs={path.relative_to(project.root).as_posix(): sha256_of(data) for path, data in files.items()},
    )
    # The register is no output in the manifest's sense: a person changes it, and that makes no run unfinished.
    tables.write_files(
        {**files, project.processed / REGISTER: register, project.processed / MANIFEST: manifest.to_json()}
    )
