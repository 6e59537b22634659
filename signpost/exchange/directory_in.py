"""Reads a directory of services from whichever of the known formats a file is in."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from signpost.domain.incoming import Incoming
from signpost.errors import UserMistake
from signpost.exchange.file_parts import Part, parts_of
from signpost.exchange.headerless_lists import is_ods, is_ten_columns, read_ods, read_ten_columns
from signpost.exchange.kinds_by_term import KindsByTerm
from signpost.exchange.nhs_uk_files import is_nhs_uk, read_nhs_uk
from signpost.exchange.nhsbsa_list import is_nhsbsa, read_nhsbsa
from signpost.exchange.own_directory import is_own, read_own, read_own_workbook
from signpost.exchange.reading import Reading
from signpost.exchange.workbook_sheets import is_workbook

KNOWN = "Signpost's own CSV or files of nhs.uk, NHSBSA or ODS"
Reader = Callable[[list[Part]], Incoming]
_NOT_ITS_NAME = re.compile(r"[\W\d_]+")


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
        feed=f"{found.feed}: {_whose(found, path)}",
        feed_date=max(saved, default=None),
        refused=(*found.refused, *reading.refused),
        emptied=(*found.emptied, *reading.emptied),
    )


def _whose(found: Incoming, path: Path) -> str:
    """What tells one feed from another: which lists it brings, or the file's name without dates and
    numbers of copies, so that next month's file is known for the same feed.
    """
    if found.lists:
        return ", ".join(sorted(each.title for each in found.lists if ":" not in each.title))
    return _NOT_ITS_NAME.sub(" ", path.stem).strip() or path.stem


def _read(
    path: Path, parts: tuple[Part, ...], reading: Reading, kinds: KindsByTerm
) -> tuple[Incoming, list[Part]]:
    """What was read, and the parts that it was read from."""
    formats: tuple[tuple[Callable[[Part], bool], Reader], ...] = (
        (is_workbook, lambda mine: read_own_workbook(mine[0], reading)),
        (is_own, lambda mine: read_own(mine, path, reading)),
        (is_nhs_uk, lambda mine: read_nhs_uk(mine, reading, kinds)),
        (is_nhsbsa, lambda mine: read_nhsbsa(mine, reading)),
        (is_ods, lambda mine: read_ods(mine, reading)),
        (is_ten_columns, lambda mine: read_ten_columns(mine, reading)),
    )
    for is_mine, read in formats:
        mine = [part for part in parts if is_mine(part)]
        if mine:
            return read(mine), mine
    raise UserMistake("file", f"{path.name} is not a directory that can be read. Use {KNOWN}.")
