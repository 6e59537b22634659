"""A desk reports that an entry is wrong; a manager answers. Never a word about a patient."""

from collections.abc import Mapping
from datetime import date

from signpost.domain.directory_change import EntryReport
from signpost.domain.identifiers import Identifier, IdentifierKind, identifiers_in
from signpost.domain.local_time import local_time
from signpost.domain.record_id import new_id
from signpost.domain.suggestion_words import day_words
from signpost.errors import UserMistake
from signpost.storage.database import Database
from signpost.usecases.keep_directory import Author, keeper
from signpost.usecases.typed_values import read_text

LONGEST_REPORT = 200
A_PATIENTS = frozenset({IdentifierKind.NHS_NUMBER, IdentifierKind.DATE_OF_BIRTH})
"""What is never about a service. A number or address may be the service's own."""


class ReportEntry:
    """Reports about one directory: the practice's own (`owner_id` None), or another's."""

    def __init__(self, database: Database, owner_id: str | None = None) -> None:
        self._database = database
        self._owner_id = owner_id

    def report(
        self,
        service_id: str,
        location_id: str,
        what_is_wrong: str,
        author: Author,
        *,
        identifiers_seen: bool = False,
    ) -> EntryReport:
        """Keep what is wrong with a service, or (`location_id`) with it at one place.

        Raises UserMistake when nothing was typed, when it holds what can only be a patient's, and,
        unless `identifiers_seen`, when it holds what might be.
        """
        text = read_text(what_is_wrong)[:LONGEST_REPORT]
        if not text:
            raise UserMistake("what_is_wrong", "Say in a few words what is wrong.")
        _check_identifiers(identifiers_in(text, author.today), seen=identifiers_seen)
        with self._database.transaction() as stores:
            services = stores.directory(self._owner_id).services([service_id], most_places=0)
            if service_id not in services:
                raise UserMistake("what_is_wrong", "This entry is not in the directory any more.")
            report = EntryReport(
                new_id(author.now),
                service_id,
                services[service_id].name,
                location_id,
                text,
                self._made_by(author),
                author.now,
            )
            stores.reports(self._owner_id).insert(report)
        return report

    def open(self) -> tuple[EntryReport, ...]:
        """What waits for an answer, oldest first."""
        with self._database.reading() as stores:
            return stores.reports(self._owner_id).open()

    def answer(self, report_id: str, answer: str, author: Author) -> EntryReport:
        """Say what was done about a report; desks no longer see it then."""
        text = read_text(answer)
        if not text:
            raise UserMistake("answer", "Say in a few words what you found or changed.")
        with self._database.transaction() as stores:
            keeper(stores, author)
            return stores.reports(self._owner_id).answer(report_id, text, author.now)

    def _made_by(self, author: Author) -> str | None:
        """Reports about the example practice's directory name nobody: its people are invented."""
        return author.staff_id if self._owner_id is None else None


def reported_words(reports: tuple[EntryReport, ...], today: date) -> Mapping[str, str]:
    """What desks are told of each service that somebody has reported, by its id."""
    told: dict[str, str] = {}
    for report in reports:
        day = local_time(report.made_at).date()
        when = "today" if day == today else day_words(day)
        words = f'Reported wrong {when}: "{report.what_is_wrong}"'
        before = told.get(report.service_id)
        told[report.service_id] = f"{before}. {words}" if before else words
    return told


def _check_identifiers(found: tuple[Identifier, ...], *, seen: bool) -> None:
    patients = [item for item in found if item.kind in A_PATIENTS]
    if patients:
        raise UserMistake(
            "what_is_wrong", f"This looks like {patients[0].kind.label}: take it out."
        )
    if found and not seen:
        raise UserMistake(
            "what_is_wrong",
            f"This looks like {found[0].kind.label}. If it is the service's own, press Enter again;"
            " if it is a patient's, take it out.",
        )
