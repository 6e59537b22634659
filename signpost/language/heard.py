"""What the program heard in the caller's words: prompts, topics and facts, each with the words that
caused it."""

from dataclasses import dataclass
from enum import StrEnum

from signpost.domain.caller import Sex


class MatchState(StrEnum):
    """A protocol either raises a prompt or shows one quiet check line."""

    RAISED = "raised"
    CHECK = "check"


class CheckReason(StrEnum):
    """Why a match is a check line rather than a prompt."""

    NEGATED = "negated"
    PAST = "past"
    SOMEONE_ELSE = "someone_else"
    HYPOTHETICAL = "hypothetical"
    ADMIN = "admin"
    FIGURATIVE = "figurative"
    LIMITS = "limits"
    WEAK = "weak"
    HINT = "hint"


@dataclass(frozen=True)
class Mark:
    """A stretch of the caller's words, as character positions of the text as typed."""

    start: int
    end: int


@dataclass(frozen=True)
class PromptMatch:
    """A protocol that the words match. `because` holds the caller's own words that matched, in
    order."""

    protocol_id: str
    state: MatchState
    because: tuple[str, ...]
    marks: tuple[Mark, ...]
    reason: CheckReason | None = None


@dataclass(frozen=True)
class TopicMatch:
    """A topic that the words name, best first by `score` (larger is better, comparable within one
    text only)."""

    topic_id: str
    score: float
    because: tuple[str, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Said:
    """Facts about the patient that the words themselves state; None where nothing is said."""

    age_years: float | None = None
    sex: Sex | None = None
    pregnant: bool | None = None


@dataclass(frozen=True)
class Heard:
    """Everything heard in one text. Raised prompts come first; the caller orders them by level."""

    prompts: tuple[PromptMatch, ...] = ()
    topics: tuple[TopicMatch, ...] = ()
    said: Said = Said()
