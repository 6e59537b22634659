"""Services for what was heard: the newest search only, never under the hand, never while a prompt
is open.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from signpost.domain.caller import PatientFacts
from signpost.domain.local_time import local_time
from signpost.domain.protocol import Answer
from signpost.domain.protocol import Protocol as RedFlag
from signpost.domain.service_kind import ServiceKind
from signpost.domain.signpost import RecordMode
from signpost.domain.suggestion import Fit, Suggestion
from signpost.domain.topic import Topic
from signpost.ui.call.call_session import CallSession
from signpost.ui.call.call_view import CallView
from signpost.ui.call.suggestions_model import SuggestionsModel, keep_in_place
from signpost.ui.jobs import Jobs, Lane
from signpost.usecases import take_call
from signpost.usecases.allowed_kinds import allowed_kinds

NOTHING_MATCHED = (
    "Nothing you typed matches a protocol; that says nothing about how ill someone is; "
    "unsure, ask a clinician."
)
NO_SERVICE = "No service fits what you typed so far."
FINISH_FIRST = "Finish the prompt first."
TYPE_FIRST = "Type what the caller says: prompts and services appear here."
LOADING = "Protocols and services are being loaded. Until then use the paper sheet."


class FindsServices(Protocol):
    """What finds services; see usecases/find_services."""

    def find(
        self,
        topics: Sequence[tuple[Topic, float]],
        patient: PatientFacts,
        allowed_kinds: Collection[ServiceKind] | None,
        now: datetime,
        mode: RecordMode,
        *,
        words: str,
        answers: Mapping[str, Answer],
    ) -> tuple[Suggestion, ...]:
        """Services that fit, best first; those whose entry rules are not met last."""


class SearchedDirectory(Protocol):
    """A directory in use; see usecases/open_directory."""

    @property
    def services(self) -> FindsServices:
        """What finds services in it."""

    @property
    def is_behind(self) -> bool:
        """Whether the last search met a directory that its index has not followed yet."""

    def follow(self) -> None:
        """Let the index follow; takes its time."""


@dataclass(frozen=True)
class Found:
    """What was found for a question, and whether the index is behind the directory."""

    question: object
    suggestions: tuple[Suggestion, ...]
    is_behind: bool


class SuggestionsPresenter(QObject):
    """Searches, shows, and takes the service that was chosen.

    chosen: the suggestion.
    """

    chosen = Signal(object)

    def __init__(
        self, session: CallSession, view: CallView, model: SuggestionsModel, jobs: Jobs
    ) -> None:
        super().__init__()
        self._session = session
        self._view = view
        self._model = model
        self._jobs = jobs
        self._directory: SearchedDirectory | None = None
        self._is_following = False
        self._found: tuple[Suggestion, ...] = ()
        self._found_for: object = None
        self._asked: object = None
        self._show_not_met = False
        self._answers: dict[str, Answer] = {}
        self._reported: Mapping[str, str] = {}
        panel = view.suggestions
        panel.list.answered.connect(self._answer)
        panel.list.taken_back.connect(self._take_back)
        panel.taken.connect(self._take)
        panel.not_met_toggled.connect(self.toggle_not_met)
        session.heard_changed.connect(self._search)
        session.changed.connect(self._search)
        session.replaced.connect(self._forget)
        self._show()

    def use(self, directory: SearchedDirectory) -> None:
        """The directory is there."""
        self._directory = directory
        self._search_again()

    def use_reports(self, words: Mapping[str, str]) -> None:
        """What desks have reported to be wrong, by the id of the service."""
        self._reported = words
        self._found = tuple(_with_report(item, words) for item in self._found)
        self._show()

    def toggle_not_met(self) -> None:
        """Show, or hide again, services whose entry rules are not met."""
        self._show_not_met = not self._show_not_met
        self._show()

    def ask_first(self) -> bool:
        """To the questions of the selected service; False when none of them waits for a key."""
        listed = self._view.suggestions.list
        return listed.isVisible() and listed.hasFocus() and listed.ask()

    def suggestion(self, service_id: str) -> Suggestion | None:
        """The suggestion of a service among those found; None when it is not there."""
        return next((item for item in self._found if item.service_id == service_id), None)

    def _forget(self) -> None:
        self._found, self._found_for, self._asked, self._show_not_met = (), None, None, False
        self._answers = {}
        self._view.suggestions.list.fold()

    def _search(self) -> None:
        find, asked = self._find(), (self._question(), self._session.call.words)
        if find is not None and asked != self._asked:
            self._asked = asked
            self._jobs.run_newest("search", find, self._receive, self._not_found)
        self._show()

    def _search_again(self) -> None:
        self._asked = None
        self._search()

    def _question(self) -> object:
        heard = self._session.heard
        topics = tuple((topic.topic_id, topic.score) for topic in heard.topics) if heard else None
        call = self._session.call
        limits = tuple(protocol.id for protocol in self._limiting())
        said = heard.said if heard else None
        return (
            call.id,
            topics,
            said,
            call.patient,
            limits,
            self._session.mode,
            tuple(self._answers.items()),
        )

    def _limiting(self) -> tuple[RedFlag, ...]:
        listening = self._session.listening
        protocols = listening.protocols if listening else {}
        return take_call.protocols_that_limit(self._session.call, protocols)

    def _find(self) -> Callable[[], Found] | None:
        directory, session = self._directory, self._session
        heard, listening = session.heard, session.listening
        if directory is None or heard is None or listening is None:
            return None
        topics = [
            (listening.topics[t.topic_id], t.score)
            for t in heard.topics
            if t.topic_id in listening.topics
        ]
        from signpost.usecases.navigate import known_facts  # noqa: PLC0415 - after the first paint

        patient = known_facts(session.call.patient, heard.said)
        kinds = allowed_kinds(self._limiting())
        now, mode, words = local_time(session.clock()), session.mode, session.call.words
        question, answers = self._question(), dict(self._answers)

        def find() -> Found:
            found = directory.services.find(
                topics, patient, kinds, now, mode, words=words, answers=answers
            )
            return Found(question, found, directory.is_behind)

        return find

    def _receive(self, found: Found) -> None:
        self._found_for = found.question
        self._found = tuple(_with_report(item, self._reported) for item in found.suggestions)
        if found.is_behind:
            self._follow()
        self._show()

    def _follow(self) -> None:
        """Let the index follow an edit or an import; then look again."""
        directory = self._directory
        if directory is not None and not self._is_following:
            self._is_following = True
            self._jobs.run(directory.follow, self._followed, self._not_followed, Lane.BACKGROUND)

    def _followed(self, _: object) -> None:
        self._is_following = False
        self._search_again()

    def _not_followed(self, error: Exception) -> None:
        self._is_following = False
        self._jobs.failed.emit(error)

    def _not_found(self, error: Exception) -> None:
        if self._directory is not None and self._directory.is_behind:
            self._follow()
        self._jobs.failed.emit(error)

    def _show(self) -> None:
        panel = self._view.suggestions
        standing_back = bool(take_call.standing_prompts(self._session.call))
        met = tuple(item for item in self._found if item.fit is not Fit.NOT_SUITABLE)
        not_met = self._found[len(met) :] if len(met) < len(self._found) else ()
        shown = met + (not_met if self._show_not_met else ())
        held = panel.current() if panel.list.hasFocus() else None
        if held is not None:
            held = self.suggestion(held.service_id) or held
            shown = keep_in_place(shown, held, panel.list.currentIndex().row())
        self._model.show(shown)
        service = self._session.call.service
        panel.show_chosen(service.service_id if service else "")
        panel.show_message(self._message(standing_back=standing_back))
        panel.show_hint(answering=any(item.ask_ids for item in shown), answered=bool(self._answers))
        panel.show_standing_back(standing_back=standing_back)
        panel.show_not_met(
            "" if standing_back else _not_met_line(not_met, shown=self._show_not_met)
        )

    def _message(self, *, standing_back: bool) -> str:
        if standing_back:
            return FINISH_FIRST
        if self._session.listening is None:
            return LOADING
        if not self._session.call.words.strip():
            return TYPE_FIRST
        if self._session.heard is None:
            return ""
        searched = self._directory is not None and self._found_for == self._question()
        no_service = NO_SERVICE if searched and not self._found else ""
        matched = self._session.heard.prompts or self._session.call.prompts
        return " ".join(part for part in ("" if matched else NOTHING_MATCHED, no_service) if part)

    def _answer(self, question_id: str, answer: Answer) -> None:
        if answer is not Answer.DONT_KNOW:  # not known: it stays a question
            self._answers[question_id] = answer
            self._search()

    def _take_back(self) -> None:
        if self._answers:
            self._answers.popitem()
            self._search()

    def _take(self, row: int) -> None:
        if not take_call.standing_prompts(self._session.call):
            suggestion = self._model.suggestions[row]
            call = take_call.choose_service(self._session.call, suggestion)
            self._session.update(replace(call, topic_id=self._best_topic()))
            self.chosen.emit(suggestion)

    def _best_topic(self) -> str:
        heard = self._session.heard
        return heard.topics[0].topic_id if heard and heard.topics else self._session.call.topic_id


def _with_report(suggestion: Suggestion, words: Mapping[str, str]) -> Suggestion:
    return replace(suggestion, reported=words.get(suggestion.service_id, ""))


def _not_met_line(not_met: tuple[Suggestion, ...], *, shown: bool) -> str:
    if not not_met:
        return ""
    if shown:
        return "Hide services whose entry rules are not met"
    first = f"{not_met[0].name} ({not_met[0].not_met})" if not_met[0].not_met else not_met[0].name
    more = f" and {len(not_met) - 1} more" if len(not_met) > 1 else ""
    return f"Not met: {first}{more}"
