"""What somebody gives to be read: a file, a folder or a ZIP, as parts with a name and bytes.

Nothing is unpacked to the disk. Every way in which a disk or a ZIP can fail is a sentence.
"""

import contextlib
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from signpost.errors import UserMistake

MOST_PARTS = 200
MOST_BYTES = 600 * 1024 * 1024
_ZIP_MARK = b"PK\x03\x04"
_ZIP_FAILURES = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,  # a password is needed
    ValueError,
    OverflowError,
)
_HEAD = 4096


@dataclass(frozen=True)
class Part:
    """One file of what was given. `saved_on` is the day it was saved; None when not known."""

    name: str
    size: int
    saved_on: date | None
    read: Callable[[], bytes]
    head: bytes

    @property
    def short_name(self) -> str:
        """Its name without folders."""
        return self.name.rpartition("/")[2]


def parts_of(path: Path) -> tuple[Part, ...]:
    """The parts of a file, folder or ZIP, in the order of their names.

    A workbook is a ZIP, but one part. Raises UserMistake when it cannot be opened, is damaged or is
    far too large; so does reading a part.
    """
    with _failures_told(path.name):
        return _folder(path) if path.is_dir() else _file(path)


@contextlib.contextmanager
def _failures_told(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UserMistake(
            "file",
            f"{name} cannot be read ({error.strerror or 'the disk fails, or it is damaged'}). Look"
            " whether it is still there and whether you may open it.",
        ) from error
    except _ZIP_FAILURES as error:
        raise UserMistake(
            "file",
            f"{name} is damaged, locked with a password or packed in an unusual way. Download it"
            " again, or unpack it and choose the folder.",
        ) from error


def _folder(folder: Path) -> tuple[Part, ...]:
    found: list[Path] = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            found.append(path)
            _check(folder.name, len(found), 0)
    _check(folder.name, len(found), sum(path.stat().st_size for path in found))
    return tuple(_whole(path, path.relative_to(folder).as_posix()) for path in found)


def _file(path: Path) -> tuple[Part, ...]:
    whole = _whole(path, path.name)
    _check(path.name, 1, whole.size)
    if not whole.head.startswith(_ZIP_MARK):
        return (whole,)
    with zipfile.ZipFile(path) as packed:
        inside = [each for each in packed.infolist() if not each.is_dir()]
        _check(path.name, len(inside), sum(each.file_size for each in inside))
        if any(each.filename == "xl/workbook.xml" for each in inside):
            return (whole,)
        return tuple(_packed(path, packed, each) for each in _by_name(inside))


def _by_name(inside: list[zipfile.ZipInfo]) -> Iterator[zipfile.ZipInfo]:
    for each in sorted(inside, key=lambda info: info.filename):
        folders = each.filename.split("/")
        if not any(name.startswith((".", "__MACOSX")) for name in folders):
            yield each


def _whole(path: Path, name: str) -> Part:
    stat = path.stat()
    with path.open("rb") as file:
        head = file.read(_HEAD)

    def read() -> bytes:
        with _failures_told(name):
            return path.read_bytes()

    return Part(name, stat.st_size, _day(stat.st_mtime), read, head)


def _packed(path: Path, packed: zipfile.ZipFile, info: zipfile.ZipInfo) -> Part:
    def read() -> bytes:
        with _failures_told(path.name), zipfile.ZipFile(path) as again:
            return again.read(info)

    with packed.open(info) as file:
        head = file.read(_HEAD)
    return Part(info.filename, info.file_size, _zip_day(info), read, head)


def _day(seconds: float) -> date | None:
    try:
        return datetime.fromtimestamp(seconds, tz=UTC).date()
    except (ValueError, OverflowError, OSError):
        return None


def _zip_day(info: zipfile.ZipInfo) -> date | None:
    try:
        return date(*info.date_time[:3])
    except ValueError:
        return None


def _check(name: str, count: int, size: int) -> None:
    if count > MOST_PARTS:
        raise UserMistake(
            "file", f"{name} holds more than {MOST_PARTS} files. Choose the directory's own folder."
        )
    if size > MOST_BYTES:
        raise UserMistake(
            "file",
            f"{name} is {size // 2**20} MB and too large for a directory (at most"
            f" {MOST_BYTES // 2**20} MB). Split it, or ask for a smaller extract.",
        )
