"""Where a run reads and writes, and the manifest that says what it was made from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path

MANIFEST = "manifest.json"
_PACKAGES = (
    "spacy",
    "pandas",
    "pyarrow",
    "scikit-learn",
    "plotly",
    "pdfminer.six",
    "pillow",
    "python-docx",
    "beautifulsoup4",
)
_CODE = (".py", ".yaml", ".tsv", ".xz", ".txt", ".j2", ".css", ".js", ".npz", ".json", ".ttf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """The folders of a run, below one root."""

    root: Path

    @property
    def processed(self) -> Path:
        """Tables and manifest."""
        return self.root / "data" / "processed"

    @property
    def reports(self) -> Path:
        """Finished reports."""
        return self.root / "reports"

    @property
    def confidential(self) -> Path:
        """The key to the placeholders and the audit sheet: the only results that hold names of private persons."""
        return self.root / "data" / "fortroligt"

    @classmethod
    def of(cls, raw: Path, out: Path | None) -> Project:
        """The project an ``--out`` names; without it the one whose ``data/raw`` the folder lies in, else here."""
        if out is not None:
            return cls(root=out)
        for folder in (raw.resolve(), *raw.resolve().parents):
            if folder.name == "raw" and folder.parent.name == "data":
                return cls(root=folder.parent.parent)
        return cls(root=Path.cwd())


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything beside the input that decides what comes out."""

    hoering: str
    code: str
    model: str
    model_version: str
    model_sha256: str
    codebook: str
    codebook_version: str
    codebook_sha256: str
    coder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RunManifest:
    """What a run was made from and what it made; equal input gives an equal manifest (no clock in it).

    ``fingerprint`` covers names and contents of all input files and all settings; ``inputs`` and
    ``outputs`` map names to SHA-256.
    """

    fingerprint: str
    settings: Settings
    versions: Mapping[str, str]
    inputs: Mapping[str, str]
    outputs: Mapping[str, str]

    def to_json(self) -> bytes:
        """The manifest as UTF-8 JSON."""
        return (json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def fingerprint(files: Iterable[tuple[str, str]], settings: Settings) -> str:
    """One hash over input files (name, SHA-256) and settings."""
    digest = hashlib.sha256(json.dumps(asdict(settings), sort_keys=True).encode())
    for name, sha256 in sorted(files):
        digest.update(f"{name}\0{sha256}\n".encode())
    return digest.hexdigest()


def is_finished(project: Project, wanted: str) -> bool:
    """Whether a run with this fingerprint lies there complete and untouched."""
    try:
        manifest = json.loads((project.processed / MANIFEST).read_text(encoding="utf-8"))
        outputs = dict(manifest["outputs"])
        same = manifest["fingerprint"] == wanted
        return same and all(sha256_of((project.root / n).read_bytes()) == h for n, h in outputs.items())
    except (OSError, ValueError, KeyError, TypeError):
        return False


def sha256_of(data: bytes) -> str:
    """SHA-256 as hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def versions() -> dict[str, str]:
    """Versions of the libraries whose change may change the output."""
    return {package: metadata.version(package) for package in _PACKAGES}


def code_hash() -> str:
    """Hash over the package's own code and data, so that a changed rule is a changed setting."""
    digest = hashlib.sha256()
    for name, data in sorted(_package_files(resources.files("hoering"), "")):
        digest.update(f"{name}\0".encode() + data)
    return digest.hexdigest()


def _package_files(folder: Traversable, prefix: str) -> Iterable[tuple[str, bytes]]:
    for entry in folder.iterdir():
        name = f"{prefix}/{entry.name}"
        if entry.is_dir():
            yield from _package_files(entry, name)
        elif entry.name.endswith(_CODE):
            yield name, entry.read_bytes()
