"""Which Danish spaCy model is taken, and whether it can be used here.

Order: the one the user names, else ``da_core_news_sm`` where it is installed and fits, else the model that ships with
hoering. Nothing is ever downloaded, and a model the user names is never silently replaced by another.
"""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import spacy
import srsly
from spacy import about, util
from spacy.language import Language

from hoering.errors import ModelError

PREFERRED = "da_core_news_sm"
BUNDLED = "hoering_sm"
LANGUAGE = "da"


def load_model(name: str | Path | None = None) -> Language:
    """The model as its makers left it, checked.

    Args:
        name: an installed package, a DaCy model's package, or a folder; None for the default order.

    Raises:
        ModelError: it is not there, broken, not Danish, or made for another spaCy.
    """
    if name is not None:
        return _load(name)
    if util.is_package(PREFERRED):
        try:
            return _load(PREFERRED)
        except ModelError as error:
            warnings.warn(f"{error} Den medfølgende model bruges i stedet.", stacklevel=3)
    return _load(bundled())


def bundled() -> Path:
    """Folder of the model that ships with hoering."""
    return Path(str(resources.files("hoering.language") / "model"))


def describe(nlp: Language) -> str:
    """Name, version and origin of a pipeline, for people.

    >>> nlp = spacy.blank("da")
    >>> nlp.meta.update(name="core_news_sm", version="3.8.0")
    >>> describe(nlp)
    'da_core_news_sm 3.8.0'
    """
    label = f"{nlp.lang}_{nlp.meta['name']} {nlp.meta['version']}"
    return f"{label} (følger med hoering)" if nlp.meta["name"] == BUNDLED else label


def sha256_of_model(nlp: Language) -> str:
    """One hash over all files of a loaded model, so that a retrained one is told from the one before."""
    folder = Path(str(nlp.path))
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(f"{path.relative_to(folder).as_posix()}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def _load(target: str | Path) -> Language:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # what they would say is checked here, and said in Danish
        _check(_meta(_folder(target), target), target)
        return _loaded(target)


def _loaded(target: str | Path) -> Language:
    try:
        return spacy.load(target)
    except ImportError as error:
        raise ModelError(f"Sprogmodellen »{target}« mangler en pakke: {error.name or error}. {hint(target)}") from error
    except Exception as error:  # broken bytes can make any part of any library fail in its own way
        raise _damaged(target) from error


def _folder(target: str | Path) -> Path:
    """Where the model's ``meta.json`` should lie."""
    if util.is_package(str(target)):
        package = util.get_package_path(str(target))
        return next((found.parent for found in sorted(package.glob("*/meta.json"))), package)
    if Path(target).is_dir():
        return Path(target)
    if Path(target).exists():
        raise ModelError(f"Sprogmodellen »{target}« er en fil; der skal stå en mappe eller navnet på en model.")
    raise ModelError(f"Sprogmodellen »{target}« er ikke installeret. {hint(target)}")


def _meta(folder: Path, target: str | Path) -> Mapping[str, Any]:
    try:
        meta = srsly.read_json(folder / "meta.json")
    except (OSError, ValueError) as error:
        raise _damaged(target) from error
    if not isinstance(meta, dict) or not meta.get("lang"):
        raise _damaged(target)
    return meta


def _check(meta: Mapping[str, Any], target: str | Path) -> None:
    if meta["lang"] != LANGUAGE:
        raise ModelError(f"Sprogmodellen »{target}« er ikke dansk (sprog: {meta['lang']}). {hint()}")
    wanted = str(meta.get("spacy_version", ""))
    if wanted and util.is_compatible_version(about.__version__, wanted) is False:
        raise ModelError(
            f"Sprogmodellen »{target}« er lavet til spaCy {wanted}, men her er spaCy {about.__version__}. "
            f"Hent den udgave af modellen, der passer, eller udelad navnet for at bruge den medfølgende. {hint(target)}"
        )


def _damaged(target: str | Path) -> ModelError:
    return ModelError(f"Sprogmodellen »{target}« kan ikke indlæses; den er beskadiget. {hint()}")


def hint(target: str | Path = "") -> str:
    """How to install a Danish model: the one asked for where its name tells, else the preferred one."""
    name = str(target)
    if name.startswith("da_dacy"):
        fetch = f"python -c \"import dacy; dacy.download_model('{name}')\""
        return f"Installér den med: python -m pip install dacy; {fetch}"
    return f"Installér en dansk model med: python -m spacy download {name if name.startswith('da_') else PREFERRED}"
