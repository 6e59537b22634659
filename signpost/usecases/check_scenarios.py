"""Whether scenarios still hold: what they name exists, and the program raises what they say, at the
sentence where they say so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from signpost.domain.caller import PatientFacts
from signpost.domain.scenario import Fact, Scenario
from signpost.language.heard import Heard, MatchState


class Hears(Protocol):
    """What hears words; see language/matcher."""

    def hear(self, words: str, patient: PatientFacts) -> Heard:
        """What the words match."""


@dataclass(frozen=True)
class ScenarioFault:
    """What is wrong with a scenario, in a sentence; a broken scenario is not to be used."""

    scenario_id: str
    sentence: str


@dataclass(frozen=True)
class KnownContent:
    """The ids that a scenario may name."""

    protocols: frozenset[str]
    topics: frozenset[str]


def faults_of(
    scenarios: Sequence[Scenario], known: KnownContent, hears: Hears
) -> tuple[ScenarioFault, ...]:
    """Everything that no longer holds, scenario by scenario."""
    return tuple(
        ScenarioFault(scenario.id, sentence)
        for scenario in scenarios
        for sentence in (*_unknown(scenario, known), *_not_heard(scenario, hears))
    )


def words_until(scenario: Scenario, facts: Sequence[Fact]) -> str:
    """The caller's words when these facts have come out, in this order."""
    return " ".join([scenario.opening, *(fact.says for fact in facts)])


def _unknown(scenario: Scenario, known: KnownContent) -> list[str]:
    named = [*scenario.protocols, *scenario.opening_raises, *scenario.must_not_raise]
    named += [protocol for fact in scenario.facts for protocol in fact.raises]
    faults = [
        f"There is no protocol {each} any more."
        for each in dict.fromkeys(named)
        if each not in known.protocols
    ]
    faults += [
        f"There is no topic {each} any more."
        for each in scenario.topics
        if each not in known.topics
    ]
    return faults


def _not_heard(scenario: Scenario, hears: Hears) -> list[str]:
    faults: list[str] = []
    wanted: list[str] = list(scenario.opening_raises)
    faults += _missing("the opening line", scenario.opening, wanted, scenario, hears)
    for number, fact in enumerate(scenario.facts, start=1):
        wanted += [each for each in fact.raises if each not in wanted]
        said = words_until(scenario, scenario.facts[:number])
        faults += _missing(f'the fact "{fact.id}"', said, wanted, scenario, hears)
    return faults


def _missing(
    where: str, words: str, wanted: Sequence[str], scenario: Scenario, hears: Hears
) -> list[str]:
    heard = hears.hear(words, scenario.patient)
    raised = {match.protocol_id for match in heard.prompts if match.state is MatchState.RAISED}
    faults = [f"After {where} {each} is not raised." for each in wanted if each not in raised]
    faults += [
        f"After {where} {each} is raised, which it must not be."
        for each in scenario.must_not_raise
        if each in raised
    ]
    return faults
