"""Zip files: their members, each unpacked in memory when its turn comes and never onto the disk."""

from __future__ import annotations

import io
import re
import stat
import zipfile
from collections.abc import Callable

from hoering.errors import ReadError
from hoering.read.parts import Part, Unpacked, refused

# Text packs to a tenth, spreadsheets to a fiftieth; beyond that it is a zip bomb.
_MAX_RATIO = 200
_RATIO_FROM = 1_000_000

_ENCRYPTED = 0x1
_UTF8 = 0x800
_BROKEN = "Zip-filen er beskadiget og kan ikke åbnes."


def read_archive(data: bytes) -> Unpacked:
    """The members of a .zip file.

    Raises:
        ReadError: no zip file, broken, or empty.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = tuple(_part(archive, info) for info in archive.infolist() if not info.is_dir())
    except Exception as error:  # damaged archives end in more than BadZipFile: struct.error, UnicodeDecodeError
        raise ReadError(_BROKEN) from error
    if not parts:
        raise ReadError("Zip-filen er tom.")
    return Unpacked(parts=parts)


def _part(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Part:
    name = _name(info)
    excluded = "Genvej (symbolsk lænke) følges ikke." if stat.S_ISLNK(info.external_attr >> 16) else ""
    reason = _why_refused(info, name)
    load = refused(reason) if reason else _loader(archive, info)
    return Part(name=name, size=0 if reason or excluded else info.file_size, load=load, excluded=excluded)


def _name(info: zipfile.ZipInfo) -> str:
    """The member's path; old packers write UTF-8 or the Danish DOS code page without saying so."""
    if info.flag_bits & _UTF8:
        return info.filename
    try:
        stored = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    try:
        return stored.decode("utf-8")
    except UnicodeDecodeError:
        return stored.decode("cp850")


def _why_refused(info: zipfile.ZipInfo, name: str) -> str:
    parts = re.split(r"[\\/]", name)
    if ".." in parts or parts[0] == "" or re.match(r"[A-Za-z]:", name):
        return "Stien i zip-filen peger ud af den og følges ikke."
    if info.flag_bits & _ENCRYPTED:
        return "Filen i zip-filen er beskyttet med adgangskode."
    if info.file_size > max(_RATIO_FROM, _MAX_RATIO * info.compress_size):
        return "Filen i zip-filen er pakket usandsynligt hårdt (mulig zip-bombe) og pakkes ikke ud."
    return ""


def _loader(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Callable[[], bytes]:
    def load() -> bytes:
        try:
            return archive.read(info)  # never gives more than the size that was checked
        except Exception as error:  # zlib.error, BadZipFile, NotImplementedError (packing method), EOFError
            raise ReadError("Filen i zip-filen er beskadiget eller pakket på en ukendt måde.") from error

    return load
