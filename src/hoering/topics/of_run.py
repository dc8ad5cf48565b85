"""The topics of a finished run, read back from its tables with their passages."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from hoering.duplicates import Passage as Own
from hoering.errors import HoeringError
from hoering.records import Segment, Source
from hoering.tables import read_table, records_of
from hoering.topics.corpus import fingerprint
from hoering.topics.finding import MODEL_FOLDER
from hoering.topics.model import TopicModel
from hoering.topics.passages import Passage, passages
from hoering.topics.store import load


def passages_of_run(processed: Path) -> tuple[Passage, ...]:
    """The passages of a run, as it found them.

    Args:
        processed: folder with the tables of the run.

    Raises:
        HoeringError: no finished run lies there.
    """
    try:
        segments = records_of(read_table(processed, "segments"), Segment)
        sources = records_of(read_table(processed, "documents"), Source)
        rows = read_table(processed, "own_passages")
    except (OSError, ValueError, KeyError) as error:
        raise HoeringError("Her ligger ingen færdig kørsel. Kør »hoering run« først.") from error
    own: defaultdict[str, list[Own]] = defaultdict(list)
    kept = rows.loc[rows["kind"] == "own", ["source", "start", "end"]]
    for source, start, end in kept.itertuples(index=False, name=None):
        own[source].append(Own(start=int(start), end=int(end)))
    return passages(segments, sources, own)


def model_of_run(processed: Path) -> TopicModel:
    """The topics of a run without their passages; enough to show them and to assign new passages.

    Raises:
        HoeringError: no finished run lies there, or its topics are those of other passages.
    """
    own = [passage.text for passage in passages_of_run(processed) if not passage.copy]
    model = load(processed / MODEL_FOLDER)
    if model.topics and model.fingerprint != fingerprint(own):
        raise HoeringError(
            f"Emnemodellen i {MODEL_FOLDER} er lavet på andre afsnit end denne kørsels. Kør »hoering run« igen."
        )
    return model


def from_run(processed: Path | str) -> TopicModel:
    """The topics of a run with their passages and the fitted BERTopic: ``from_run("data/processed").bertopic``.

    Args:
        processed: folder with the tables of the run.

    Raises:
        HoeringError: no finished run lies there, or its topics are those of other passages.
    """
    folder = Path(processed)
    own = [passage.text for passage in passages_of_run(folder) if not passage.copy]
    model = model_of_run(folder)
    return load(folder / MODEL_FOLDER, own) if model.topics else model
