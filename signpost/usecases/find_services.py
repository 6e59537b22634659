"""Finds the services that fit what was heard, in order, with what the call screen says of each."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType

from signpost.domain.caller import PatientFacts
from signpost.domain.candidates import Search, candidates
from signpost.domain.directory import Directory
from signpost.domain.opening_hours import wall_clock
from signpost.domain.place import Position
from signpost.domain.places_open import PlaceState, place_states, service_state
from signpost.domain.protocol import Answer
from signpost.domain.ranking import Candidate, ranked
from signpost.domain.service import Phone
from signpost.domain.service_kind import ServiceKind
from signpost.domain.signpost import RecordMode
from signpost.domain.suggestion import Place, Suggestion
from signpost.domain.suggestion_words import (
    access_words,
    alert_words,
    assured_words,
    choice_words,
    fit_words,
    wait_words,
)
from signpost.domain.topic import Topic

MOST_SUGGESTIONS = 20
NO_ANSWERS: Mapping[str, Answer] = MappingProxyType({})


class FindServices:
    """Suggestions from a directory that is indexed once; nothing else decides the answer."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    def warm_up(self, now: datetime) -> None:
        """Read every opening time once, so that the first search is as quick as the next.

        Costs some 0.2 s, most of it the bank holidays; for a background thread.
        """
        local = wall_clock(now)
        for service in self._directory.services:
            service_state(service, place_states(service, local, None), local)

    def find(
        self,
        topics: Sequence[tuple[Topic, float]],
        patient: PatientFacts,
        allowed_kinds: Collection[ServiceKind] | None,
        now: datetime,
        mode: RecordMode,
        *,
        limit: int = MOST_SUGGESTIONS,
        words: str = "",
        answers: Mapping[str, Answer] = NO_ANSWERS,
        near: Position | None = None,
    ) -> tuple[Suggestion, ...]:
        """Services that fit, best first; those whose entry rules are not met last.

        `topics` are best first with their scores. `allowed_kinds` are those that the raised prompts
        allow, in their order (a set: gravest first); None when no prompt was raised. `now` is local
        time. `words` may name a service outright. `answers` holds gateway answers by question id.
        Distances start at `near`, else at the practice. Nothing found says nothing about how ill
        someone is.
        """
        search = Search(
            topics=topics,
            patient=patient,
            answers=answers,
            allowed=_in_order(allowed_kinds),
            now=wall_clock(now),
            mode=mode,
            near=near or self._directory.practice,
            words=words,
        )
        best = ranked(candidates(self._directory, search))[:limit]
        return tuple(_suggestion(each, search.now.date()) for each in best)


def _in_order(kinds: Collection[ServiceKind] | None) -> tuple[ServiceKind, ...] | None:
    """A set has no order: the kinds' own list is gravest first."""
    if isinstance(kinds, set | frozenset):
        return tuple(kind for kind in ServiceKind if kind in kinds)
    return None if kinds is None else tuple(kinds)


def _suggestion(candidate: Candidate, today: date) -> Suggestion:
    service = candidate.service
    return Suggestion(
        service_id=service.id,
        name=service.name,
        kind=service.kind,
        fit=candidate.entry.fit,
        why=f"{candidate.reason.words} · {fit_words(candidate.entry)}",
        ask_first=candidate.entry.ask_first,
        ask_ids=candidate.entry.ask_ids,
        not_met=candidate.entry.not_met,
        is_open=candidate.hours.is_open,
        open_text=candidate.hours.text,
        phone=_phone(candidate),
        how_to_access=access_words(service),
        web=candidate.reason.page if service.kind is ServiceKind.SELF_CARE else service.url,
        alert=alert_words(service, today),
        assured=assured_words(service, today),
        is_stale=candidate.is_stale,
        unfilled=service.is_unfilled,
        referral_needed=service.referral_needed,
        snomed_code=service.snomed_code,
        snomed_term=service.snomed_term,
        ods_code=service.organization.ods_code,
        places=tuple(_place(each) for each in candidate.places),
        check_first=service.check_first,
        description=service.description,
        wait=wait_words(service),
        choice=choice_words(service),
    )


def _phone(candidate: Candidate) -> str:
    """The service's own numbers; those of its place when there is only one."""
    service = candidate.service
    if service.is_unfilled:
        return ""
    if not service.phones and len(candidate.places) == 1:
        return _numbers(candidate.places[0].place.phones)
    return _numbers(service.phones)


def _numbers(phones: Sequence[Phone]) -> str:
    return "; ".join(
        f"{phone.description}: {phone.number}" if phone.description else phone.number
        for phone in phones
    )


def _place(state: PlaceState) -> Place:
    location = state.place.location
    return Place(
        location_id=location.id,
        name=location.name,
        phone=_numbers(state.place.phones),
        open_text=state.hours.text or "",
        is_open=state.hours.is_open,
        miles=state.miles,
        address=", ".join(part for part in (location.address, location.postal_code) if part),
    )
