"""The notebooks hold no functions and no outputs, and each of them runs on the example."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest

import hoering
from hoering import views

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "data" / "raw" / "eksempelkommune"
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))

each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def read(path: Path) -> Any:
    return nbformat.read(path, as_version=4)


def code_cells(notebook: Any) -> list[Any]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def parameters(notebook: Any) -> list[Any]:
    return [cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", [])]


def assigned(cell: Any) -> list[str]:
    return [line.partition(" =")[0] for line in cell.source.splitlines()]


def injected(notebook: Any, **values: str) -> Any:
    """The notebook with other parameters, as papermill gives them: in a cell of their own after the first."""
    (cell,) = parameters(notebook)
    known = {name: value for name, value in values.items() if name in assigned(cell)}
    source = "\n".join(f"{name} = {value!r}" for name, value in known.items())
    added = nbformat.v4.new_code_cell(source, id="injected", metadata={"tags": ["injected-parameters"]})
    notebook.cells.insert(notebook.cells.index(cell) + 1, added)
    return notebook


def test_the_notebooks_are_there() -> None:
    assert [path.name[:2] for path in NOTEBOOKS] == ["01", "02", "03", "04", "05", "06"]


@each_notebook
def test_stored_without_outputs(path: Path) -> None:
    notebook = read(path)
    nbformat.validate(notebook)
    assert all(not cell.outputs and cell.execution_count is None for cell in code_cells(notebook))
    assert all(re.fullmatch(rf"{path.name[:2]}-\d\d", cell.id) for cell in notebook.cells)
    assert notebook.metadata.kernelspec.name == "python3"


@each_notebook
def test_a_cell_is_a_call_that_says_what_it_shows(path: Path) -> None:
    for cell in code_cells(read(path))[1:]:
        assert not re.search(r"\b(def|class|lambda|for|if|print)\b|[\[\]{}]", cell.source), cell.source
        assert len(cell.source.splitlines()) <= 4, cell.source


@each_notebook
def test_parameters_come_first_and_are_told(path: Path) -> None:
    notebook = read(path)
    first, second = code_cells(notebook)[:2]
    assert parameters(notebook) == [first]
    assert 'RESULTATER = ".."  # ' in first.source
    assert all(re.match(r'[A-Z0-9_]+ = (".*"|False)(  # .+)?$', line) for line in first.source.splitlines())
    assert second.source.startswith("from hoering.notebook import ")


def test_only_the_first_notebook_names_the_documents() -> None:
    """Another one that did would put its own run in place of the one the first made."""
    assert ["MAPPE" in assigned(parameters(read(path))[0]) for path in NOTEBOOKS] == [True] + [False] * 5


@each_notebook
def test_links_lead_somewhere(path: Path) -> None:
    told = "\n".join(cell.source for cell in read(path).cells)
    linked = re.findall(r"\]\(([^)]+)\)", told) + re.findall(r"\b\d\d_\w+\.ipynb", told)
    assert linked
    assert all((path.parent / name).is_file() for name in linked)


@pytest.fixture(scope="module")
def folders(example_run: hoering.RunResult, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A copy of the example, and one of its run: what the notebooks write is theirs."""
    root = tmp_path_factory.mktemp("notebooks")
    copied = Path(shutil.copytree(EXAMPLE, root / "raw")), Path(shutil.copytree(example_run.project.root, root / "out"))
    assert hoering.run(*copied).skipped
    return copied


@pytest.mark.model
@pytest.mark.slow
@each_notebook
def test_runs_on_the_example(path: Path, folders: tuple[Path, Path]) -> None:
    from nbclient import NotebookClient

    raw, out = folders
    notebook = injected(read(path), MAPPE=raw.as_posix(), RESULTATER=out.as_posix())
    NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
    outputs = [output for cell in code_cells(notebook) for output in cell.outputs]
    assert not [output for output in outputs if output.output_type in ("error", "stream")]
    # Everything shown is a table, a figure or a note; a bare Python value would be none of them.
    shown = [output.data for output in outputs]
    assert all({"text/html", "application/vnd.plotly.v1+json"} & set(data) for data in shown), shown
    assert len(shown) >= len(code_cells(notebook)) - 3
    assert (out / "reports" / "temarapport.html").is_file()


@pytest.mark.model
@pytest.mark.slow
@pytest.mark.parametrize("path", [NOTEBOOKS[0], NOTEBOOKS[1]], ids=lambda path: path.stem)
def test_where_nothing_is_yet_a_sentence_says_what_to_do(path: Path, tmp_path: Path) -> None:
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    raw = tmp_path / "raw"
    raw.mkdir()
    notebook = injected(read(path), MAPPE=raw.as_posix(), RESULTATER=(tmp_path / "out").as_posix())
    with pytest.raises(CellExecutionError):
        NotebookClient(notebook, timeout=60, kernel_name="python3").execute()
    (told,) = [output for cell in code_cells(notebook) for output in cell.outputs]
    assert told.output_type == "error"
    (line,) = told.traceback
    assert line == told.evalue
    assert re.search("Læg høringens dokumenter i mappen|Åbn 01_laes_og_rens.ipynb", line)


@pytest.mark.model
@pytest.mark.slow
def test_every_reason_on_the_example_is_explained(folders: tuple[Path, Path]) -> None:
    removals = hoering.run(*folders).table("removals")
    assert views.removals_by_reason(removals)["Det er"].ne("").all()
