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
def test_short_cells_without_functions(path: Path) -> None:
    for cell in code_cells(read(path)):
        assert not re.search(r"\b(def|class|lambda)\b", cell.source), cell.source
        assert len(cell.source.splitlines()) <= 7, cell.source


@each_notebook
def test_parameters_come_first_and_the_run_next(path: Path) -> None:
    notebook = read(path)
    first, second = code_cells(notebook)[:2]
    assert parameters(notebook) == [first]
    assert 'RAW = "../data/raw/eksempelkommune"' in first.source
    assert 'OUT = ".."' in first.source
    assert "hoering.run(RAW, OUT" in second.source


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A copy of the example, and one folder for the results, so that only the first notebook does the work."""
    root = tmp_path_factory.mktemp("notebooks")
    return Path(shutil.copytree(EXAMPLE, root / "raw")), root / "out"


@pytest.mark.model
@pytest.mark.slow
@each_notebook
def test_runs_on_the_example(path: Path, folders: tuple[Path, Path]) -> None:
    from nbclient import NotebookClient

    raw, out = folders
    notebook = read(path)
    (cell,) = parameters(notebook)
    cell.source = f'RAW = "{raw.as_posix()}"\nOUT = "{out.as_posix()}"\nCODEBOOK = "beskaeftigelse"'
    NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
    errors = [o for cell in code_cells(notebook) for o in cell.outputs if o.output_type in ("error", "stream")]
    assert all(o.output_type == "stream" and o.name == "stdout" for o in errors), errors
    assert (out / "reports" / "temarapport.html").is_file()


@pytest.mark.model
@pytest.mark.slow
def test_every_reason_on_the_example_is_explained(folders: tuple[Path, Path]) -> None:
    removals = hoering.run(*folders).table("removals")
    assert views.removals_by_reason(removals)["Det er"].ne("").all()
