"""The caller whom the program plays: what a question brings out, and how their mood moves."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from signpost.domain.scenario import Fact, Scenario
from signpost.language.spelling import distance
from signpost.language.stems import stem
from signpost.language.tokens import words_of

HANGS_UP_AT = -3
SHORTEST_MISTYPED = 5
NOTHING_MORE = "I don't know, really."
SAID_ALREADY = "I've told you that."
_KIND = words_of("sorry thank thanks please understand worried help take time here listening")
_UNKIND = words_of("calm nothing probably fuss wait policy busy just silly later")


@dataclass(frozen=True)
class Played:
    """Where the caller stands. `said` are ids of facts in the order in which they came out; `mood`
    is 0 at first, lower when they are vexed.
    """

    said: tuple[str, ...] = ()
    mood: int = 0

    @property
    def has_hung_up(self) -> bool:
        """Whether the caller put the receiver down."""
        return self.mood <= HANGS_UP_AT


@dataclass(frozen=True)
class Reply:
    """What the caller says next. `facts` are ids of facts that came out with it."""

    words: str
    facts: tuple[str, ...]
    played: Played


def reply_to(scenario: Scenario, played: Played, question: str) -> Reply:
    """The caller's reply to what the trainee said or asked."""
    words = {stem(word) for word in words_of(question)}
    asked = [fact for fact in scenario.facts if brings_out(fact, words)]
    fresh = [fact for fact in asked if fact.id not in played.said]
    mood = played.mood + _change(words, asked)
    now = replace(played, said=(*played.said, *(fact.id for fact in fresh)), mood=mood)
    if now.has_hung_up:
        return Reply("(The caller has hung up.)", (), replace(now, said=played.said))
    if fresh:
        return Reply(" ".join(fact.says for fact in fresh), tuple(f.id for f in fresh), now)
    return Reply(SAID_ALREADY if asked else NOTHING_MORE, (), now)


def choose(scenario: Scenario, played: Played, fact_id: str) -> Reply:
    """The reply to a question that was chosen from a list instead of typed."""
    fact = next(each for each in scenario.facts if each.id == fact_id)
    if fact_id in played.said:
        return Reply(SAID_ALREADY, (), played)
    return Reply(fact.says, (fact_id,), replace(played, said=(*played.said, fact_id)))


def said_by_itself(scenario: Scenario, played: Played, seconds: float) -> Reply | None:
    """What the caller adds unasked after so many seconds; None while there is nothing."""
    due = [
        fact
        for fact in scenario.facts
        if fact.after_seconds is not None
        and fact.after_seconds <= seconds
        and fact.id not in played.said
    ]
    return choose(scenario, played, due[0].id) if due and not played.has_hung_up else None


def brings_out(fact: Fact, stems: Collection[str]) -> bool:
    """Whether a question with these word stems asks for the fact."""
    return any(all(_is_among(stem(word), stems) for word in group) for group in fact.asked_by)


def _is_among(wanted: str, stems: Collection[str]) -> bool:
    """Whether a word was asked with; a longer one also with one slip of the fingers."""
    if wanted in stems:
        return True
    if len(wanted) < SHORTEST_MISTYPED:
        return False
    return any(distance(wanted, each, 1) <= 1 for each in stems if len(each) >= SHORTEST_MISTYPED)


def _change(stems: set[str], asked: list[Fact]) -> int:
    if stems & {stem(word) for word in _UNKIND} and not asked:
        return -1
    return 1 if stems & {stem(word) for word in _KIND} else 0
