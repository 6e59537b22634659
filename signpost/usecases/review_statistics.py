"""Looking at figures: counts of any days, with what is known of months that are over."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from signpost.domain.audit import AuditEvent
from signpost.domain.figures.figure_filter import EVERYTHING, FigureFilter
from signpost.domain.figures.gp_time import TimeAssumption
from signpost.domain.figures.period import Period, last_months, month_of
from signpost.domain.figures.statistics import Spans
from signpost.domain.figures.tally import Measure, Tally, together
from signpost.domain.local_time import local_time
from signpost.domain.permission import Deed
from signpost.language.unmatched_words import words_in_common
from signpost.storage.database import Database
from signpost.usecases.prove_who import Proof, allowed

if TYPE_CHECKING:
    from signpost.storage.stores import Stores

MOST_CALLS_LOOKED_AT = 2_000
EVERY_MEASURE = tuple(Measure)


@dataclass(frozen=True)
class Asked:
    """What figures are asked for: which days, which of their records."""

    period: Period
    chosen: FigureFilter = EVERYTHING


@dataclass(frozen=True)
class Unheard:
    """Words of calls that matched nothing, with the number of calls that have them; `calls` is how
    many were looked at.
    """

    calls: int
    words: tuple[tuple[str, int], ...]


class ReviewStatistics:
    """Counting records, never one of rehearsal, of the example practice, or void."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def own(
        self, asked: Asked, recorder_id: str, measures: Collection[Measure] = EVERY_MEASURE
    ) -> Spans:
        """Figures of what one person recorded, which is only ever the person who asks."""
        own = replace(asked.chosen, recorder_id=recorder_id)
        with self._database.reading() as stores:
            return _spans(stores, Asked(asked.period, own), measures)

    def figures(
        self,
        asked: Asked,
        proof: Proof | None,
        now: datetime,
        measures: Collection[Measure] = EVERY_MEASURE,
    ) -> Spans:
        """Figures of the whole practice, of these days and of those before.

        Raises UserMistake when the person may not see them.
        """
        with self._database.reading() as stores:
            allowed(stores, proof, Deed.SEE_STATISTICS, now)
            return _spans(stores, asked, measures)

    def words_unheard(
        self, asked: Asked, proof: Proof | None, recorder_id: str, now: datetime
    ) -> Unheard:
        """What callers said that matched nothing: of one's own calls, or (without `recorder_id`) of
        the whole practice. Raises UserMistake when the person may not see it.
        """
        chosen = replace(asked.chosen, recorder_id=recorder_id)
        with self._database.reading() as stores:
            if not recorder_id:
                allowed(stores, proof, Deed.SEE_STATISTICS, now)
            texts = stores.statistics().words_of_nothing_heard(
                asked.period, chosen, MOST_CALLS_LOOKED_AT
            )
        return Unheard(len(texts), words_in_common(texts, local_time(now).date()))

    def everything_recorded(self, now: datetime) -> Period:
        """From the first to the last day with a record; this month without any."""
        with self._database.reading() as stores:
            return stores.statistics().first_and_last_day() or month_of(local_time(now).date())

    def assumed(self) -> tuple[TimeAssumption, ...]:
        """What the practice assumes of a GP's time."""
        with self._database.reading() as stores:
            return stores.assumptions().all()

    def assume(
        self,
        assumptions: Iterable[TimeAssumption],
        recorder_id: str,
        proof: Proof | None,
        now: datetime,
    ) -> None:
        """Assume this and nothing else from now on; written to the audit log.

        Raises UserMistake when the person may not.
        """
        kept = tuple(assumptions)
        with self._database.transaction() as stores:
            person = allowed(stores, proof, Deed.CHANGE_SETTINGS, now)
            set_by = person.id if person else recorder_id
            stores.assumptions().replace(kept, set_by, now)
            details = {one.kind or "every other kind": f"{one.minutes:g}" for one in kept}
            stores.audit.add(
                now, set_by, AuditEvent.SETTING_CHANGED, {"setting": "GP minutes", **details}
            )

    def keep_a_month(self, now: datetime) -> bool:
        """Count one month that is over and not kept yet, the newest first, so that it need not be
        counted again. False when none was left to count.
        """
        with self._database.reading() as stores:
            months = _months_over(stores, now)
            kept = (
                stores.month_tallies().of(Period(months[0].first, months[-1].last))
                if months
                else {}
            )
        missing = [month for month in months if month.first not in kept]
        if not missing:
            return False
        month = missing[-1]
        with self._database.transaction() as stores:
            token = stores.month_tallies().renew(month.first, now)
        with self._database.reading() as stores:
            tally = stores.statistics().tally(month)
        with self._database.transaction() as stores:
            stores.month_tallies().keep(month.first, token, tally)
        return True


def _spans(stores: "Stores", asked: Asked, measures: Collection[Measure]) -> Spans:
    return Spans(
        _tally(stores, asked.period, asked.chosen, measures),
        _tally(stores, asked.period.before, asked.chosen, measures),
    )


def _tally(
    stores: "Stores",
    period: Period,
    chosen: FigureFilter,
    measures: Collection[Measure],
) -> Tally:
    if not chosen.asks_nothing:
        return stores.statistics().tally(period, chosen, measures)
    kept = stores.month_tallies().of(period)
    parts = []
    rest: list[Period] = []
    for month in period.months():
        if month.is_whole_months and month.first in kept:
            parts.append(kept[month.first].only(measures))
        elif rest and rest[-1].last + timedelta(days=1) == month.first:
            rest[-1] = Period(rest[-1].first, month.last)
        else:
            rest.append(month)
    parts += [stores.statistics().tally(span, EVERYTHING, measures) for span in rest]
    return together(parts)


def _months_over(stores: "Stores", now: datetime) -> tuple[Period, ...]:
    """Whole months with records that ended at least a day ago, so that none is still to come."""
    recorded = stores.statistics().first_and_last_day()
    if recorded is None:
        return ()
    yesterday: date = (now - timedelta(days=1)).date()
    last = min(recorded.last, last_months(yesterday, 1).last)
    if last < recorded.first:
        return ()
    return Period(month_of(recorded.first).first, month_of(last).last).months()
