"""Writes a file that takes its place only when it is whole; every failure is a sentence."""

import contextlib
import os
import shutil
from collections.abc import Container, Iterator
from pathlib import Path

from signpost.errors import NotAvailable


@contextlib.contextmanager
def whole_file(out: Path, example: str) -> Iterator[Path]:
    """A path to write to; the file moves to `out` when the block ends well, else it is removed.

    `example` is a file name to suggest where `out` is a folder. Raises NotAvailable when the file
    cannot be written.
    """
    part = _part(out)
    with _failures_told(out):
        if out.is_dir():
            raise NotAvailable(f"{out} is a folder.", f"Name a file in it, such as {example}.")
        try:
            yield part
            part.replace(out)
        finally:
            with contextlib.suppress(OSError):
                part.unlink()


@contextlib.contextmanager
def whole_folder(out: Path, names: Container[str]) -> Iterator[Path]:
    """A folder to write files to; it becomes `out` when the block ends well, else it is removed.

    A folder that is there is replaced only when it holds nothing but files of these `names`. Raises
    NotAvailable when that is not so or it cannot be written.
    """
    part, old = _part(out), out.with_name(f".{out.name}.{os.getpid()}.old")
    with _failures_told(out):
        if out.exists() and not out.is_dir():
            raise NotAvailable(f"{out} is a file.", "Name a folder, or a file ending in .zip.")
        if out.is_dir() and any(file.name not in names for file in out.iterdir()):
            raise NotAvailable(
                f"The folder {out} holds other files.",
                "Name a new folder, so that nothing of yours is replaced.",
            )
        try:
            part.mkdir()
            yield part
            if out.exists():
                out.replace(old)
            part.replace(out)
        finally:
            if old.exists() and not out.exists():
                old.replace(out)
            for left in (part, old):
                shutil.rmtree(left, ignore_errors=True)


def _part(out: Path) -> Path:
    return out.with_name(f".{out.name}.{os.getpid()}.part")


@contextlib.contextmanager
def _failures_told(out: Path) -> Iterator[None]:
    """Failures to write `out` become sentences. Raises NotAvailable."""
    try:
        if not out.parent.is_dir():
            raise NotAvailable(
                f"There is no folder {out.parent}.", "Make it first, or name another folder."
            )
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise NotAvailable(
            f"{out} cannot be written ({reason}).",
            "Close it in other programs, check the rights to its folder and the room on the disk.",
        ) from error
