"""Panels about what was offered: where people were sent, what they declined, what came back."""

from signpost.domain.call import Outcome
from signpost.domain.figures.breakdown import ALL_OTHERS, Breakdown, Part, with_share
from signpost.domain.figures.gp_time import FORMULA, TimeFreed, time_freed
from signpost.domain.figures.panel import Bar, Bars, Panel, Table
from signpost.domain.figures.sheet import NONE, TOO_FEW, Sheet, bars_panel
from signpost.domain.figures.statistics import (
    OFFERED,
    RETURNED,
    ages,
    arranged_instead,
    declined_because,
    follow_ups,
    kind_name,
    kinds,
    referrals,
    returned,
    services,
)
from signpost.domain.figures.tally import Measure
from signpost.domain.suppression import shown_sum

MOST_KINDS, MOST_SERVICES, MOST_REASONS = 12, 15, 8


def sent_to_kinds(sheet: Sheet) -> Panel:
    """Accepted offers by kind of service."""
    return bars_panel(
        sheet,
        "kinds",
        "Where people were sent",
        _named_kinds(sheet),
        sentence=f"{kinds(sheet.spans).whole:,} accepted, by kind of service.",
        known=sheet.may_tell(Outcome.ACCEPTED),
    )


def sent_to_services(sheet: Sheet) -> Panel:
    """Accepted offers by service."""
    found = _named_services(sheet)
    panel = bars_panel(
        sheet,
        "services",
        "Services that people accepted",
        found,
        sentence=f"{found.whole:,} accepted, by service.",
        known=sheet.may_tell(Outcome.ACCEPTED),
    )
    if panel.table is None or sheet.is_outside:
        return panel
    return Panel(panel.key, panel.title, panel.sentence, panel.chart, _service_table(sheet, found))


def why_declined(sheet: Sheet) -> Panel:
    """Why callers declined."""
    found = declined_because(sheet.spans)
    return bars_panel(
        sheet,
        "declined",
        "Why callers declined",
        sheet.largest(found, MOST_REASONS),
        sentence=f"{found.whole:,} declined, by their reason.",
        known=sheet.may_tell(Outcome.DECLINED),
    )


def instead(sheet: Sheet) -> Panel:
    """What was arranged for those who declined."""
    found = arranged_instead(sheet.spans)
    return bars_panel(
        sheet,
        "instead",
        "What was arranged instead",
        sheet.largest(found, MOST_REASONS),
        sentence=f"{found.whole:,} declined, by what was arranged for them.",
        known=sheet.may_tell(Outcome.DECLINED),
    )


def fairness(sheet: Sheet) -> Panel:
    """Offered and accepted by age band."""
    title, key = "Offered and accepted by age", "ages"
    accepted, declined = (ages(sheet.spans, outcome) for outcome in OFFERED)
    if not accepted.whole + declined.whole:
        return Panel(key, title, NONE)
    if not sheet.may_tell(*OFFERED):
        return Panel(key, title, TOO_FEW)
    bars, rows = [], []
    for yes, no in zip(accepted.shown(sheet.audience), declined.shown(sheet.audience), strict=True):
        offered = shown_sum((yes.count, no.count))
        if offered.number == 0:
            continue
        share = yes.count.number / offered.number if yes.count.number and offered.number else None
        if offered.number and yes.count.number == 0:
            share = 0.0
        per_cent = "" if share is None else f"{100 * share:.1f} %"
        told = f"{per_cent} ({yes.count.words} of {offered.words})" if per_cent else "hidden"
        bars.append(Bar(yes.name, None if share is None else 100 * share, told))
        rows.append((yes.name, offered.words, yes.count.words, no.count.words, per_cent))
    header = ("Age", "Offered", "Accepted", "Declined", "Accepted of offered")
    sentence = (
        f"Of {accepted.whole + declined.whole:,} who were offered a service {accepted.whole:,} "
        "accepted. A band that accepts far less may not be offered what it can use."
    )
    return Panel(key, title, sentence, Bars(tuple(bars), full=100), Table(header, tuple(rows)))


def came_back(sheet: Sheet) -> Panel:
    """What was heard back of accepted offers."""
    found = follow_ups(sheet.spans)
    count = shown_sum(
        part.count for part in found.shown(sheet.audience) if part.key in set(RETURNED)
    )
    sentence = f"{found.whole:,} accepted, by what was heard back."
    if count.number is not None:
        sentence = f"{with_share(count, found.whole, 'accepted')} came back."
    return bars_panel(
        sheet,
        "returned",
        "What came back, and why",
        found,
        sentence=sentence,
        known=sheet.may_tell(Outcome.ACCEPTED),
    )


def pharmacy_referrals(sheet: Sheet) -> Panel:
    """Referrals sent, against those recorded."""
    found = referrals(sheet.spans)
    needing = {kind for kind, _ in sheet.spans.now.of(Measure.REFERRAL)}
    named = {part.key for part in _named_kinds(sheet).parts}
    known = not sheet.is_outside or (needing <= named and sheet.may_tell(Outcome.ACCEPTED))
    sent = found.shown(sheet.audience)[0].count
    return bars_panel(
        sheet,
        "referrals",
        "Pharmacy First and other referrals: sent against recorded",
        found,
        sentence=f"{with_share(sent, found.whole, found.whole_name)} are marked as sent. What is "
        "not sent is no referral: the service knows nothing of it.",
        known=known,
    )


def gp_time(sheet: Sheet) -> Panel:
    """The estimate of GP time freed, with what it is made of."""
    title, key = "GP time freed: an estimate", "gp_time"
    if not sheet.assumed:
        return Panel(
            key, title, "No minutes are assumed yet. Choose a published figure or type your own."
        )
    freed = _freed(sheet)
    if not freed.lines:
        return Panel(key, title, NONE, note=FORMULA)
    bars = tuple(
        Bar(kind_name(line.kind), line.freed / 60, f"{line.freed / 60:.1f} hours")
        for line in sorted(freed.lines, key=lambda line: -line.freed)
    )
    rows = tuple(
        (
            kind_name(line.kind),
            f"{line.accepted:,}",
            f"{line.returned:,}",
            f"{line.minutes:g}",
            f"{line.freed / 60:.1f}",
        )
        for line in freed.lines
    )
    sources = " ".join(dict.fromkeys(f"Assumed: {one.source}." for one in sheet.assumed))
    header = ("Kind", "Accepted", "Came back", "Minutes each", "Hours")
    only = " Only kinds whose numbers may be told are in it." if sheet.is_outside else ""
    return Panel(
        key,
        title,
        f"About {freed.hours:,.0f} hours, estimated.{only}",
        Bars(bars),
        Table(header, rows),
        f"{FORMULA} {sources}",
    )


def _named_kinds(sheet: Sheet) -> Breakdown:
    return sheet.largest(kinds(sheet.spans), MOST_KINDS)


def _named_services(sheet: Sheet) -> Breakdown:
    """Outside, the services of each kind by themselves: kinds are told beside them."""
    every = services(sheet.spans)
    if not sheet.is_outside:
        return sheet.largest(every, MOST_SERVICES)
    kind_of = {service: kind for _, kind, service in sheet.spans.now.of(Measure.OFFER)}
    found: list[Part] = []
    for kind in _named_kinds(sheet).parts:
        own = tuple(part for part in every.parts if kind_of.get(part.key) == kind.key)
        listed = Breakdown(every.whole_name, own).largest(MOST_SERVICES, sheet.audience)
        found += [part for part in listed.parts if part.key != ALL_OTHERS]
    named = sorted(found, key=lambda part: (-part.count, part.name))[: sheet.most or MOST_SERVICES]
    rest = every.whole - sum(part.count for part in named)
    others = [Part(ALL_OTHERS, ALL_OTHERS, rest, None)] if rest else []
    return Breakdown(every.whole_name, (*named, *others))


def _service_table(sheet: Sheet, found: Breakdown) -> Table:
    declined = {part.key: part.count for part in services(sheet.spans, Outcome.DECLINED).parts}
    back = {part.key: part.count for part in returned(sheet.spans, 1, str).parts}
    rows = tuple(
        (
            part.name,
            f"{part.count:,}",
            f"{declined.get(part.key, 0):,}" if part.key != ALL_OTHERS else "",
            f"{back.get(part.key, 0):,} of {part.count:,}" if part.key != ALL_OTHERS else "",
            f"{part.before or 0:,}",
        )
        for part in found.parts
    )
    header = ("Service", "Accepted", "Declined", "Came back", sheet.period.before.words)
    return Table(header, rows)


def _freed(sheet: Sheet) -> TimeFreed:
    named = _named_kinds(sheet)
    if not sheet.is_outside:
        named = kinds(sheet.spans)
    back = returned(sheet.spans, 0, kind_name).shown(sheet.audience)
    told = {part.key: part.count.number for part in back}
    accepted = {
        part.key: part.count
        for part in named.parts
        if part.key != ALL_OTHERS and told.get(part.key, 0) is not None
    }
    return time_freed(accepted, {kind: number or 0 for kind, number in told.items()}, sheet.assumed)
