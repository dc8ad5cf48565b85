"""Files around the package that must agree with it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from hoering import codebook
from hoering.codes import codes_frame
from hoering.concerns import concerns_frame
from hoering.duplicates import Copies, copies_frame, groups_frame, passages_frame
from hoering.positions import members_frame, positions_frame
from hoering.tables import TABLES, records_frame, themes_frame
from hoering.texts import texts_frame

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")


def split(requirement: str) -> tuple[str, str]:
    match = re.fullmatch(r"([\w.-]+)\s*(.*)", requirement.split("#")[0].strip())
    assert match
    return match[1].lower(), match[2].replace(" ", "")


def conda() -> dict[str, str]:
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    return dict(split(entry) for entry in environment["dependencies"])


@pytest.mark.parametrize("group", ["dependencies", "dev"])
def test_environment_yml_asks_for_the_versions_of_pyproject(group: str) -> None:
    wanted = PROJECT["dependencies"] if group == "dependencies" else PROJECT["optional-dependencies"]["dev"]
    there = conda()
    for name, version in map(split, wanted):
        assert there.get(name) == version, name


def test_environment_yml_has_python_and_the_danish_model() -> None:
    there = conda()
    assert there["python"] == PROJECT["requires-python"]
    assert there["spacy-model-da_core_news_sm"] == ">=3.8,<3.9"


def test_environment_yml_names_the_bertopic_of_pyproject() -> None:
    (bertopic,) = PROJECT["optional-dependencies"]["topics"]
    assert f'"{bertopic}"' in (ROOT / "environment.yml").read_text(encoding="utf-8")


def test_extras_are_there() -> None:
    assert {"embeddings", "ocr", "cluster", "dev"} <= set(PROJECT["optional-dependencies"])


def test_lock_is_pinned_and_hashed_without_addresses_and_without_torch() -> None:
    entries = re.findall(r"^([A-Za-z0-9][\w.-]*)(.*)", LOCK, re.MULTILINE)
    assert len(entries) > 100
    assert all(rest.startswith("==") for _, rest in entries)
    assert LOCK.count("--hash=sha256:") > len(entries)
    names = {name.lower() for name, _ in entries}
    assert {"bertopic", "spacy", "pandas", "scikit-learn", "plotly", "jupyterlab"} <= names
    assert not names & {"torch", "sentence-transformers", "umap-learn", "hdbscan", "numba", "llvmlite"}
    assert "://" not in LOCK


def test_bertopic_imports_without_torch() -> None:
    import importlib.util

    assert importlib.util.find_spec("bertopic") is not None
    assert importlib.util.find_spec("torch") is None


def test_ci_calls_the_test_command_of_the_readme() -> None:
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make test" in readme
    assert "make demo" in readme


def test_readme_points_only_at_files_that_are_there() -> None:
    for readme in (ROOT / "README.md", ROOT / "data" / "raw" / "README.md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", readme.read_text(encoding="utf-8")):
            assert (readme.parent / target).exists(), target


def test_data_dictionary_describes_every_table_and_column() -> None:
    text = (ROOT / "data" / "processed" / "README.md").read_text(encoding="utf-8")
    for table in TABLES:
        section = text.split(f"\n## {table}", 1)[1].split("\n## ", 1)[0]
        made = {
            "themes": themes_frame([]),
            "copies": copies_frame(Copies(likenesses=(), groups=())),
            "groups": groups_frame(Copies(likenesses=(), groups=())),
            "own_passages": passages_frame({}),
            "concerns": concerns_frame([]),
            "positions": positions_frame([]),
            "position_members": members_frame([]),
            "codes": codes_frame(codebook.load(codebook.DEFAULT)),
            "texts": texts_frame([]),
        }
        frame = made[table] if table in made else records_frame(table, [])
        for column in frame.columns:
            assert f"`{column}`" in section, (table, column)
