"""Which SNOMED CT code the practice gives to what it records; nothing has one until it says so.

A signpost is not a referral: it says that a service was named, not that a request was sent.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from signpost.domain.call import Outcome
from signpost.domain.record_field import ReadEvent
from signpost.domain.service_kind import ServiceKind
from signpost.domain.signpost import RecordMode, RecordType, record_type_of
from signpost.domain.snomed_id import is_concept_id
from signpost.errors import UserMistake

LONGEST_TERM = 255
LOCAL_TERM = "(local term)"
SNOMED_CT, LOCAL = "http://snomed.info/sct", "local"
_REHEARSAL = "REHEARSAL: "


class CodedEvent(StrEnum):
    """What a code says happened with a service."""

    SIGNPOST = "signpost"
    REFERRAL = "referral"
    DECLINED = "declined"

    @property
    def label(self) -> str:
        """The event in words, for the screen."""
        return _EVENT_LABELS[self]


_EVENT_LABELS = {
    CodedEvent.SIGNPOST: "Signposted",
    CodedEvent.REFERRAL: "Referral sent",
    CodedEvent.DECLINED: "Declined",
}


class CodedThing(StrEnum):
    """What a code is given to: every service of a kind, or one service, which counts before its
    kind.
    """

    KIND = "kind"
    SERVICE = "service"


@dataclass(frozen=True)
class CodePlace:
    """What a code is given to: the thing, its id (a kind's value or a service's id), the event."""

    thing: CodedThing
    thing_id: str
    event: CodedEvent


@dataclass(frozen=True)
class MappedCode:
    """A SNOMED CT concept as the practice typed or picked it; `code_set_date` is the edition's.

    `source` says where it comes from: a row of the reference list, or what somebody typed.
    """

    concept_id: str
    term: str
    source: str = ""
    code_set_date: date | None = None


@dataclass(frozen=True)
class CodeMapping:
    """All codes that the practice has given."""

    codes: Mapping[CodePlace, MappedCode] = field(default_factory=dict)

    def of(self, event: CodedEvent, service_id: str, kind: str) -> MappedCode | None:
        """The code of a service, else of its kind; None when neither has one."""
        own = self.codes.get(CodePlace(CodedThing.SERVICE, service_id, event))
        return own or self.codes.get(CodePlace(CodedThing.KIND, kind, event))


@dataclass(frozen=True)
class CodedTerm:
    """How an export names what happened. `code` is empty for a local term, which says so itself."""

    system: str
    code: str
    term: str
    is_referral: bool = False


def checked_code(concept_id: str, term: str, event: CodedEvent) -> MappedCode:
    """A code as it is kept. Raises UserMistake for one that is not well formed or cannot be meant.

    The check digit shows that the number was copied whole, not that the concept is in use.
    """
    code, words = "".join(concept_id.split()), " ".join(term.split())
    if not is_concept_id(code):
        raise UserMistake(
            "concept_id",
            "This is not a SNOMED CT concept id: copy all its 6 to 18 digits. "
            "A spreadsheet may have turned the last ones into zeros.",
        )
    if not words or len(words) > LONGEST_TERM:
        raise UserMistake("term", f"Type the code's term, at most {LONGEST_TERM} characters.")
    if LOCAL_TERM in words.lower():
        raise UserMistake("term", f"Leave out {LOCAL_TERM}: that stands only where no code is.")
    if event is CodedEvent.SIGNPOST and says_referral(words):
        raise UserMistake(
            "term",
            "This term says that a referral was made, and a signpost is not one. "
            "Give this code to Referral sent.",
        )
    return MappedCode(code, words)


def says_referral(term: str) -> bool:
    """Whether a term says that somebody was referred; a self-referral is something else."""
    words = term.casefold().replace("self referral", "self-referral")
    return "referral" in words.replace("self-referral", "") or words.startswith("refer ")


def coded_term(mapping: CodeMapping, event: ReadEvent) -> CodedTerm:
    """How what happened is named."""
    coded = _coded_event(event)
    if coded is None:
        return CodedTerm(LOCAL, "", f"{_without_service(event.outcome)} {LOCAL_TERM}")
    is_referral = coded is CodedEvent.REFERRAL
    code = mapping.of(coded, event.service_id, event.service_kind)
    if code is not None:
        return CodedTerm(SNOMED_CT, code.concept_id, code.term, is_referral)
    return CodedTerm(LOCAL, "", f"{_words(coded, event.service_kind)} {LOCAL_TERM}", is_referral)


def rehearsed(named: CodedTerm, record_mode: str) -> CodedTerm:
    """The same for layouts in which nothing else tells a rehearsal from a real call: no code, and a
    term that says so.
    """
    if record_mode != RecordMode.REHEARSAL.value:
        return named
    term = named.term if named.term.endswith(LOCAL_TERM) else f"{named.term} {LOCAL_TERM}"
    return CodedTerm(LOCAL, "", f"{_REHEARSAL}{term}", named.is_referral)


def _coded_event(event: ReadEvent) -> CodedEvent | None:
    kind = record_type_of(event.referral, event.outcome, event.how_to_access)
    if not event.service_id or kind is RecordType.ADMINISTRATIVE:
        return None
    if event.outcome == Outcome.DECLINED.value:
        return CodedEvent.DECLINED
    if kind is RecordType.REFERRAL:
        return CodedEvent.REFERRAL
    return CodedEvent.SIGNPOST if event.outcome == Outcome.ACCEPTED.value else None


def _words(event: CodedEvent, kind: str) -> str:
    label = _KINDS.get(kind, kind)
    if event is CodedEvent.REFERRAL:
        return f"Referral to {label}"
    declined = " declined" if event is CodedEvent.DECLINED else ""
    return f"Signposting to {label}{declined}"


def _without_service(outcome: str) -> str:
    label = Outcome(outcome).label.lower()
    if outcome in {Outcome.DEALT_WITH.value, Outcome.MESSAGE_SENT.value}:
        return f"Administrative contact: {label}"
    return f"Signposting: {label}"


# Without what a label adds in brackets for the desk: "(referral needed)".
_KINDS = {kind.value: kind.label.partition(" (")[0] for kind in ServiceKind}
