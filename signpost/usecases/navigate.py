"""Hears one text and finds services for it, exactly as the call screen does; only reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from signpost.domain.caller import PatientFacts
from signpost.domain.protocol import Level, Protocol
from signpost.domain.signpost import RecordMode
from signpost.domain.suggestion import Suggestion
from signpost.domain.topic import Topic
from signpost.language.heard import Heard, MatchState, PromptMatch, Said
from signpost.usecases.allowed_kinds import allowed_kinds
from signpost.usecases.find_services import FindServices
from signpost.usecases.listen import Listening

MOST_SUGGESTIONS = 20


@dataclass(frozen=True)
class NavigatedPrompt:
    """A protocol that the words match. `levels` is empty where a draft's levels are not to be
    shown."""

    protocol: Protocol
    levels: tuple[Level, ...]
    state: MatchState
    is_approved: bool
    because: tuple[str, ...]


@dataclass(frozen=True)
class Navigated:
    """What the call screen would show for one text. `held` while a prompt is raised."""

    prompts: tuple[NavigatedPrompt, ...]
    topics: tuple[Topic, ...]
    held: bool
    suggestions: tuple[Suggestion, ...]


def known_facts(patient: PatientFacts, said: Said) -> PatientFacts:
    """The fields, filled up with what the words themselves state."""
    return PatientFacts(
        age_years=patient.age_years if patient.age_years is not None else said.age_years,
        sex=patient.sex if patient.sex is not None else said.sex,
        pregnant=patient.pregnant if patient.pregnant is not None else said.pregnant,
    )


class Navigate:
    """One text after another; holds no state between them."""

    def __init__(self, listening: Listening, services: FindServices, *, show_drafts: bool) -> None:
        self._listening = listening
        self._services = services
        self._show_drafts = show_drafts

    def take(self, words: str, patient: PatientFacts, now: datetime) -> Navigated:
        """Everything shown for `words`; `now` is local time."""
        heard = self._listening.matcher.hear(words, patient)
        raised = [
            self._listening.protocols[match.protocol_id]
            for match in heard.prompts
            if match.state is MatchState.RAISED
        ]
        topics = [self._listening.topics[match.topic_id] for match in heard.topics]
        suggestions = self._services.find(
            self._scored(heard),
            known_facts(patient, heard.said),
            allowed_kinds(raised),
            now,
            RecordMode.REHEARSAL,
            limit=MOST_SUGGESTIONS,
            words=words,
        )
        return Navigated(
            prompts=self._prompts(heard.prompts),
            topics=tuple(topics),
            held=bool(raised),
            suggestions=tuple(suggestions),
        )

    def _scored(self, heard: Heard) -> Sequence[tuple[Topic, float]]:
        return [(self._listening.topics[match.topic_id], match.score) for match in heard.topics]

    def _prompts(self, matches: tuple[PromptMatch, ...]) -> tuple[NavigatedPrompt, ...]:
        prompts = [self._prompt(match) for match in matches]
        prompts.sort(key=_gravest_first)
        return tuple(prompts)

    def _prompt(self, match: PromptMatch) -> NavigatedPrompt:
        protocol = self._listening.protocols[match.protocol_id]
        approved = protocol.id in self._listening.approved
        levels = protocol.levels if approved or self._show_drafts else ()
        return NavigatedPrompt(protocol, levels, match.state, approved, match.because)


def _gravest_first(prompt: NavigatedPrompt) -> tuple[bool, int, str]:
    return (
        prompt.state is not MatchState.RAISED,
        prompt.protocol.levels[0].gravity,
        prompt.protocol.id,
    )
