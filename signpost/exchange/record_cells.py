"""Cells that several layouts have in common, each made from what was read of a record."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import lru_cache

from signpost.domain.call import PromptAction
from signpost.domain.code_mapping import CodedTerm, coded_term, rehearsed
from signpost.domain.local_time import local_time
from signpost.domain.record_field import RecordField as F
from signpost.domain.record_field import hyphened, read_event, read_prompts, utc
from signpost.domain.signpost import record_type_of
from signpost.exchange.csv_file import defused
from signpost.exchange.layout import Column, made
from signpost.exchange.record_source import ExportRequest

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
GENDERS = {"F": "Female", "M": "Male", "I": "Indeterminate"}
"""Words for what was recorded as sex; anything else is Unknown."""

YES_NO = {None: "not_recorded", 0: "no", 1: "yes"}.get
TRUE_FALSE = {None: "false", 0: "false", 1: "true"}.get
_ROWS_KEPT = 4096

Coding = Callable[[str], CodedTerm]
"""From the text of `RecordField.EVENT` to the term."""

safe = lru_cache(maxsize=_ROWS_KEPT)(defused)
"""`defused` for texts that come again and again."""

staff_id = lru_cache(maxsize=_ROWS_KEPT)(hyphened)
"""`hyphened` for ids that come again and again."""


def coding(request: ExportRequest, *, mark_rehearsal: bool) -> Coding:
    """Names what happened in each record; the same values are worked out once."""

    @lru_cache(maxsize=_ROWS_KEPT)
    def name(joined: str) -> CodedTerm:
        event = read_event(joined)
        named = coded_term(request.codes, event)
        return rehearsed(named, event.record_mode) if mark_rehearsal else named

    return name


def coded(caption: str, name: Coding, part: str) -> Column:
    """A column with one part of the coded term; what a practice typed is never a formula."""

    @lru_cache(maxsize=_ROWS_KEPT)
    def cell(joined: str) -> str:
        return defused(str(getattr(name(joined), part)))

    return made(caption, cell, F.EVENT)


@lru_cache(maxsize=_ROWS_KEPT)
def event_type(joined: str) -> str:
    """What kind of event it was, a word of `record_type`."""
    event = read_event(joined)
    return record_type_of(event.referral, event.outcome, event.how_to_access).value


def of_staff(by_id: Mapping[str, object]) -> Callable[[str], object]:
    """Looks a member of staff up; empty for one that is not there."""
    return lambda digits: by_id.get(staff_id(digits), "")


def gender(sex: str | None) -> str:
    """A sex in a word."""
    return GENDERS.get(sex or "", "Unknown")


def wide_band(band: str) -> str:
    """An age band of files that leave the practice: the two youngest are one."""
    return "0-4" if band in {"under_1", "1-4"} else band


@lru_cache(maxsize=_ROWS_KEPT)
def day_with_month_name(day: str) -> str:
    """A day as 09-Mar-2026, in English whatever the PC's language is."""
    return f"{day[8:]}-{MONTHS[int(day[5:7]) - 1]}-{day[:4]}"


def month_with_name(day: str) -> str:
    """A day's month as Mar-2026."""
    return day_with_month_name(day)[3:]


def month(day: str | None) -> str:
    """A day's month as 2026-03; empty without a day."""
    return day[:7] if day else ""


def own_number(reference: str | None) -> str:
    """The practice's own number of a patient; empty when none is kept."""
    return defused(reference) if reference else ""


def local_moment(moment: str) -> datetime:
    """A moment as it was read, on England's clock."""
    return local_time(datetime.fromisoformat(moment[:19]).replace(tzinfo=UTC))


def protocols(joined: str | None) -> str:
    """The prompts handled: protocol/version/row/action/time each, with spaces between."""
    if not joined:
        return ""
    return " ".join(
        f"{shown.protocol_id}/{shown.version}/{shown.row_id}/{shown.action}/"
        f"{_short(shown.acted_at)}"
        for shown in read_prompts(joined)
    )


def _short(moment: str) -> str:
    return utc(moment).replace("-", "").replace(":", "")


def protocols_without_times(joined: str | None) -> str:
    """The same without when it was."""
    return " ".join(item.rpartition("/")[0] for item in protocols(joined).split())


def clinician(named: str, answered: str, joined: str | None) -> str:
    """Who took over: named with the outcome, else asked for, else named at a prompt."""
    if named:
        return defused(named)
    if answered.strip():
        return defused(answered.strip())
    took_over = PromptAction.CLINICIAN_TOOK_OVER.value
    return next(
        (defused(shown.clinician) for shown in read_prompts(joined) if shown.action == took_over),
        "",
    )


def one_line(text: str) -> str:
    """Text without line breaks, for readers that take every line for a record."""
    return defused(" ".join(text.split()))


def as_text_formula(identifier: object) -> str:
    """A long id as a formula that a spreadsheet shows whole; only where somebody asked for it."""
    return f'="{identifier}"' if identifier else ""
