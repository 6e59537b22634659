"""Panels about all contacts: what came of them, when they came, how long they took, what about."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from signpost.domain.call import Outcome
from signpost.domain.figures.breakdown import Breakdown, counts_for, with_share
from signpost.domain.figures.panel import Bar, Bars, HeatMap, Line, Panel, Table
from signpost.domain.figures.period import Step, in_words, step_start
from signpost.domain.figures.sheet import NONE, TOO_FEW, Sheet, bars_panel
from signpost.domain.figures.statistics import (
    CONTACTS,
    OFFERED,
    contacts,
    minutes,
    topics,
)
from signpost.domain.figures.tally import ADMINISTRATIVE, Measure
from signpost.domain.suppression import HIDDEN, Count, shown_parts

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MOST_TOPICS = 15
UNHEARD = "unheard"


def outcomes(sheet: Sheet) -> Panel:
    """What came of every contact."""
    breakdown = contacts(sheet.spans)
    return bars_panel(
        sheet,
        "outcomes",
        "What came of contacts",
        breakdown,
        sentence=_outcome_sentence(sheet, breakdown),
    )


def volume(sheet: Sheet) -> Panel:
    """Contacts over time."""
    title = "Contacts over time"
    step = sheet.period.step
    found = _by_step(sheet)
    starts = _starts_with_contacts(sheet)
    if not found or sheet.is_few(sum(found.values())):
        return Panel("volume", title, TOO_FEW if found else NONE)
    counts = _told_by_step(sheet, [found.get(start, 0) for start in starts])
    if all(count.number is None for count in counts):
        return Panel("volume", title, TOO_FEW)
    names = [_step_name(start, step) for start in starts]
    points = tuple((name, count.number) for name, count in zip(names, counts, strict=True))
    rows = tuple((name, count.words) for name, count in zip(names, counts, strict=True))
    whole = sum(found.values())
    sentence = f"{whole:,} contacts in {sheet.period.days} days, by {step.value}."
    header = ({Step.DAY: "Day", Step.WEEK: "Week from", Step.MONTH: "Month"}[step], "Contacts")
    return Panel("volume", title, sentence, Line(points), Table(header, rows))


def busy_hours(sheet: Sheet) -> Panel:
    """Contacts by hour and weekday."""
    title = "Contacts by hour and weekday"
    cells = _cells(sheet)
    if not cells or sheet.is_few(sum(cells.values())):
        return Panel("hours", title, TOO_FEW if cells else NONE)
    used = sorted({hour for _, hour in cells})
    hours = range(used[0], used[-1] + 1)
    told = _told_weekdays(sheet)
    rows = []
    for weekday, name in enumerate(WEEKDAYS):
        counts = [cells[weekday, hour] for hour in hours]
        if not any(counts):
            continue
        if told[weekday]:
            rows.append((name, counts_for(counts, sheet.audience)))
        else:
            rows.append((name, tuple(HIDDEN for _ in counts)))
    columns = tuple(f"{hour:02}" for hour in hours)
    table = Table(
        ("", *(f"{column}:00" for column in columns)),
        tuple((name, *(count.words for count in counts)) for name, counts in rows),
    )
    sentence = f"When {sum(cells.values()):,} contacts came: each field is an hour of a weekday."
    return Panel("hours", title, sentence, HeatMap(columns, tuple(rows)), table)


def time_taken(sheet: Sheet) -> Panel:
    """How long contacts took from the first key to saving."""
    breakdown = minutes(sheet.spans, Measure.TIME, CONTACTS)
    whole = breakdown.whole
    mean = sheet.spans.now.seconds / whole if whole else 0
    sentence = (
        f"{int(mean // 60)} minutes {int(mean % 60)} seconds on average, of {whole:,} contacts, "
        "from the first key to saving."
    )
    return bars_panel(sheet, "time", "Time per contact", breakdown, sentence=sentence)


def about(sheet: Sheet) -> Panel:
    """The topics that contacts were about."""
    breakdown = topics(sheet.spans)
    listed = sheet.largest(breakdown, MOST_TOPICS)
    sentence = f"{breakdown.whole:,} contacts that were not administrative, by topic."
    return bars_panel(
        sheet,
        "topics",
        "What callers needed",
        listed,
        sentence=sentence,
        known=sheet.may_tell(ADMINISTRATIVE),
    )


def unheard(calls: int, words: Sequence[tuple[str, int]]) -> Panel:
    """Words of calls that matched nothing. They are callers' words: never told outside."""
    title = "Words that matched nothing"
    if not words:
        return Panel(UNHEARD, title, "No words that three such calls have in common.")
    sentence = (
        f"What the newest {calls:,} calls without a topic, or in which nothing matched, have in "
        "common. Tell whoever keeps the content. These words never leave the practice."
    )
    bars = tuple(Bar(phrase, count, f"{count:,} calls") for phrase, count in words[:MOST_TOPICS])
    rows = tuple((phrase, f"{count:,}") for phrase, count in words)
    return Panel(UNHEARD, title, sentence, Bars(bars), Table(("Words", "Calls"), rows))


def _outcome_sentence(sheet: Sheet, breakdown: Breakdown) -> str:
    whole = breakdown.whole
    sentences = [f"{whole:,} contacts."]
    if not sheet.is_few(breakdown.before):
        before = f"{breakdown.before:,} before ({sheet.period.before.words})"
        sentences = [f"{whole:,} contacts; {before}."]
    administrative = sheet.outcomes[ADMINISTRATIVE].count
    if administrative.number:
        sentences.append(
            f"{with_share(administrative, whole, CONTACTS)} were administrative: neither a "
            "signpost nor an appointment."
        )
    offered = sheet.sum_of(OFFERED).number
    if offered:
        accepted = sheet.outcomes[Outcome.ACCEPTED].count
        sentences.append(
            f"{offered:,} were offered a service; {with_share(accepted, offered, 'offered')} "
            "accepted."
        )
    return " ".join(sentences)


def _starts_with_contacts(sheet: Sheet) -> list[date]:
    """The steps of the line, without weekdays on which nobody ever came: the practice is shut."""
    starts = sheet.period.starts()
    if sheet.period.step is not Step.DAY:
        return list(starts)
    open_on = {weekday for weekday, _ in _cells(sheet)}
    return [start for start in starts if start.weekday() in open_on]


def _by_step(sheet: Sheet) -> Counter[date]:
    found: Counter[date] = Counter()
    for (day, _), count in sheet.spans.now.of(Measure.VOLUME).items():
        found[step_start(date.fromisoformat(day), sheet.period.step)] += count
    return found


def _told_by_step(sheet: Sheet, counts: list[int]) -> tuple[Count, ...]:
    """Days are parts of their weekday as well, whose hours are told beside them."""
    if sheet.period.step is not Step.DAY or not sheet.is_outside:
        return counts_for(counts, sheet.audience)
    told = _told_weekdays(sheet)
    shown = [HIDDEN] * len(counts)
    for weekday in range(len(WEEKDAYS)):
        places = [
            place
            for place, start in enumerate(_starts_with_contacts(sheet))
            if start.weekday() == weekday and told[weekday]
        ]
        for place, count in zip(places, shown_parts([counts[one] for one in places]), strict=True):
            shown[place] = count
    return tuple(shown)


def _cells(sheet: Sheet) -> Counter[tuple[int, int]]:
    cells: Counter[tuple[int, int]] = Counter()
    for (day, hour), count in sheet.spans.now.of(Measure.VOLUME).items():
        cells[date.fromisoformat(day).weekday(), int(hour)] += count
    return cells


def _told_weekdays(sheet: Sheet) -> list[bool]:
    cells = _cells(sheet)
    totals = [
        sum(count for (its, _), count in cells.items() if its == weekday)
        for weekday in range(len(WEEKDAYS))
    ]
    return [count.number is not None for count in counts_for(totals, sheet.audience)]


def _step_name(start: date, step: Step) -> str:
    if step is Step.MONTH:
        return f"{start:%b %Y}"
    return f"{start:%a} {start.day} {start:%b}" if step is Step.DAY else in_words(start)
