"""Invented records of every sort for figures, and the same figures counted the plain way."""

import random
from collections import Counter
from datetime import UTC, date, datetime, timedelta

from signpost.domain.call import (
    ArrangedInstead,
    ChosenService,
    ClinicianRequest,
    DeclineReason,
    HandledPrompt,
    Outcome,
    PromptAction,
)
from signpost.domain.caller import age_band
from signpost.domain.figures.figure_filter import FigureFilter
from signpost.domain.figures.period import Period
from signpost.domain.figures.tally import ADMINISTRATIVE, Key, Measure, Tally, minutes_between
from signpost.domain.record_id import new_id
from signpost.domain.signpost import (
    ADMINISTRATIVE_OUTCOMES,
    Correctable,
    RecordMode,
    Referral,
    Signpost,
)
from signpost.domain.staff import Role

FIRST, DAYS = date(2026, 1, 5), 85
SERVICES = (
    ChosenService("SV1", "Mill Pharmacy", "pharmacy_minor_illness", referral_needed=True),
    ChosenService("SV2", "Hill Pharmacy", "pharmacy"),
    ChosenService("SV3", "Anytown Physiotherapy", "physiotherapy"),
    ChosenService("SV4", "Anytown Talking Therapies", "talking_therapies"),
)
TOPICS = (("", ""), ("earache", "Earache"), ("back_pain", "Back pain"), ("rash", "Rash"))


def some_records(people: tuple[str, ...], number: int, seed: int = 1) -> list[Signpost]:
    """Records of all outcomes, some of them rehearsal, of the example practice, or void."""
    chance = random.Random(seed)  # noqa: S311 - not a secret
    return [_record(chance, chance.choice(people), place) for place in range(number)]


def plain_tally(records: list[Signpost], period: Period, chosen: FigureFilter) -> Tally:
    """The same counts as the queries make, one record after the other."""
    counts: dict[Measure, Counter[Key]] = {}
    names: dict[str, str] = {}
    seconds = 0

    def add(measure: Measure, *key: str) -> None:
        counts.setdefault(measure, Counter())[key] += 1

    for one in sorted(
        records, key=lambda record: record.said.service.name if record.said.service else ""
    ):
        if not _is_counted(one, period, chosen):
            continue
        administrative = one.said.outcome in ADMINISTRATIVE_OUTCOMES
        add(Measure.CONTACT, ADMINISTRATIVE if administrative else one.said.outcome.value)
        add(Measure.VOLUME, one.event_date.isoformat(), one.event_time[:2])
        add(Measure.TIME, minutes_between(one.duration_seconds))
        seconds += one.duration_seconds
        for prompt in one.prompts:
            names[f"protocol {prompt.protocol_id}"] = prompt.title
            add(Measure.PROMPT, prompt.protocol_id, prompt.action.value if prompt.action else "")
            if prompt.action is PromptAction.CLINICIAN_TOOK_OVER:
                taken = (prompt.acted_at - prompt.raised_at).total_seconds()
                add(Measure.TO_CLINICIAN, minutes_between(taken))
        asked = one.clinician_request
        if asked is not None:
            taken = asked.took_over_at and (asked.took_over_at - asked.asked_at).total_seconds()
            add(Measure.TO_CLINICIAN, "" if taken is None else minutes_between(taken))
        if not administrative:
            _add_care(one, add, names)
    return Tally({measure: dict(found) for measure, found in counts.items()}, seconds, names)


def _add_care(one: Signpost, add, names: dict[str, str]) -> None:
    said = one.said
    add(Measure.TOPIC, one.topic_id, said.outcome.value)
    add(Measure.AGE, one.age_band, said.outcome.value)
    if one.topic_id:
        names[f"topic {one.topic_id}"] = one.topic_title
    if said.outcome is Outcome.DECLINED:
        add(Measure.DECLINED, said.decline_reason.value, said.arranged_instead.value)
    if said.outcome not in {Outcome.ACCEPTED, Outcome.DECLINED}:
        return
    service = said.service or ChosenService("", "", "")
    add(Measure.OFFER, said.outcome.value, service.kind, service.service_id)
    if service.service_id:
        names[f"service {service.service_id}"] = service.name
    if said.outcome is Outcome.ACCEPTED:
        add(Measure.FOLLOW_UP, service.kind, service.service_id, "")
        if one.referral is not Referral.NOT_NEEDED:
            add(Measure.REFERRAL, service.kind, one.referral.value)


def _is_counted(one: Signpost, period: Period, chosen: FigureFilter) -> bool:
    service = one.said.service
    wanted = (
        (chosen.kind, service.kind if service else ""),
        (chosen.service_id, service.service_id if service else ""),
        (chosen.topic_id, one.topic_id),
        (chosen.outcome, one.said.outcome),
        (chosen.recorder_id, one.recorded_by_id),
    )
    return (
        period.first <= one.event_date <= period.last
        and one.record_mode is RecordMode.LIVE
        and not one.example_practice
        and one.voided_at is None
        and all(not asked or asked == its for asked, its in wanted)
    )


def _record(chance: random.Random, person: str, place: int) -> Signpost:
    day = FIRST + timedelta(days=chance.randrange(DAYS))
    started = datetime(day.year, day.month, day.day, chance.randrange(8, 18), tzinfo=UTC)
    seconds = chance.choice((40, 90, 200, 400, 1_000, 3_000))
    outcome = chance.choice(tuple(Outcome))
    offered = outcome in {Outcome.ACCEPTED, Outcome.DECLINED}
    service = chance.choice(SERVICES) if offered and chance.random() < 0.95 else None
    if outcome is Outcome.ACCEPTED and service is None:
        service = SERVICES[0]
    topic_id, title = chance.choice(TOPICS)
    age = chance.choice((None, 0, 3, 40, 70, 84))
    voided = chance.random() < 0.05
    needs = outcome is Outcome.ACCEPTED and service is not None and service.referral_needed
    return Signpost(
        id=new_id(started),
        call_number=f"N{place}",
        record_mode=chance.choices((RecordMode.LIVE, RecordMode.REHEARSAL), (9, 1))[0],
        example_practice=chance.random() < 0.05,
        started_at=started,
        entered_at=started + timedelta(seconds=seconds),
        event_date=day,
        event_time=f"{started:%H}:15",
        duration_seconds=seconds,
        recorded_by_id=person,
        recorded_by_role=Role.RECEPTION,
        words="invented",
        content_version="0" * 12,
        record_text="",
        said=Correctable(
            outcome,
            service,
            chance.choice(tuple(DeclineReason)) if outcome is Outcome.DECLINED else None,
            chance.choice(tuple(ArrangedInstead)) if outcome is Outcome.DECLINED else None,
        ),
        age_years=age,
        age_band="" if age is None else age_band(age),
        topic_id=topic_id,
        topic_title=title,
        clinician_request=_request(chance, started),
        referral=chance.choice((Referral.SENT, Referral.TO_SEND)) if needs else Referral.NOT_NEEDED,
        prompts=_prompts(chance, started),
        voided_at=started + timedelta(days=1) if voided else None,
        void_reason="Typed twice" if voided else "",
    )


def _request(chance: random.Random, started: datetime) -> ClinicianRequest | None:
    if chance.random() < 0.9:
        return None
    if chance.random() < 0.3:
        return ClinicianRequest(started, "Duty doctor")
    answered = started + timedelta(seconds=chance.choice((30, 100, 700)))
    return ClinicianRequest(started, "Duty doctor", "Dr Example", answered)


def _prompts(chance: random.Random, started: datetime) -> tuple[HandledPrompt, ...]:
    made = []
    for number in range(chance.choice((0, 0, 1, 2))):
        action = chance.choice((None, *PromptAction))
        acted = started + timedelta(seconds=chance.choice((20, 119, 120, 4_000)))
        made.append(
            HandledPrompt(
                f"RF0{number + 1}",
                1,
                f"Protocol {number + 1}",
                started,
                action=action,
                acted_at=acted if action else None,
                clinician="Dr Example",
            )
        )
    return tuple(made)
