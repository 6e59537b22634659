"""Gathers the services that could be suggested for a call, each with the best reason for it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from signpost.domain.caller import PatientFacts
from signpost.domain.directory import Directory
from signpost.domain.eligibility import Entry, entry_for
from signpost.domain.place import Position
from signpost.domain.places_open import nearest_miles, place_states, service_state
from signpost.domain.protocol import Answer
from signpost.domain.ranking import NEAR_BEST_SCORE, Candidate, Reason, step
from signpost.domain.service import Service
from signpost.domain.service_kind import ServiceKind
from signpost.domain.signpost import RecordMode
from signpost.domain.topic import Topic

AFTER_TOPICS = 1_000
"""Topic order of a service that the words name without a topic."""


@dataclass(frozen=True)
class Search:
    """What is asked of the directory.

    `topics` are best first with their scores. `allowed` are the kinds that raised prompts allow, in
    order; None when none was raised. `now` is England's wall clock. `near` None: not known.
    """

    topics: Sequence[tuple[Topic, float]]
    patient: PatientFacts
    answers: Mapping[str, Answer]
    allowed: tuple[ServiceKind, ...] | None
    now: datetime
    mode: RecordMode
    near: Position | None = None
    words: str = ""


@dataclass(frozen=True)
class _Found:
    """A service with its reason and how its entry rules stand."""

    service: Service
    reason: Reason
    entry: Entry


def candidates(directory: Directory, search: Search) -> tuple[Candidate, ...]:
    """Every service that a topic lists, that names a topic, or whose kind a prompt allows."""
    found: dict[str, _Found] = {}
    for service, reason in _for_topics(directory, search):
        _keep(found, service, reason, search)
    for service, reason in _named_in_words(directory, search):
        _keep(found, service, reason, search)
    for service, reason in _instead(directory, tuple(found.values())):
        _keep(found, service, reason, search)
    if search.allowed is not None:
        found = _within_allowed(directory, search, search.allowed, found)
    return tuple(_candidate(each, directory, search) for each in found.values())


def _for_topics(directory: Directory, search: Search) -> Iterator[tuple[Service, Reason]]:
    best_score = search.topics[0][1] if search.topics else 0.0
    for order, (topic, score) in enumerate(search.topics):
        kinds = topic.kinds_for(search.patient.age_years)
        position = {kind: place for place, kind in enumerate(kinds)}
        reason = Reason(
            f"topic: {topic.title}",
            order,
            0,
            mixes_in=score >= NEAR_BEST_SCORE * best_score,
            page=topic.self_care,
        )
        for kind in kinds:
            if kind is ServiceKind.SELF_CARE and not topic.self_care:
                continue
            for service in directory.of_kind(kind):
                yield service, replace(reason, kind_position=position[kind])
        for service in directory.for_topic(topic.id):
            place = position.get(service.kind, len(kinds))
            yield service, replace(reason, kind_position=place, is_named=True)


def _named_in_words(directory: Directory, search: Search) -> Iterator[tuple[Service, Reason]]:
    """Services that the words name, after everything that a topic gives."""
    for service_id, named in directory.named_in(search.words).items():
        service = directory.get(service_id)
        if service is not None:
            yield service, Reason(f"named: {named}", AFTER_TOPICS, 0, mixes_in=False)


def _instead(directory: Directory, found: Sequence[_Found]) -> Iterator[tuple[Service, Reason]]:
    """What takes the place of a service whose rules are not met, where the rules name it."""
    for each in found:
        kind = each.entry.falls_to
        if kind is None or not each.reason.is_named:
            continue
        words = f"{each.reason.words} · instead of {each.service.name}"
        for service in directory.of_kind(kind):
            yield service, replace(each.reason, words=words)


def _within_allowed(
    directory: Directory,
    search: Search,
    allowed: tuple[ServiceKind, ...],
    found: Mapping[str, _Found],
) -> dict[str, _Found]:
    """Only the kinds that the prompts allow, in their order, with or without a topic."""
    position = {kind: place for place, kind in enumerate(allowed)}
    kept = {
        each.service.id: replace(
            each,
            reason=replace(each.reason, topic_order=0, kind_position=position[each.service.kind]),
        )
        for each in found.values()
        if each.service.kind in position
    }
    for kind, place in position.items():
        for service in () if kind is ServiceKind.SELF_CARE else directory.of_kind(kind):
            _keep(kept, service, Reason("stays open after the prompt", 0, place), search)
    return kept


def _keep(found: dict[str, _Found], service: Service, reason: Reason, search: Search) -> None:
    """Take the service in, unless it is there with a reason at least as good."""
    if service.is_unfilled and search.mode is RecordMode.LIVE:
        return
    known = found.get(service.id)
    if known is None:
        entry = entry_for(service.rules, search.patient, search.answers)
        found[service.id] = _Found(service, reason, entry)
    elif step(reason) < step(known.reason):
        found[service.id] = replace(known, reason=reason)


def _candidate(found: _Found, directory: Directory, search: Search) -> Candidate:
    service, today = found.service, search.now.date()
    places = place_states(service, search.now, search.near)
    return Candidate(
        service,
        found.entry,
        found.reason,
        hours=service_state(service, places, search.now),
        places=places,
        is_paused=service.is_paused(today),
        is_stale=service.is_stale(today),
        miles=nearest_miles(places),
        practice_priority=directory.priority_of(service.kind),
    )
