"""How well the content copes with phrases: what was found, what was missed, what was raised for
nothing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from signpost.content.phrase_file import PhraseTest
from signpost.domain.protocol import Level
from signpost.language.heard import Heard, MatchState
from signpost.usecases.listen import Listening

GRAVE = Level.SAME_DAY.gravity
"""A level above same day has a smaller gravity than this."""

FIRST_SHOWN = 3

KindsFor = Callable[[PhraseTest, Heard], list[str]]
"""The kinds of the suggestions that would show for a phrase, best first."""


@dataclass(frozen=True)
class PhraseResult:
    """One phrase and what was heard. `kinds` are those of the first suggestions; empty if not
    asked.
    """

    test: PhraseTest
    raised: tuple[str, ...]
    raised_grave: tuple[str, ...]
    checked: tuple[str, ...]
    topics: tuple[str, ...]
    kinds: tuple[str, ...]

    @property
    def is_met(self) -> bool:
        """Whether what was expected was heard."""
        test = self.test
        if test.expect == "raise":
            return not test.wanted.isdisjoint(self.raised)
        if test.expect == "check":
            return bool(self.checked) and not self.raised
        if test.expect == "topic":
            return not self.raised and not test.wanted.isdisjoint(self.topics[:FIRST_SHOWN])
        return not self.raised

    @property
    def has_fitting_kind(self) -> bool:
        """Whether a fitting kind stands among the first suggestions."""
        return not self.test.kinds.isdisjoint(self.kinds[:FIRST_SHOWN])


@dataclass(frozen=True)
class Share:
    """A figure with its denominator."""

    name: str
    count: int
    of: int

    def __str__(self) -> str:
        percent = f"{100 * self.count / self.of:.1f} %" if self.of else "none to count"
        return f"{self.name}: {self.count} of {self.of} ({percent})"


def evaluate(
    listening: Listening, tests: Iterable[PhraseTest], kinds_for: KindsFor | None = None
) -> tuple[PhraseResult, ...]:
    """The result of each phrase, in order."""
    return tuple(_result(listening, test, kinds_for) for test in tests)


def _result(listening: Listening, test: PhraseTest, kinds_for: KindsFor | None) -> PhraseResult:
    heard = listening.matcher.hear(test.words, test.patient)
    raised = [m.protocol_id for m in heard.prompts if m.state is MatchState.RAISED]
    grave = [key for key in raised if listening.protocols[key].levels[0].gravity < GRAVE]
    checked = [m.protocol_id for m in heard.prompts if m.state is MatchState.CHECK]
    return PhraseResult(
        test,
        tuple(raised),
        tuple(grave),
        tuple(checked),
        tuple(match.topic_id for match in heard.topics),
        tuple(kinds_for(test, heard)) if kinds_for and test.kinds else (),
    )


def shares(results: Iterable[PhraseResult]) -> tuple[Share, ...]:
    """The figures of a whole file."""
    results = list(results)
    emergencies = [result for result in results if result.test.expect == "raise"]
    harmless = [result for result in results if result.test.expect in {"nothing", "topic"}]
    denied = [result for result in results if result.test.style == "negated"]
    asked = [result for result in results if result.test.expect == "check"]
    topics = [result for result in results if result.test.expect == "topic"]
    kinds = [result for result in topics if result.test.kinds]
    found = [
        _share("Protocol expected was raised", emergencies, lambda r: r.is_met),
        _share("Any protocol was raised", emergencies, lambda r: bool(r.raised)),
        _share("A level above same day was raised", emergencies, lambda r: bool(r.raised_grave)),
        _share("Nothing said at all (missed)", emergencies, lambda r: not r.raised + r.checked),
        _share("False alarms, any level", harmless, lambda r: bool(r.raised)),
        _share("False alarms above same day", harmless, lambda r: bool(r.raised_grave)),
        _share("Denied lists that raised", denied, lambda r: bool(r.raised)),
        _share("Soft mentions shown as check", asked, lambda r: r.is_met),
        _share("Soft mentions that raised", asked, lambda r: bool(r.raised)),
        _share("Topic among the first three", topics, lambda r: r.is_met),
    ]
    if any(result.kinds for result in kinds):
        name = "Fitting kind among the first three suggestions"
        found.append(_share(name, kinds, lambda r: r.has_fitting_kind))
    return tuple(found)


def _share(name: str, results: list[PhraseResult], counts: Callable[[PhraseResult], bool]) -> Share:
    return Share(name, sum(1 for result in results if counts(result)), len(results))
