"""One entry written out: how it stands, its fields in groups, its places, reports and history.

What can be done with a part of it is a link: `deed:what`, which the keyboard reaches with Tab.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from html import escape

from signpost.domain.directory_change import ChangeKind, EntryReport, ReportState
from signpost.domain.directory_listing import EntryVersion
from signpost.domain.eligibility import AreaRule, QuestionRule
from signpost.domain.hours_words import hours_in_words
from signpost.domain.local_time import local_time
from signpost.domain.protocol import Answer
from signpost.domain.service import Service, ServiceAtLocation, Status
from signpost.domain.suggestion_words import alert_words, assured_words, day_words
from signpost.usecases.browse_directory import EntryDetail
from signpost.usecases.entry_field import Control, EntryField
from signpost.usecases.entry_fields import SERVICE_FIELDS
from signpost.usecases.entry_titles import title_of
from signpost.usecases.typed_entry import missing_to_fill
from signpost.usecases.typed_values import phones_text

ANSWER, RESTORE, EDIT_PLACE, TAKE_PLACE, FIND_PLACE, ALL_PLACES = (
    "answer",
    "restore",
    "edit-place",
    "take-place",
    "find-place",
    "all-places",
)
_SAID_IF_TRUE = frozenset({"referral_needed", "seen_in_person"})
_STEPS = {
    ChangeKind.STARTER: "came with Signpost",
    ChangeKind.EDIT: "changed",
    ChangeKind.IMPORT: "imported",
    ChangeKind.RESTORE: "an earlier version brought back",
    ChangeKind.UNDO: "a step undone",
}


def entry_html(
    detail: EntryDetail,
    today: date,
    *,
    may_change: bool,
    places: Sequence[ServiceAtLocation] | None = None,
) -> str:
    """The whole entry. `places` are those that were looked for; None: the first ones."""
    service = detail.service
    parts = [
        f"<h2>{escape(service.name)}</h2>",
        _paragraphs(_standing(detail, today)),
        _reports(detail.reports, detail.people, may_change=may_change),
        *_groups(service),
        _rules(service),
        _places(detail, places, may_change=may_change),
        _history(detail.history, detail.people, may_change=may_change),
    ]
    return "".join(parts)


def _standing(detail: EntryDetail, today: date) -> Iterable[str]:
    """How it stands: closed, paused, not suggested and why, how fresh."""
    service = detail.service
    if service.status is Status.CLOSED:
        yield "<b>Closed:</b> it is not suggested."
    alert = alert_words(service, today)
    if alert:
        yield f"<b>{escape(alert)}</b>"
    if service.is_unfilled:
        missing = missing_to_fill(service, detail.place_count)
        what = f"It needs {', and '.join(missing)}." if missing else "Save it as filled in."
        yield f"<b>Not suggested: your practice must fill this in.</b> {escape(what)}"
    assured = assured_words(service, today)
    fresh = assured[:1].upper() + assured[1:]
    due = service.review_due
    again = f" Look at it again by {day_words(due)}." if due and not service.is_stale(today) else ""
    yield escape(f"{fresh}.{again}" if fresh else again.strip())
    if service.assurance.unverified:
        yield f"Left open by public sources: {escape(service.assurance.unverified)}"


def _groups(service: Service) -> Iterable[str]:
    groups: dict[str, list[str]] = {}
    empty: list[str] = []
    for field in SERVICE_FIELDS:
        text = shown(field, service)
        if text:
            groups.setdefault(field.group, []).append(_row(field.title, text))
        elif field.control is not Control.YES_NO:
            empty.append(field.title)
    for name, rows in groups.items():
        table = f"<table cellspacing='0' cellpadding='2'>{''.join(rows)}</table>"
        yield f"<h3>{escape(name)}</h3>{table}"
    if empty:
        yield f"<p>Empty: {escape(', '.join(empty))}.</p>"


def shown(field: EntryField[Service], service: Service) -> str:
    """A field as people read it: choices by their words, hours in words beside the syntax."""
    text = field.show(service)
    if not text or (text == "no" and field.key in _SAID_IF_TRUE):
        return ""
    if field.control is Control.HOURS:
        return f"{hours_in_words(text)}\n({text})"
    words = dict(field.choices)
    return ", ".join(words.get(part, part) for part in text.split("|")) if words else text


def _row(title: str, text: str) -> str:
    told = escape(text).replace("\n", "<br>")
    return f"<tr><td width='38%'>{escape(title)}</td><td><b>{told}</b></td></tr>"


def _rules(service: Service) -> str:
    rows = []
    for rule in service.rules:
        if isinstance(rule, QuestionRule):
            wanted = "yes" if rule.met_by is Answer.YES else "no"
            rows.append(f"<li>{escape(rule.text)} <i>({wanted} meets it)</i></li>")
        elif isinstance(rule, AreaRule):
            rows.append(f"<li>Registered with a GP in {escape(rule.area)}</li>")
    if not rows:
        return ""
    note = "These are edited in eligibility.csv and imported."
    return f"<h3>Asked first</h3><ul>{''.join(rows)}</ul><p>{note}</p>"


def _places(
    detail: EntryDetail, found: Sequence[ServiceAtLocation] | None, *, may_change: bool
) -> str:
    if not detail.place_count:
        return ""
    places = detail.places if found is None else found
    rows = "".join(f"<li>{_place(place, may_change=may_change)}</li>" for place in places)
    more = []
    if found is not None:
        more.append(_link(ALL_PLACES, "", "Show the first ones again"))
    if detail.place_count > len(detail.places):
        more.append(f"{len(places):,} of {detail.place_count:,} are shown.")
        more.append(_link(FIND_PLACE, "", "Find a place"))
    return f"<h3>Places</h3><ul>{rows}</ul><p>{' '.join(more)}</p>"


def _place(place: ServiceAtLocation, *, may_change: bool) -> str:
    where = place.location
    hours = hours_in_words(place.schedule) or "hours not known"
    parts = (where.address, where.postal_code, phones_text(place.phones), hours, place.alert)
    told = " · ".join(escape(part) for part in parts if part)
    links = ""
    if may_change:
        edit = _link(EDIT_PLACE, where.id, "Edit")
        links = f"<br>{edit} &nbsp; {_link(TAKE_PLACE, where.id, 'Not given here any more')}"
    return f"<b>{escape(where.name)}</b><br>{told}{links}"


def _reports(reports: Sequence[EntryReport], people: Mapping[str, str], *, may_change: bool) -> str:
    rows = []
    for report in reversed(reports):
        by = people.get(report.made_by or "", "")
        day = day_words(local_time(report.made_at).date())
        said = f"<b>{escape(report.what_is_wrong)}</b> ({escape(f'{day} {by}'.strip())})"
        if report.state is ReportState.OPEN:
            answer = _link(ANSWER, report.id, "Answer") if may_change else ""
            rows.append(f"<li>{said} {answer}</li>")
        else:
            rows.append(f"<li>{said}: {escape(report.answer)}</li>")
    return f"<h3>Reported wrong</h3><ul>{''.join(rows)}</ul>" if rows else ""


def _history(
    history: Sequence[EntryVersion], people: Mapping[str, str], *, may_change: bool
) -> str:
    rows = "".join(
        f"<li>{_version(version, people, is_now=place == 0, may_change=may_change)}</li>"
        for place, version in enumerate(history)
    )
    return f"<h3>History</h3><ul>{rows}</ul>"


def _version(
    version: EntryVersion, people: Mapping[str, str], *, is_now: bool, may_change: bool
) -> str:
    by = people.get(version.made_by or "", "")
    what = "taken out" if version.is_removed else _STEPS[version.kind]
    what = "added" if version.is_first and version.kind is ChangeKind.EDIT else what
    head = " · ".join(
        escape(part)
        for part in (f"{local_time(version.made_at):%d/%m/%Y %H:%M}", by, what, version.file_name)
        if part
    )
    changes = "".join(
        f"<br>{escape(title_of(each.field))}: {escape(each.before)} → {escape(each.after)}"
        for each in version.changes
    )
    can_return = may_change and not is_now and not version.is_removed
    link = _link(RESTORE, str(version.generation), "Bring this version back") if can_return else ""
    return f"{head}{changes}{'<br>' if link else ''}{link}"


def _paragraphs(texts: Iterable[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts if text)


def _link(deed: str, about: str, words: str) -> str:
    return f"<a href='{deed}:{escape(about)}'>{escape(words)}</a>"
