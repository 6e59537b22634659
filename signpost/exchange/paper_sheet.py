"""The paper sheet: what is printed of the protocols and topics, as plain values for its
template."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from signpost.domain.local_time import day_in_words, local_time
from signpost.domain.printed_wording import PaperWording
from signpost.domain.protocol import Level, Protocol, Source
from signpost.domain.protocol_words import condition, tone
from signpost.domain.service_kind import ServiceKind
from signpost.domain.topic import AgeVariant, Topic
from signpost.exchange.title_words import title_words
from signpost.exchange.typesetting import typeset, write_pdf

TEMPLATE = "paper_sheet.typ"
Item = TypeVar("Item")


@dataclass(frozen=True)
class PaperSheet:
    """What a sheet is made of. `incomplete` says in a sentence that protocols are missing from it;
    empty when none is."""

    wording: PaperWording
    protocols: tuple[Protocol, ...]
    approved: frozenset[str]
    topics: tuple[Topic, ...]
    version: str
    practice: str
    answer_minutes: int
    incomplete: str = ""
    rehearsal: bool = True
    large: bool = False


def write_paper_sheet(
    sheet: PaperSheet, out: Path, made: datetime, layouts: Path, fonts: Path
) -> None:
    """Set the sheet by the template in the folder `layouts` and write it to `out`; `made` is dated
    in England's time.

    Raises NotAvailable when the file cannot be written.
    """
    write_pdf(out, typeset(layouts / TEMPLATE, fonts, sheet_values(sheet, made), made))


def sheet_values(sheet: PaperSheet, made: datetime) -> dict[str, object]:
    """Everything that the template prints, as text, numbers and lists of them."""
    wording = sheet.wording
    drafts = [item for item in sheet.protocols if item.id not in sheet.approved]
    minutes = str(sheet.answer_minutes)
    return {
        "title": wording.title,
        "use_when": wording.use_when,
        "facts": wording.facts,
        "unmatched": wording.unmatched,
        "topics_before": wording.topics_before,
        "numbers": wording.numbers,
        "rules": [
            [rule.name.replace("{minutes}", minutes), rule.text.replace("{minutes}", minutes)]
            for rule in wording.rules
        ],
        "levels": [[level.label, tone(level), wording.levels[level]] for level in Level],
        "practice": sheet.practice,
        "printed": day_in_words(local_time(made).date()),
        "version": sheet.version,
        "marking": _marking(sheet, len(drafts)),
        "incomplete": sheet.incomplete,
        "large": sheet.large,
        "areas": _areas(sheet),
        "words": [[word, ids] for word, ids in title_words(sheet.protocols)],
        "topic_groups": _topic_groups(sheet.topics),
    }


def _marking(sheet: PaperSheet, drafts: int) -> str:
    parts = ["REHEARSAL: not for real callers"] if sheet.rehearsal else []
    if drafts == len(sheet.protocols):
        parts.append("DRAFT, not approved by your practice")
    elif drafts:
        some = "1 protocol is" if drafts == 1 else f"{drafts} protocols are"
        parts.append(f"{some} DRAFT, not approved by your practice")
    return " · ".join(parts)


def _areas(sheet: PaperSheet) -> list[Mapping[str, object]]:
    """Protocols by area, both in the order in which the content names them first."""
    return [
        {"name": name, "protocols": [_protocol(item, sheet.approved) for item in items]}
        for name, items in _grouped((item.group, item) for item in sheet.protocols)
    ]


def _protocol(protocol: Protocol, approved: frozenset[str]) -> Mapping[str, object]:
    gravest = protocol.levels[0]
    return {
        "id": protocol.id,
        "title": protocol.title,
        "level": gravest.label,
        "tone": tone(gravest),
        "is_draft": protocol.id not in approved,
        "applies_to": protocol.applies_to,
        "questions": [question.text for question in protocol.questions],
        "rows": [
            [row.level.label, tone(row.level), condition(protocol, row), row.action]
            for row in protocol.rows_gravest_first
        ],
        "while_waiting": protocol.while_waiting,
        "do_not_say": protocol.do_not_say,
        "source": _source_line(protocol),
    }


def _source_line(protocol: Protocol) -> str:
    parts = [f"{protocol.id} version {protocol.version}, for {protocol.nation}"]
    parts.append(f"review by {_day(protocol.review_date)}")
    parts.append(f"guards against: {protocol.guards_against}")
    if protocol.sources:
        more = len(protocol.sources) - 1
        others = f" and {more} more" if more else ""
        parts.append(f"source: {_source(protocol.sources[0])}{others}")
    return " · ".join(parts)


def _source(source: Source) -> str:
    place = ", ".join(part for part in (source.nation, source.date) if part)
    return f"{source.title} ({place})" if place else source.title


def _day(written: str) -> str:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return written
    return f"{day.day} {day:%B} {day.year}"


def _topic_groups(topics: tuple[Topic, ...]) -> list[Mapping[str, object]]:
    return [
        {"name": name, "topics": [_topic(topic) for topic in items]}
        for name, items in _grouped((topic.group, topic) for topic in topics)
    ]


def _topic(topic: Topic) -> Mapping[str, object]:
    return {
        "title": topic.title,
        "kinds": _kinds(topic.kinds),
        "variants": [[_ages(item), _kinds(item.kinds)] for item in topic.variants],
        "unsuitable": topic.unsuitable,
    }


def _kinds(kinds: tuple[ServiceKind, ...]) -> str:
    return ", ".join(kind.label for kind in kinds)


def _ages(variant: AgeVariant) -> str:
    low, high = variant.age_min_years, variant.age_max_years
    if low and high is not None:
        # Whole years are said as people say them: 1 up to, not including, 18 is 1 to 17.
        whole = low == int(low) and high == int(high)
        return f"{low:g} to {high - 1:g}" if whole and high - 1 > low else f"{low:g} up to {high:g}"
    if high is not None:
        return f"Under {high:g}"
    return f"{low or 0:g} and over"


def _grouped(pairs: Iterable[tuple[str, Item]]) -> list[tuple[str, list[Item]]]:
    groups: dict[str, list[Item]] = {}
    for name, item in pairs:
        groups.setdefault(name, []).append(item)
    return list(groups.items())
