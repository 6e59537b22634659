"""Reads a TOML file into a checked shape; every mistake becomes a fault that names file and key."""

import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec

from signpost.domain.faults import ContentFault

T = TypeVar("T")


def read_toml(path: Path, shape: type[T], faults: list[ContentFault]) -> T | None:
    """The file as `shape`; None, with a fault added, when it cannot be used."""
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), shape)
    except OSError as error:
        faults.append(
            ContentFault(
                path.name, "", f"cannot be opened ({error.strerror}). Check that the file is there."
            )
        )
    except UnicodeDecodeError:
        faults.append(ContentFault(path.name, "", "is not UTF-8 text. Save it again as UTF-8."))
    except tomllib.TOMLDecodeError as error:
        faults.append(
            ContentFault(path.name, "", f"cannot be read as TOML: {error}. Mend that line.")
        )
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at ")
        faults.append(ContentFault(path.name, where.strip("`$. "), f"{what}."))
    return None
