"""The counts behind the figures, of any days, by query."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from signpost.domain.call import Outcome
from signpost.domain.figures.figure_filter import EVERYTHING, FigureFilter
from signpost.domain.figures.period import Period
from signpost.domain.figures.tally import Key, Measure, Tally
from signpost.domain.signpost import RecordMode, Referral
from signpost.storage import statistics_queries as queries
from signpost.storage.tables import SignpostRow

EVERY_MEASURE = tuple(Measure)

_Rows = Iterable[Any]


class StatisticsStore:
    """Counts of this practice's records."""

    def __init__(self, session: DbSession, practice_id: str) -> None:
        self._session = session
        self._practice_id = practice_id

    def first_and_last_day(self) -> Period | None:
        """The days of the first and the last live record; None without any."""
        day = SignpostRow.event_date
        mine = select(day).where(
            SignpostRow.practice_id == self._practice_id,
            SignpostRow.record_mode == RecordMode.LIVE.value,
        )
        first = self._session.scalar(mine.order_by(day).limit(1))
        last = self._session.scalar(mine.order_by(day.desc()).limit(1))
        return Period(first, last) if first and last else None

    def tally(
        self,
        period: Period,
        chosen: FigureFilter = EVERYTHING,
        measures: Collection[Measure] = EVERY_MEASURE,
    ) -> Tally:
        """Count the records of these days."""
        where = queries.counted(self._practice_id, period, chosen)
        counting = _Counting()
        for its, query, count in _READERS:
            if not its.isdisjoint(measures):
                count(counting, self._session.execute(query(where)))
        return counting.tally()

    def words_of_nothing_heard(
        self, period: Period, chosen: FigureFilter, most: int
    ) -> tuple[str, ...]:
        """Callers' words of the newest calls in which nothing was recognised, at most so many."""
        where = queries.counted(self._practice_id, period, chosen)
        return tuple(self._session.scalars(queries.words_of_nothing_heard(where, most)))


class _Counting:
    """A tally while it is counted."""

    def __init__(self) -> None:
        self._counts: dict[Measure, Counter[Key]] = {}
        self._names: dict[str, str] = {}
        self._seconds = 0

    def tally(self) -> Tally:
        """What was counted."""
        counts = {measure: dict(found) for measure, found in self._counts.items()}
        return Tally(counts, self._seconds, self._names)

    def contacts(self, rows: _Rows) -> None:
        for outcome, count, seconds in rows:
            self._add(Measure.CONTACT, (outcome,), count)
            self._seconds += int(seconds)

    def volume(self, rows: _Rows) -> None:
        for day, hour, count in rows:
            self._add(Measure.VOLUME, (day.isoformat(), hour), count)

    def destinations(self, rows: _Rows) -> None:
        for outcome, kind, service, referral, heard, count, name in rows:
            self._add(Measure.OFFER, (outcome, kind, service), count)
            self._name("service", service, name)
            if outcome == Outcome.ACCEPTED:
                self._add(Measure.FOLLOW_UP, (kind, service, heard), count)
                if referral != Referral.NOT_NEEDED:
                    self._add(Measure.REFERRAL, (kind, referral), count)

    def declined(self, rows: _Rows) -> None:
        for why, instead, count in rows:
            self._add(Measure.DECLINED, (why, instead), count)

    def topics(self, rows: _Rows) -> None:
        for topic, outcome, count, title in rows:
            self._add(Measure.TOPIC, (topic, outcome), count)
            self._name("topic", topic, title)

    def ages(self, rows: _Rows) -> None:
        for band, outcome, count in rows:
            self._add(Measure.AGE, (band, outcome), count)

    def times(self, rows: _Rows) -> None:
        for span, count in rows:
            self._add(Measure.TIME, (span,), count)

    def prompts(self, rows: _Rows) -> None:
        for protocol, action, span, count, title in rows:
            self._add(Measure.PROMPT, (protocol, action), count)
            self._name("protocol", protocol, title)
            if span:
                self._add(Measure.TO_CLINICIAN, (span,), count)

    def asked(self, rows: _Rows) -> None:
        for span, count in rows:
            self._add(Measure.TO_CLINICIAN, (span,), count)

    def _add(self, measure: Measure, key: Key, count: int) -> None:
        self._counts.setdefault(measure, Counter())[key] += count

    def _name(self, what: str, its_id: str, name: str) -> None:
        if its_id and name:
            self._names[f"{what} {its_id}"] = name


_READERS: tuple[
    tuple[
        frozenset[Measure],
        Callable[[Any], queries.Query],
        Callable[[_Counting, _Rows], None],
    ],
    ...,
] = (
    (frozenset({Measure.CONTACT}), queries.contacts, _Counting.contacts),
    (frozenset({Measure.VOLUME}), queries.volume, _Counting.volume),
    (
        frozenset({Measure.OFFER, Measure.FOLLOW_UP, Measure.REFERRAL}),
        queries.destinations,
        _Counting.destinations,
    ),
    (frozenset({Measure.DECLINED}), queries.declined, _Counting.declined),
    (frozenset({Measure.TOPIC}), queries.topics, _Counting.topics),
    (frozenset({Measure.AGE}), queries.ages, _Counting.ages),
    (frozenset({Measure.TIME}), queries.times, _Counting.times),
    (frozenset({Measure.PROMPT, Measure.TO_CLINICIAN}), queries.prompts, _Counting.prompts),
    (frozenset({Measure.TO_CLINICIAN}), queries.clinicians_asked, _Counting.asked),
)
