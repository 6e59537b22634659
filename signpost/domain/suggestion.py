"""A suggestion: a service offered for this call, with why, and how its entry rules stand."""

from dataclasses import dataclass
from enum import StrEnum

from signpost.domain.service_kind import ServiceKind


class Fit(StrEnum):
    """How entry rules stand; on screen "entry rules met", "ask first", "not met because …"."""

    SUITABLE = "suitable"
    ASK = "ask"
    NOT_SUITABLE = "not_suitable"


@dataclass(frozen=True)
class Place:
    """One place where a service is given. `miles` None means the distance is not known."""

    location_id: str
    name: str
    phone: str
    open_text: str
    is_open: bool | None
    miles: float | None
    address: str = ""


@dataclass(frozen=True)
class Suggestion:
    """One service as the call screen shows it.

    `is_open` and `open_text` None mean hours are not known. `unfilled` marks a local entry that
    the practice has not filled in: shown by its kind in rehearsal only, without phone or hours.
    `ask_ids` are the ids of the questions in `ask_first`, empty where a field of the call answers.
    `places` are the nearest of `places_in_all`, open now first.
    `assured` says when it was last checked and by whom. `check_first` is what to check before
    offering it, `wait` the usual wait with the day it was true, `choice` whose choice the place is,
    `reported` what desks say is wrong with it until a manager has answered.
    """

    service_id: str
    name: str
    kind: ServiceKind
    fit: Fit
    why: str
    ask_first: tuple[str, ...] = ()
    ask_ids: tuple[str, ...] = ()
    not_met: str = ""
    is_open: bool | None = None
    open_text: str | None = None
    phone: str = ""
    how_to_access: str = ""
    web: str = ""
    alert: str = ""
    assured: str = ""
    is_stale: bool = False
    unfilled: bool = False
    referral_needed: bool = False
    snomed_code: str = ""
    snomed_term: str = ""
    ods_code: str = ""
    places: tuple[Place, ...] = ()
    places_in_all: int = 0
    check_first: str = ""
    description: str = ""
    wait: str = ""
    choice: str = ""
    reported: str = ""
