"""Reads a directory of services from whichever of the known formats a file is in."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from signpost.domain.faults import ContentFault
from signpost.domain.incoming import Incoming, Unkinded
from signpost.domain.service import Service
from signpost.errors import UserMistake
from signpost.exchange.data_package import is_package, package_services
from signpost.exchange.entity import FILE, Entity
from signpost.exchange.file_parts import Part, parts_of
from signpost.exchange.flat_extract import extract_services, is_flat_extract
from signpost.exchange.foreign_service import foreign_service
from signpost.exchange.headerless_lists import is_ods, is_ten_columns, read_ods, read_ten_columns
from signpost.exchange.kinds_by_term import KindsByTerm
from signpost.exchange.nhs_uk_files import is_nhs_uk, read_nhs_uk
from signpost.exchange.nhsbsa_list import is_nhsbsa, read_nhsbsa
from signpost.exchange.open_referral_json import is_json, services_in
from signpost.exchange.own_directory import (
    is_own,
    own_incoming,
    read_own,
    read_own_workbook,
)
from signpost.exchange.own_open_referral import is_own_service, own_tables
from signpost.exchange.reading import ROWS_BETWEEN_LOOKS, Reading
from signpost.exchange.workbook_sheets import is_workbook

KNOWN = (
    "Use Signpost's own CSV or workbook, Open Referral (JSON or an HSDS data package), or files of"
    " nhs.uk, NHSBSA or ODS."
)
_NOT_ITS_NAME = re.compile(r"[\W\d_]+")
Objects = Callable[[list[Part], Reading], list[dict[str, Any]]]


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
    source = _Source(path, reading, kinds or KindsByTerm())
    by_format = ((read, [part for part in parts if is_mine(part)]) for is_mine, read in _FORMATS)
    read, mine = next((each for each in by_format if each[1]), (_none_of_them, []))
    found = read(source, mine)
    for part in parts:
        if part not in mine:
            reading.refuse(part.name, "", f"does not belong to {found.feed}, so it was left out.")
    return replace(
        found,
        feed=source.feed(found),
        feed_date=_saved_on(mine),
        refused=reading.refused,
        emptied=reading.emptied,
    )


@dataclass(frozen=True)
class _Source:
    """What a reader needs besides the parts."""

    path: Path
    reading: Reading
    kinds: KindsByTerm

    def feed(self, found: Incoming) -> str:
        """What tells one feed from another: which lists it brings, or the file's name without dates
        and numbers of copies, so that next month's file is known for the same feed.
        """
        if found.lists:
            titles = sorted(each.title for each in found.lists if ":" not in each.title)
            return f"{found.feed}: {', '.join(titles)}"
        name = _NOT_ITS_NAME.sub(" ", self.path.stem).strip()
        return f"{found.feed}: {name or self.path.stem}"

    def open_referral(self, parts: list[Part], objects: Objects) -> Incoming:
        """Services from objects of Open Referral: our own as they were, others as they are."""
        found = objects(parts, self.reading)
        ours = [fields for fields in found if is_own_service(fields)]
        faults: list[ContentFault] = []
        own = own_incoming(
            own_tables(ours, parts[0].name, faults), faults, parts[0].name, self.reading
        )
        if len(ours) == len(found):
            return own
        foreign = Incoming("Open Referral")
        source, on = self.feed(foreign), _saved_on(parts)
        services: list[Service] = list(own.services)
        ids = {each.id for each in services}
        unkinded: list[Unkinded] = []
        share = self.reading.left // len(found)
        for number, fields in enumerate(each for each in found if not is_own_service(each)):
            if number % ROWS_BETWEEN_LOOKS == 0:
                self.reading.advance(share * ROWS_BETWEEN_LOOKS)
            entity = Entity(fields, fields.get(FILE, parts[0].name), "", self.reading)
            each = foreign_service(entity, source, on, self.kinds, ids)
            if isinstance(each, Service):
                services.append(each)
            elif each is not None:
                unkinded.append(each)
        return replace(foreign, services=tuple(services), unkinded=tuple(unkinded))


def _none_of_them(source: _Source, _: list[Part]) -> Incoming:
    raise UserMistake("file", f"{source.path.name} is not a directory that can be read. {KNOWN}")


_FORMATS: Sequence[tuple[Callable[[Part], bool], Callable[[_Source, list[Part]], Incoming]]] = (
    (is_workbook, lambda source, mine: read_own_workbook(mine[0], source.reading)),
    (is_own, lambda source, mine: read_own(mine, source.path, source.reading)),
    (is_nhs_uk, lambda source, mine: read_nhs_uk(mine, source.reading, source.kinds)),
    (is_nhsbsa, lambda source, mine: read_nhsbsa(mine, source.reading)),
    (is_flat_extract, lambda source, mine: source.open_referral(mine, extract_services)),
    (is_package, lambda source, mine: source.open_referral(mine, package_services)),
    (is_json, lambda source, mine: source.open_referral(mine, services_in)),
    (is_ods, lambda source, mine: read_ods(mine, source.reading)),
    (is_ten_columns, lambda source, mine: read_ten_columns(mine, source.reading)),
)


def _saved_on(parts: Sequence[Part]) -> date | None:
    return max((part.saved_on for part in parts if part.saved_on is not None), default=None)
