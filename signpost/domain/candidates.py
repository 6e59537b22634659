"""Gathers the services that could be suggested for a call, each with the best reason for it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from signpost.domain.caller import PatientFacts
from signpost.domain.listing import Listing, Listings
from signpost.domain.protocol import Answer
from signpost.domain.ranking import NEAR_BEST_SCORE, Candidate, Reason, step
from signpost.domain.service_kind import ServiceKind
from signpost.domain.signpost import RecordMode
from signpost.domain.topic import Topic
from signpost.domain.weighing import Weighing, enough

AFTER_TOPICS = 1_000
"""Topic order of a service that the words name without a topic."""


@dataclass(frozen=True)
class Search:
    """What is asked of the directory.

    `topics` are best first with their scores. `allowed` are the kinds that raised prompts allow, in
    order; None when none was raised. `now` is England's wall clock. `named` are the services that
    the caller's words name outright, each with the name that was found.
    """

    topics: Sequence[tuple[Topic, float]]
    patient: PatientFacts
    answers: Mapping[str, Answer]
    allowed: tuple[ServiceKind, ...] | None
    now: datetime
    mode: RecordMode
    named: tuple[tuple[Listing, str], ...] = ()


Found = dict[str, Candidate]
_Reasoned = Iterator[tuple[Listing, Reason]]


def candidates(listings: Listings, search: Search) -> tuple[Candidate, ...]:
    """Services that a topic lists, that name a topic, or whose kind a prompt allows: of each sort
    the nearest, until enough of them can take the patient now.
    """
    weighing = Weighing(listings, search.patient, search.answers, search.now)
    found: Found = {}
    _keep(found, _for_topics(listings, weighing, search), weighing, search)
    _keep(found, _named_in_words(search), weighing, search)
    _keep(found, _instead(listings, weighing, tuple(found.values())), weighing, search)
    if search.allowed is not None:
        found = _within_allowed(listings, weighing, search, search.allowed, found)
    return tuple(found.values())


def _for_topics(listings: Listings, weighing: Weighing, search: Search) -> _Reasoned:
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
            own = replace(reason, kind_position=position[kind])
            yield from _with(own, enough(listings.of_kind(kind), weighing))
        for listing in enough(listings.for_topic(topic.id), weighing):
            place = position.get(listing.kind, len(kinds))
            yield listing, replace(reason, kind_position=place, is_named=True)


def _named_in_words(search: Search) -> _Reasoned:
    """Services that the words name, after everything that a topic gives."""
    for listing, named in search.named:
        yield listing, Reason(f"named: {named}", AFTER_TOPICS, 0, mixes_in=False)


def _instead(listings: Listings, weighing: Weighing, found: Sequence[Candidate]) -> _Reasoned:
    """What takes the place of a service whose rules are not met, where the rules name it."""
    for each in found:
        kind = each.entry.falls_to
        if kind is None or not each.reason.is_named:
            continue
        own_name = each.listing.title
        words = f"{each.reason.words} · instead of {own_name}"
        reason = replace(each.reason, words=words)
        yield from _with(reason, enough(listings.of_kind(kind), weighing))


def _within_allowed(
    listings: Listings,
    weighing: Weighing,
    search: Search,
    allowed: tuple[ServiceKind, ...],
    found: Found,
) -> Found:
    """Only the kinds that the prompts allow, in their order, with or without a topic."""
    position = {kind: place for place, kind in enumerate(allowed)}
    kept = {
        service_id: replace(
            each,
            reason=replace(each.reason, topic_order=0, kind_position=position[each.listing.kind]),
        )
        for service_id, each in found.items()
        if each.listing.kind in position
    }
    for kind, place in position.items():
        if kind is not ServiceKind.SELF_CARE:
            reason = Reason("stays open after the prompt", 0, place)
            also = _with(reason, enough(listings.of_kind(kind), weighing))
            _keep(kept, also, weighing, search)
    return kept


def _with(reason: Reason, listings: Iterable[Listing]) -> _Reasoned:
    for listing in listings:
        yield listing, reason


def _keep(found: Found, reasoned: _Reasoned, weighing: Weighing, search: Search) -> None:
    """Take services in, unless they are there with a reason at least as good."""
    for listing, reason in reasoned:
        if listing.is_unfilled and search.mode is RecordMode.LIVE:
            continue
        known = found.get(listing.service_id)
        if known is None:
            found[listing.service_id] = weighing.candidate(listing, reason)
        elif step(reason) < step(known.reason):
            found[listing.service_id] = replace(known, reason=reason)
