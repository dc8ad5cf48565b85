"""The only module that composes stages: a folder of raw documents in, tables and reports out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import metadata
from pathlib import Path

import pandas as pd
from spacy.language import Language

from hoering import codebook, language, report, tables
from hoering.appendix import APPENDIX, appendix_file
from hoering.codebook import Codebook
from hoering.coded import Coded, Coders, MakeCoder, code_texts
from hoering.codes import codes_frame
from hoering.coding import SentenceCoder
from hoering.coding.registry import AUTO
from hoering.concerns import concerns_frame
from hoering.duplicates import Likeness, Passage, copies_frame, groups_frame, in_raw, passages_frame
from hoering.endorsements import Endorsement, Register, find_endorsements
from hoering.errors import HoeringError, NothingReadError
from hoering.intake import Intake, Said, intake
from hoering.language.gazetteer import OWN_LIST, own_names
from hoering.material import Material
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
from hoering.pseudonymise.rules import RULES_FILE, load_rules
from hoering.read import SOURCE_LIST, Found, file_hash, find_files
from hoering.records import Problem
from hoering.register import REGISTER, Choices, register_bytes
from hoering.segment import segment
from hoering.texts import texts_frame
from hoering.themes import themes
from hoering.topics import finding, store
from hoering.topics.choices import CHOICES_FILE, TopicChoices, read_choices
from hoering.topics.finding import MODEL_FOLDER
from hoering.topics.model import TopicModel
from hoering.topics.of_run import model_of_run
from hoering.topics.passages import passages
from hoering.topics.uncovered import coverage, uncovered

# The topics of new documents, for a spreadsheet.
NEW_TOPICS = "emner_nye.csv"

HTML_REPORT = f"{report.THEME_REPORT}.html"
WORD_REPORT = f"{report.THEME_REPORT}.docx"
REPORTS = (HTML_REPORT, WORD_REPORT, f"{report.THEME_REPORT}.md", APPENDIX)

# What lies among the tables and is neither input nor made anew by a run.
PEOPLES_OWN = ("beslutninger.*", "laering/**/*", "sprogmodel/*", CHOICES_FILE, "coverage.parquet")


@dataclass(frozen=True, slots=True, kw_only=True)
class RunResult:
    """Where a run wrote, what it read and found, and whether it was done before.

    ``statuses`` counts sources by status; ``top_themes`` holds label, sources and sentences of the five
    themes most sources touch; ``reports`` are the finished reports,
    ``to_review`` the register of senders and the (confidential) sheet of what was masked; ``model`` is the
    language model taken.
    """

    project: Project
    model: str
    statuses: Mapping[str, int]
    codings: int
    problems: tuple[Problem, ...]
    top_themes: tuple[tuple[str, int, int], ...]
    reports: tuple[Path, ...]
    to_review: tuple[Path, ...]
    skipped: bool

    def table(self, name: str) -> pd.DataFrame:
        """A table of this run as a DataFrame."""
        return tables.read_table(self.project.processed, name)

    @property
    def topics(self) -> TopicModel:
        """The topics the passages suggest; for BERTopic's own methods see `hoering.topics.from_run`."""
        return store.load(self.project.processed / MODEL_FOLDER)


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
    own_list, rules = _own_list(folder), load_rules(folder)
    nlp = language.load(model, gazetteer=own_list)
    found = find_files(
        folder, leave_out=_own_files(project) | {(folder / OWN_LIST).resolve(), (folder / RULES_FILE).resolve()}
    )
    if not found:
        raise NothingReadError(f"Mappen {folder} er tom.")
    coders = Coders.of(coder, book, project.processed)
    settings = _settings(book, nlp, coders.by)
    choices = _choices(book)
    said = Said.read(folder, project.processed / REGISTER, choices)
    choices_of_topics = read_choices(project.processed) if topics else None
    inputs = [*_inputs(folder, found, said), *coders.people.inputs(), _topic_input(choices_of_topics)]
    wanted = fingerprint(inputs, settings)
    skipped = not force and is_finished(project, wanted)
    if not skipped:
        organisations = own_names(own_list) if own_list else frozenset()
        safe = intake(found, said, book=book, nlp=nlp, organisations=organisations, rules=rules, stage=stage)
        files = _safe_half(project, safe, coders, nlp, settings, choices_of_topics, stage)
        register = register_bytes(safe.sources, safe.corrections, choices)
        # First of all: a run whose manifest is written is finished, and this would then never be.
        confidential = {KEY_FILE: key_bytes(safe.people), AUDIT_FILE: audit_bytes(safe.audit)}
        write_confidential(project.confidential, confidential, set_aside=[AUDIT_FILE])
        _write(project, files, register, safe, wanted, settings)
    result = _result(project, model=language.describe(nlp), skipped=skipped)
    if not result.statuses.get("used"):
        raise _nothing_read(folder, result.problems)
    return result


def _nothing_read(folder: Path, problems: Sequence[Problem]) -> NothingReadError:
    reasons = "".join(f"\n  - {p.item}: {p.reason}" for p in problems)
    return NothingReadError(f"Intet i {folder} kunne læses.{reasons}")


def assign_new(
    raw: str | Path,
    out: str | Path | None = None,
    *,
    codebook_name: str | Path = codebook.DEFAULT,
    model: str | None = None,
    stage: Stage = silent,
) -> tuple[Path, pd.DataFrame, tuple[Problem, ...]]:
    """Give the passages of new documents the topics of a finished run; nothing is fitted anew.

    Args:
        raw: folder with the new documents, read, cleaned and masked as by `run`.
        out: root of the run's results; without it here.
        codebook_name: for its words for senders.
        model: a spaCy pipeline's name or path.
        stage: how progress is shown.

    Returns:
        Where the table was written, and the table: ``fil``, ``side``, ``start``, ``slut``, ``nr`` and ``emne`` (-1
        and "" for none), ``lighed``, ``tekst``; and what of the new could not be read.

    Raises:
        HoeringError: no finished run with topics lies there, or nothing in the folder could be read.
    """
    folder, project = Path(raw), Project.of(Path.cwd(), Path(out) if out is not None else None)
    known = model_of_run(project.processed)
    if not known.topics:
        raise HoeringError("Kørslen har ingen emner at give nye dokumenter.")
    book, own_list = codebook.load(codebook_name), _own_list(folder)
    nlp = language.load(model, gazetteer=own_list)
    found = find_files(folder, leave_out=frozenset((folder / name).resolve() for name in (OWN_LIST, RULES_FILE)))
    organisations = own_names(own_list) if own_list else frozenset()
    said, rules = Said.read(folder, project.processed / REGISTER, _choices(book)), load_rules(folder)
    safe = intake(found, said, book=book, nlp=nlp, organisations=organisations, rules=rules, stage=stage)
    if not safe.used:
        raise _nothing_read(folder, safe.problems)
    own = {item.source: item.own for item in _placed(safe) if item.group}
    new = passages([item for text in safe.used for item in segment(text)], safe.sources, own)
    rows = [
        (p.segment.document, p.segment.page, p.segment.start, p.segment.end, topic,
         known.topics[topic].label if topic >= 0 else "", round(likeness, 3), p.segment.text)
        for p, (topic, likeness) in zip(new, known.placed([p.text for p in new]), strict=True)
    ]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["fil", "side", "start", "slut", "nr", "emne", "lighed", "tekst"])
    path = project.processed / NEW_TOPICS
    tables.write_files({path: _plain(frame).to_csv(sep=";", index=False).encode("utf-8-sig")})
    return path, frame, tuple(safe.problems)


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    """The same with an apostrophe before what a spreadsheet would take for a formula (OWASP on CSV injection)."""
    safe = frame.copy()
    for name in frame.select_dtypes(exclude="number"):
        safe[name] = frame[name].str.replace(r"^(?=[=+\-@\t\r])", "'", regex=True)
    return safe


def _own_list(folder: Path) -> Path | None:
    """The user's own list of names, where there is one beside the documents."""
    path = folder / OWN_LIST
    return path if path.is_file() else None


def _own_files(project: Project) -> frozenset[Path]:
    """What a run writes: no input, also where the results lie among the raw documents."""
    written = [project.processed / f"{name}.parquet" for name in tables.TABLES]
    written += [
        project.processed / MANIFEST,
        project.processed / REGISTER,
        project.processed / NEW_TOPICS,
        *(project.reports / name for name in REPORTS),
    ]
    written += [project.processed / MODEL_FOLDER / name for name in (store.FACTS, store.ARRAYS)]
    written += [path for name in PEOPLES_OWN for path in project.processed.glob(name)]
    written += project.confidential.glob("*")  # the key and the audit sheets, also those set aside
    return frozenset(path.resolve() for path in written)


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


def _choices(book: Codebook) -> Choices:
    labels = report.Labels.of(book)
    sender_types = [*(code.id for code in book.actors), "journalist", "ukendt"]
    return Choices(kinds=labels.kinds, sender_types={key: labels.actor(key) for key in sender_types})


def _inputs(folder: Path, found: Sequence[Found], said: Said) -> list[tuple[str, str]]:
    lists = [folder / name for name in (SOURCE_LIST, OWN_LIST, RULES_FILE)]
    listed = [(path.name, file_hash(path)) for path in lists if path.is_file()]
    # Not the file's hash: the register is written anew by every run, what a person has written in it is not.
    corrected = [(f"{REGISTER}/{key}", repr(item)) for key, item in sorted(said.corrections.items())]
    return [(f.document, f.sha256 or f.excluded) for f in found] + listed + corrected


def _topic_input(choices: TopicChoices | None) -> tuple[str, str]:
    return "emner", "uden" if choices is None else choices.to_yaml().decode()


def _safe_half(
    project: Project,
    safe: Intake,
    coders: Coders,
    nlp: Language,
    settings: Settings,
    choices: TopicChoices | None,
    stage: Stage,
) -> dict[Path, bytes]:
    """Segment, annotate, code, gather themes and render: what is written, by path."""
    book = coders.book
    coded = code_texts(safe.used, coders, nlp, stage)
    own = {item.source: item.own for item in _placed(safe) if item.group}
    found = themes(coded.codings, safe.sources, book, own)
    joins = _endorsements(safe)
    positions = _positions(safe, coded, own, joins, book)
    topics = _topics(coded, safe, own, choices, stage)
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
        "own_passages": passages_frame(own, {item.source: item.repeats for item in _placed(safe) if item.repeats}),
        "themes": tables.themes_frame(found),
        "concerns": concerns_frame(coded.concerns),
        "positions": positions_frame(positions),
        "position_members": members_frame(positions),
        "decisions": tables.records_frame("decisions", coded.decided),
        "codes": codes_frame(book),
        "texts": texts_frame(safe.used),
    }
    frames |= _topic_frames(topics, frames["codings"], frames["segments"])
    papers = _papers(Material(frames, settings), stage) if safe.used else report.Papers(files={})
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


def _placed(safe: Intake) -> Iterator[Likeness]:
    """What each source has of its own and what stands in it twice, with the places in the raw text."""
    texts = {text.source.source: text for text in safe.used}
    for item in safe.gathered.copies.likenesses:
        if text := texts.get(item.source):
            place = (text.view, text.source.start, text.source.end)
            yield replace(item, own=in_raw(item.own, *place), repeats=in_raw(item.repeats, *place))


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


def _write(
    project: Project, files: Mapping[Path, bytes], register: bytes, safe: Intake, wanted: str, settings: Settings
) -> None:
    manifest = RunManifest(
        fingerprint=wanted,
        settings=settings,
        versions=versions(),
        inputs={s.document: s.sha256 for s in safe.sources},
        outputs={path.relative_to(project.root).as_posix(): sha256_of(data) for path, data in files.items()},
    )
    # The register is no output in the manifest's sense: a person changes it, and that makes no run unfinished.
    tables.write_files(
        {**files, project.processed / REGISTER: register, project.processed / MANIFEST: manifest.to_json()}
    )


def _result(project: Project, *, model: str, skipped: bool) -> RunResult:
    read = {name: tables.read_table(project.processed, name) for name in ("documents", "codings", "problems", "themes")}
    problems = [
        Problem(stage=stage, item=item, reason=reason) for stage, item, reason in read["problems"].to_numpy().tolist()
    ]
    top = read["themes"].head(5)
    manifest = json.loads((project.processed / MANIFEST).read_text(encoding="utf-8"))
    # Not what lies there: a report that failed its check was not written, and an old one may have its name.
    written = {(project.root / name).as_posix() for name in manifest["outputs"]}
    return RunResult(
        project=project,
        model=model,
        statuses=dict(Counter(read["documents"]["status"])),
        codings=int((read["codings"]["kind"] != "topic").sum()),
        problems=tuple(problems),
        top_themes=tuple(zip(top["label"], top["sources"].astype(int), top["sentences"].astype(int), strict=True)),
        reports=tuple(path for name in REPORTS if (path := project.reports / name).as_posix() in written),
        to_review=tuple(
            path for path in (project.processed / REGISTER, project.confidential / AUDIT_FILE) if path.is_file()
        ),
        skipped=skipped,
    )
