"""Today's signposts: the list, corrections and voids that keep what was there, and referrals still
to send.
"""

from dataclasses import dataclass
from datetime import datetime

from signpost.domain.call import Outcome, PromptAction
from signpost.domain.local_time import local_time
from signpost.domain.record_id import new_id
from signpost.domain.signpost import Correctable, Referral, Revision, Signpost
from signpost.errors import UserMistake
from signpost.storage.database import Database
from signpost.usecases.call_to_record import corrected, correction_blockers

SHORT_WORDS = 60


@dataclass(frozen=True)
class TodayRow:
    """One record as the list shows it. `local_time` is HH:MM; `day` differs from today for unsent
    referrals.
    """

    signpost_id: str
    call_number: str
    day: str
    local_time: str
    recorder_initials: str
    about: str
    destination: str
    outcome: Outcome
    referral: Referral
    prompt_actions: tuple[tuple[str, PromptAction | None], ...]
    promised_by: datetime | None
    is_rehearsal: bool
    is_corrected: bool
    is_voided: bool
    void_reason: str


@dataclass(frozen=True)
class TodaysList:
    """Today's records, newest first, with older referrals that are still to send and call-backs
    still promised.
    """

    rows: tuple[TodayRow, ...]
    calls: int
    referrals_to_send: int
    callbacks_promised: tuple[TodayRow, ...]


class ReviewToday:
    """Looking over, correcting and voiding records."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def today(self, now: datetime) -> TodaysList:
        """The list for the local day that it is now."""
        day = local_time(now).date()
        with self._database.reading() as stores:
            initials = stores.staff.initials()
            found = stores.signposts.of_day_or_unsent(day)
        rows = tuple(
            _row(signpost, initials.get(signpost.recorded_by_id, "")) for signpost in found
        )
        standing = [row for row in rows if not row.is_voided]
        return TodaysList(
            rows=rows,
            calls=sum(row.day == day.isoformat() for row in standing),
            referrals_to_send=sum(row.referral is Referral.TO_SEND for row in standing),
            callbacks_promised=tuple(
                sorted(
                    (row for row in standing if row.outcome is Outcome.CALLBACK_PROMISED),
                    key=lambda row: row.promised_by or now,
                )
            ),
        )

    def one(self, signpost_id: str) -> Signpost:
        """A record in its latest state; its `said` is what a correction starts from."""
        with self._database.reading() as stores:
            return stores.signposts.one(signpost_id)

    def revisions(self, signpost_id: str) -> tuple[Revision, ...]:
        """Every correction and void of a record, oldest first."""
        with self._database.reading() as stores:
            return stores.signposts.revisions(signpost_id)

    def correct(
        self,
        signpost_id: str,
        said: Correctable,
        reason: str,
        recorder_id: str | None,
        now: datetime,
    ) -> Signpost:
        """Correct a record by a revision; what was there before is kept. Raises UserMistake for
        what is missing.
        """
        author, why = _author(recorder_id), _reason(reason, "Type why the record is corrected.")
        with self._database.transaction() as stores:
            before = _standing(stores.signposts.one(signpost_id))
            found = correction_blockers(before, said)
            if found:
                raise UserMistake(found[0].field, found[0].sentence)
            after = corrected(before, said, new_id(now))
            if after.said != before.said:
                stores.signposts.correct(before, after, author, why, now)
                return after
        return before

    def void(self, signpost_id: str, reason: str, recorder_id: str | None, now: datetime) -> None:
        """Void a record: it stays, marked, with the reason. Raises UserMistake without reason or
        author.
        """
        author, why = _author(recorder_id), _reason(reason, "Type why the record is voided.")
        with self._database.transaction() as stores:
            stores.signposts.void(
                _standing(stores.signposts.one(signpost_id)), new_id(now), author, why, now
            )

    def mark_referral_sent(self, signpost_id: str, recorder_id: str | None, now: datetime) -> None:
        """Say that the electronic referral has gone. Saying it twice changes nothing."""
        author = _author(recorder_id)
        with self._database.transaction() as stores:
            signpost = _standing(stores.signposts.one(signpost_id))
            if signpost.referral is Referral.TO_SEND:
                stores.signposts.mark_referral_sent(signpost, author, now)

    def referrals_to_send(self) -> int:
        """How many referrals of any day are still to send; the program warns before it closes."""
        with self._database.reading() as stores:
            return stores.signposts.count_unsent()


def _author(recorder_id: str | None) -> str:
    if recorder_id is None:
        raise UserMistake("recorder", "Choose who is recording.")
    return recorder_id


def _reason(typed: str, if_missing: str) -> str:
    reason = " ".join(typed.split())[:500]
    if not reason:
        raise UserMistake("reason", if_missing)
    return reason


def _standing(signpost: Signpost) -> Signpost:
    if signpost.voided_at is not None:
        raise UserMistake("signpost", "This record is void already and stays as it is.")
    return signpost


def _row(signpost: Signpost, initials: str) -> TodayRow:
    said = signpost.said
    words = " ".join(signpost.words.split())
    short = words if len(words) <= SHORT_WORDS else words[: SHORT_WORDS - 1].rstrip() + "…"
    return TodayRow(
        signpost_id=signpost.id,
        call_number=signpost.call_number,
        day=signpost.event_date.isoformat(),
        local_time=signpost.event_time,
        recorder_initials=initials,
        about=signpost.topic_title or short,
        destination=said.service.name if said.service else said.clinician_took_over,
        outcome=said.outcome,
        referral=signpost.referral,
        prompt_actions=tuple((prompt.title, prompt.action) for prompt in signpost.prompts),
        promised_by=said.promised_by,
        is_rehearsal=signpost.record_mode.value == "rehearsal",
        is_corrected=signpost.revision_id is not None,
        is_voided=signpost.voided_at is not None,
        void_reason=signpost.void_reason,
    )
