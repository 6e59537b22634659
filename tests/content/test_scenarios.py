"""The scenarios that come with the program can be read and still hold."""

from pathlib import Path

import pytest

from signpost.content.scenario_file import read_scenarios
from signpost.domain.faults import ContentFault
from signpost.domain.scenario import COMMON_POINTS, Scenario
from signpost.paths import bundled
from signpost.usecases.check_scenarios import KnownContent, ScenarioFault, faults_of
from signpost.usecases.listen import Listening, start_listening

FILES = sorted(bundled("resources/scenarios").glob("*.toml"))


@pytest.fixture(scope="module")
def listening() -> Listening:
    return start_listening(bundled("resources"), None)


def scenario_in(path: Path) -> Scenario:
    faults: list[ContentFault] = []
    [scenario] = read_scenarios([path], faults)
    assert faults == []
    return scenario


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_scenario_holds(path: Path, listening: Listening) -> None:
    known = KnownContent(frozenset(listening.protocols), frozenset(listening.topics))
    assert faults_of([scenario_in(path)], known, listening.matcher) == ()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_scenario_can_be_played_and_marked(path: Path) -> None:
    scenario = scenario_in(path)
    assert scenario.musts
    assert scenario.mistakes
    assert scenario.sources
    assert all(fact.questions and fact.asked_by for fact in scenario.facts)
    assert not {point.id for point in scenario.points} & {point.id for point in COMMON_POINTS}


def test_a_scenario_that_the_program_does_not_hear_is_told(listening: Listening) -> None:
    scenario = scenario_in(FILES[0])
    known = KnownContent(frozenset(), frozenset())
    sentences = {fault.sentence for fault in faults_of([scenario], known, listening.matcher)}
    assert f"There is no protocol {scenario.protocols[0]} any more." in sentences


def test_what_is_raised_too_late_is_told(listening: Listening) -> None:
    from dataclasses import replace  # noqa: PLC0415

    known = KnownContent(frozenset(listening.protocols), frozenset(listening.topics))
    eager = replace(scenario_in(FILES[0]), opening="Hello, how are you?", opening_raises=("RF02",))
    assert ScenarioFault(eager.id, "After the opening line RF02 is not raised.") in faults_of(
        [eager], known, listening.matcher
    )
