"""What the call screen says of each service that was found."""

from collections.abc import Mapping, Sequence
from datetime import date

from signpost.domain.listing import Findable
from signpost.domain.places_open import SpotState
from signpost.domain.ranking import Candidate
from signpost.domain.service import Phone, Service, ServiceAtLocation
from signpost.domain.service_kind import ServiceKind
from signpost.domain.suggestion import Place, Suggestion
from signpost.domain.suggestion_words import (
    access_words,
    alert_words,
    assured_words,
    choice_words,
    fit_words,
    wait_words,
)

MOST_PLACES = 24
"""Places of one service on the screen, as many as there are letters to choose one by."""


def suggestions_of(
    best: Sequence[Candidate], directory: Findable, today: date
) -> tuple[Suggestion, ...]:
    """The candidates as they are shown; one that has just been taken out is left out."""
    shown = {each.listing.service_id: each.places[:MOST_PLACES] for each in best}
    services = directory.whole(
        {each: [state.spot.location_id for state in places] for each, places in shown.items()}
    )
    return tuple(
        _suggestion(each, services[each.listing.service_id], today)
        for each in best
        if each.listing.service_id in services
    )


def _suggestion(candidate: Candidate, service: Service, today: date) -> Suggestion:
    places = _places(candidate.places[:MOST_PLACES], service)
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
        phone=_phone(service, places),
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
        places=places,
        places_in_all=candidate.listing.places,
        check_first=service.check_first,
        description=service.description,
        wait=wait_words(service),
        choice=choice_words(service.kind, candidate.listing.places),
    )


def _phone(service: Service, places: Sequence[Place]) -> str:
    """The service's own numbers; those of its place when there is only one."""
    if service.is_unfilled:
        return ""
    if not service.phones and len(places) == 1:
        return places[0].phone
    return _numbers(service.phones)


def _numbers(phones: Sequence[Phone]) -> str:
    return "; ".join(
        f"{phone.description}: {phone.number}" if phone.description else phone.number
        for phone in phones
    )


def _places(states: Sequence[SpotState], service: Service) -> tuple[Place, ...]:
    by_id: Mapping[str, ServiceAtLocation] = {
        place.location.id: place for place in service.locations
    }
    return tuple(
        _place(state, by_id[state.spot.location_id])
        for state in states
        if state.spot.location_id in by_id
    )


def _place(state: SpotState, place: ServiceAtLocation) -> Place:
    location = place.location
    return Place(
        location_id=location.id,
        name=location.name,
        phone=_numbers(place.phones),
        open_text=state.hours.text or "",
        is_open=state.hours.is_open,
        miles=state.miles,
        address=", ".join(part for part in (location.address, location.postal_code) if part),
    )
