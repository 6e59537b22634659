"""Protocol files: one red-flag protocol each."""

import datetime as dt
from pathlib import Path

import msgspec

from signpost.content.toml_file import read_toml
from signpost.domain.caller import Sex
from signpost.domain.faults import ContentFault
from signpost.domain.protocol import Level, Limits, Protocol, Question, Row, Source, Trigger
from signpost.domain.service_kind import ServiceKind


class LimitsShape(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Whom something is written for."""

    age_min_years: float | None = None
    age_max_years: float | None = None
    sex: Sex | None = None
    pregnant: bool | None = None

    def limits(self) -> Limits:
        """As the domain's value."""
        return Limits(self.age_min_years, self.age_max_years, self.sex, self.pregnant)


class QuestionShape(msgspec.Struct, forbid_unknown_fields=True):
    """A question as written."""

    id: str
    text: str


class RowShape(msgspec.Struct, forbid_unknown_fields=True):
    """A row as written."""

    id: str
    level: Level
    action: str
    when: list[str] = []
    needs_all: bool = False


class TriggerShape(msgspec.Struct, forbid_unknown_fields=True):
    """A trigger as written; `any` is one group of concepts or a list of groups."""

    all: list[str] = []
    any: list[str | list[str]] = []
    limits: LimitsShape = LimitsShape()
    weak: bool = False

    def trigger(self) -> Trigger:
        """As the domain's value."""
        groups = [entry for entry in self.any if not isinstance(entry, str)]
        flat = tuple(entry for entry in self.any if isinstance(entry, str))
        any_of = tuple(tuple(group) for group in groups) if groups else ((flat,) if flat else ())
        return Trigger(tuple(self.all), any_of, self.limits.limits(), self.weak)


class SourceShape(msgspec.Struct, forbid_unknown_fields=True):
    """A source as written."""

    title: str
    address: str = ""
    nation: str = ""
    date: str = ""
    read: bool = False


class ProtocolShape(msgspec.Struct, forbid_unknown_fields=True):
    """A protocol file as written."""

    id: str
    version: int
    title: str
    guards_against: str
    group: str
    applies_to: str
    allowed_kinds: list[ServiceKind]
    while_waiting: str
    do_not_say: str
    nation: str
    review_date: str
    questions: list[QuestionShape]
    rows: list[RowShape]
    triggers: list[TriggerShape]
    sources: list[SourceShape]
    lookalikes: list[str] = []
    unverified: str = ""
    notes: str = ""
    limits: LimitsShape = LimitsShape()

    def protocol(self) -> Protocol:
        """As the domain's value."""
        return Protocol(
            id=self.id,
            version=self.version,
            title=self.title,
            guards_against=self.guards_against,
            group=self.group,
            applies_to=self.applies_to,
            questions=tuple(Question(question.id, question.text) for question in self.questions),
            rows=tuple(
                Row(row.id, row.level, row.action, tuple(row.when), row.needs_all)
                for row in self.rows
            ),
            allowed_kinds=tuple(self.allowed_kinds),
            while_waiting=self.while_waiting,
            do_not_say=self.do_not_say,
            triggers=tuple(trigger.trigger() for trigger in self.triggers),
            lookalikes=tuple(self.lookalikes),
            sources=tuple(
                Source(s.title, s.address, s.nation, s.date, s.read) for s in self.sources
            ),
            nation=self.nation,
            review_date=self.review_date,
            unverified=self.unverified,
            notes=self.notes,
            limits=self.limits.limits(),
        )


def read_protocols(paths: list[Path], faults: list[ContentFault]) -> tuple[Protocol, ...]:
    """Every usable protocol, by id. One with a mistake is left out, with a fault."""
    found: dict[str, Protocol] = {}
    for path in paths:
        written = read_toml(path, ProtocolShape, faults)
        if written is None:
            continue
        wrong = _mistakes(written, path)
        if written.id in found:
            wrong.append(ContentFault(path.name, "id", f"{written.id} is already in another file."))
        faults.extend(wrong)
        if not wrong:
            found[written.id] = written.protocol()
    return tuple(found[key] for key in sorted(found))


def _mistakes(written: ProtocolShape, path: Path) -> list[ContentFault]:
    wrong = [*_head_mistakes(written, path), *_row_mistakes(written)]
    for place, trigger in enumerate(written.triggers, 1):
        if not trigger.all and not trigger.any:
            wrong.append((f"triggers[{place}]", "names no concept."))
    if not written.triggers:
        wrong.append(("triggers", "needs at least one trigger."))
    return [ContentFault(path.name, key, sentence) for key, sentence in wrong]


def _head_mistakes(written: ProtocolShape, path: Path) -> list[tuple[str, str]]:
    wrong: list[tuple[str, str]] = []
    if path.stem != written.id:
        sentence = f"is {written.id}, but the file is named {path.name}. Make them the same."
        wrong.append(("id", sentence))
    try:
        dt.date.fromisoformat(written.review_date)
    except ValueError:
        sentence = f"'{written.review_date}' is not a date such as 2027-05-22."
        wrong.append(("review_date", sentence))
    return wrong


def _row_mistakes(written: ProtocolShape) -> list[tuple[str, str]]:
    wrong: list[tuple[str, str]] = []
    questions = [question.id for question in written.questions]
    rows = [row.id for row in written.rows]
    if not questions or len(set(questions)) != len(questions):
        wrong.append(("questions", "needs at least one question, each with its own id."))
    if [row.id for row in written.rows if not row.when] != rows[-1:]:
        wrong.append(("rows", "needs one otherwise row (when = []), and it must be the last."))
    if len(set(rows)) != len(rows):
        wrong.append(("rows", "uses one row id twice."))
    for row in written.rows:
        unknown = ", ".join(name for name in row.when if name not in questions)
        if unknown:
            sentence = f"names {unknown}, which is no question of this protocol."
            wrong.append((f"rows.{row.id}.when", sentence))
    return wrong
