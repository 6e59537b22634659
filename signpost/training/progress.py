"""Progress of a person and of the team: what was done, what is missing, who is due again."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from signpost.domain.scenario import Scenario

REFRESH_AFTER = timedelta(days=365)


@dataclass(frozen=True)
class Done:
    """A marked session of one person: which musts were missed, and seconds until a red flag was
    recognised (None: there was none, or it was not).
    """

    person_id: str
    scenario_id: str
    scenario_version: int
    day: date
    missed_musts: tuple[str, ...]
    seconds_to_recognise: float | None = None

    @property
    def is_complete(self) -> bool:
        """Whether every must was met."""
        return not self.missed_musts


@dataclass(frozen=True)
class Progress:
    """How one person stands. `due_again` are scenarios whose last completion is a year old, or of
    an older version.
    """

    person_id: str
    completed: frozenset[str]
    to_repeat: frozenset[str]
    due_again: frozenset[str]
    missed_musts: Mapping[str, int]
    median_seconds_to_recognise: float | None


def progress_of(
    person_id: str, done: Iterable[Done], scenarios: Sequence[Scenario], today: date
) -> Progress:
    """Where a person stands on a day."""
    mine = sorted((each for each in done if each.person_id == person_id), key=lambda d: d.day)
    latest = {each.scenario_id: each for each in mine}
    versions = {scenario.id: scenario.version for scenario in scenarios}
    complete = {each.scenario_id: each for each in mine if each.is_complete}
    due = {
        each.scenario_id
        for each in complete.values()
        if today - each.day >= REFRESH_AFTER
        or versions.get(each.scenario_id, 0) > each.scenario_version
    }
    times = [each.seconds_to_recognise for each in mine if each.seconds_to_recognise is not None]
    return Progress(
        person_id,
        completed=frozenset(set(complete) - due),
        to_repeat=frozenset(each for each, last in latest.items() if not last.is_complete),
        due_again=frozenset(due),
        missed_musts=Counter(must for each in mine for must in each.missed_musts),
        median_seconds_to_recognise=median(times) if times else None,
    )


def never_rehearsed(
    protocols: Iterable[str], done: Iterable[Done], scenarios: Sequence[Scenario]
) -> tuple[str, ...]:
    """Protocols that nobody has rehearsed yet, in their order."""
    rehearsed_scenarios = {each.scenario_id for each in done}
    rehearsed = {
        protocol
        for scenario in scenarios
        if scenario.id in rehearsed_scenarios
        for protocol in scenario.protocols
    }
    return tuple(each for each in protocols if each not in rehearsed)


def not_done_by(
    person_id: str, done: Iterable[Done], scenarios: Sequence[Scenario]
) -> tuple[Scenario, ...]:
    """Scenarios that a person has not completed at their present version."""
    complete = {
        (each.scenario_id, each.scenario_version)
        for each in done
        if each.person_id == person_id and each.is_complete
    }
    return tuple(each for each in scenarios if (each.id, each.version) not in complete)
