"""The queries of the figures: each counts the records of some days by a few columns, on both
databases.

Counted is what stands, is live, and is not of the example practice. Nothing else ever is.
"""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Executable,
    and_,
    case,
    extract,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.orm import InstrumentedAttribute

from signpost.domain.call import Outcome, PromptAction
from signpost.domain.figures.figure_filter import FigureFilter
from signpost.domain.figures.period import Period
from signpost.domain.figures.tally import ADMINISTRATIVE, MINUTE_ENDS, MINUTES
from signpost.domain.signpost import ADMINISTRATIVE_OUTCOMES, RecordMode
from signpost.storage.tables import PromptRow, SignpostRow

R = SignpostRow
_ADMINISTRATIVE = R.outcome.in_([outcome.value for outcome in ADMINISTRATIVE_OUTCOMES])
_CARE = ~_ADMINISTRATIVE
_N = func.count().label("n")

Query = Executable


def counted(practice_id: str, period: Period, chosen: FigureFilter) -> ColumnElement[bool]:
    """The records that figures of these days are about."""
    conditions = [
        R.practice_id == practice_id,
        R.event_date.between(period.first, period.last),
        R.record_mode == RecordMode.LIVE.value,
        R.example_practice.is_(False),
        R.voided_at.is_(None),
    ]
    for column, value in (
        (R.service_kind, chosen.kind),
        (R.service_id, chosen.service_id),
        (R.topic_id, chosen.topic_id),
        (R.outcome, chosen.outcome.value if chosen.outcome else ""),
        (R.recorded_by, chosen.recorder_id),
    ):
        if value:
            conditions.append(column == value)
    return and_(*conditions)


def contacts(where: ColumnElement[bool]) -> Query:
    """Outcome or administrative, their number, and their seconds together."""
    key = case((_ADMINISTRATIVE, literal(ADMINISTRATIVE)), else_=R.outcome).label("k")
    return select(key, _N, func.sum(R.duration_seconds)).where(where).group_by(key)


def volume(where: ColumnElement[bool]) -> Query:
    """Day and hour."""
    hour = func.substr(R.event_time, 1, 2).label("hour")
    return select(R.event_date, hour, _N).where(where).group_by(R.event_date, hour)


def destinations(where: ColumnElement[bool]) -> Query:
    """Outcome, kind, service, referral and what was heard back of what was offered, with a name."""
    keys = (
        R.outcome,
        R.service_kind,
        func.coalesce(R.service_id, "").label("service"),
        R.referral,
        func.coalesce(R.follow_up_outcome, "").label("heard"),
    )
    offered = R.outcome.in_([Outcome.ACCEPTED.value, Outcome.DECLINED.value])
    return select(*keys, _N, func.max(R.service_name)).where(where, _CARE, offered).group_by(*keys)


def declined(where: ColumnElement[bool]) -> Query:
    """Reason and what was arranged instead."""
    keys = (
        func.coalesce(R.decline_reason, "").label("why"),
        func.coalesce(R.arranged_instead, "").label("instead"),
    )
    return select(*keys, _N).where(where, R.outcome == Outcome.DECLINED.value).group_by(*keys)


def topics(where: ColumnElement[bool]) -> Query:
    """Topic and outcome, with the topic's title."""
    return (
        select(R.topic_id, R.outcome, _N, func.max(R.topic_title))
        .where(where, _CARE)
        .group_by(R.topic_id, R.outcome)
    )


def ages(where: ColumnElement[bool]) -> Query:
    """Age band and outcome."""
    return select(R.age_band, R.outcome, _N).where(where, _CARE).group_by(R.age_band, R.outcome)


def times(where: ColumnElement[bool]) -> Query:
    """Spans of minutes that contacts took."""
    span = _span(R.duration_seconds).label("span")
    return select(span, _N).where(where).group_by(span)


def prompts(where: ColumnElement[bool]) -> Query:
    """Protocol, action, and minutes to the clinician where one took over; with a title."""
    shown = PromptRow
    taken_over = shown.action == PromptAction.CLINICIAN_TOOK_OVER.value
    taken = case(
        (and_(taken_over, shown.acted_at.is_not(None)), _span(_seconds(shown))), else_=""
    ).label("span")
    keys = (shown.protocol_id, func.coalesce(shown.action, "").label("action"), taken)
    joined = and_(shown.practice_id == R.practice_id, shown.signpost_id == R.id)
    return (
        select(*keys, _N, func.max(shown.title))
        .join(R, joined)
        .where(where, shown.kind == "prompt")
        .group_by(*keys)
    )


def clinicians_asked(where: ColumnElement[bool]) -> Query:
    """Minutes from asking a clinician to one taking over; empty: none is recorded."""
    seconds = extract("epoch", R.clinician_answered_at) - extract("epoch", R.clinician_asked_at)
    span = case((R.clinician_answered_at.is_(None), ""), else_=_span(seconds)).label("span")
    return select(span, _N).where(where, R.clinician_asked_at.is_not(None)).group_by(span)


def words_of_nothing_heard(where: ColumnElement[bool], most: int) -> Query:
    """Callers' words of the newest calls without a topic, or in which nothing matched."""
    nothing = or_(R.topic_id == "", R.outcome == Outcome.NOTHING_MATCHED.value)
    newest_first = (R.event_date.desc(), R.event_time.desc())
    return select(R.words).where(where, _CARE, nothing).order_by(*newest_first).limit(most)


def _seconds(shown: type[PromptRow]) -> ColumnElement[Any]:
    return extract("epoch", shown.acted_at) - extract("epoch", shown.raised_at)


def _span(seconds: ColumnElement[Any] | InstrumentedAttribute[int]) -> ColumnElement[str]:
    ends = zip(MINUTE_ENDS, MINUTES, strict=False)
    return case(*((seconds < end * 60, words) for end, words in ends), else_=MINUTES[-1])
