"""Reads a directory of services from whichever of the known formats a file is in."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from signpost.domain.incoming import Incoming
from signpost.errors import UserMistake
from signpost.exchange.directory_columns import SERVICES
from signpost.exchange.directory_file import read_directory
from signpost.exchange.file_parts import Part, parts_of
from signpost.exchange.kinds_by_term import KindsByTerm
from signpost.exchange.nhs_uk_files import is_nhs_uk, read_nhs_uk
from signpost.exchange.reading import Reading

KNOWN = "Signpost's own CSV, files of nhs.uk"


def read_incoming(
    path: Path,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
    kinds: KindsByTerm | None = None,
) -> Incoming:
    """Read a file, folder or ZIP; its format is told by what stands in it, not by its name.

    `progress` is told now and then how many bytes of how many are read; `kinds` says which kind
    other people's words mean (directory_seed/kinds_by_term.csv). Raises UserMistake when the file
    is damaged or in none of the known formats, and ReadingCancelledError once `cancelled` says
    true.
    """
    parts = parts_of(path)
    reading = Reading(progress, cancelled, sum(part.size for part in parts))
    found, used = _read(path, parts, reading, kinds or KindsByTerm())
    for part in parts:
        if part not in used:
            reading.refuse(part.name, "", f"does not belong to {found.feed}, so it was left out.")
    saved = [part.saved_on for part in used if part.saved_on is not None]
    return replace(
        found,
        feed=f"{found.feed}: {path.name}",
        feed_date=max(saved, default=None),
        refused=(*found.refused, *reading.refused),
        emptied=(*found.emptied, *reading.emptied),
    )


def _read(
    path: Path, parts: tuple[Part, ...], reading: Reading, kinds: KindsByTerm
) -> tuple[Incoming, list[Part]]:
    """What was read, and the parts that it was read from."""
    nhs_uk = [part for part in parts if is_nhs_uk(part)]
    if nhs_uk:
        return read_nhs_uk(nhs_uk, reading, kinds), nhs_uk
    services = path / SERVICES if path.is_dir() else path
    if services.is_file() and services.suffix == ".csv":
        own = read_directory(services)
        return Incoming(
            feed="Signpost",
            services=own.directory.services,
            refused=own.faults,
            practice=own.directory.practice,
        ), list(parts)
    raise UserMistake("file", f"{path.name} is not a directory that can be read. Use {KNOWN}.")
