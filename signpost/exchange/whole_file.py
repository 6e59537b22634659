"""Writes a file that takes its place only when it is whole; every failure is a sentence."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from signpost.errors import NotAvailable


@contextlib.contextmanager
def whole_file(out: Path, example: str) -> Iterator[Path]:
    """A path to write to; the file moves to `out` when the block ends well, else it is removed.

    `example` is a file name to suggest where `out` is a folder. Raises NotAvailable when the file
    cannot be written.
    """
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        if out.is_dir():
            raise NotAvailable(f"{out} is a folder.", f"Name a file in it, such as {example}.")
        if not out.parent.is_dir():
            raise NotAvailable(
                f"There is no folder {out.parent}.", "Make it first, or name another folder."
            )
        yield part
        part.replace(out)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise NotAvailable(
            f"{out} cannot be written ({reason}).",
            "Close it in other programs, check the rights to its folder and the room on the disk.",
        ) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink()
