"""Prompts and check lines: shown the moment they are heard, answered only where the person went to
answer.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from signpost.domain.call import NEEDS_A_CLINICIAN, CheckAnswer, HandledPrompt, PromptAction
from signpost.domain.local_time import local_time
from signpost.domain.protocol import Answer, Protocol
from signpost.ui.call import prompt_words
from signpost.ui.call.call_session import CallSession
from signpost.ui.call.call_view import CallView
from signpost.ui.call.checks_panel import ShownCheck
from signpost.ui.call.prompts_panel import ShownPrompt
from signpost.usecases import take_call

SETTLE_MS = 400


class PromptsPresenter(QObject):
    """Shows what was raised and records what was answered.

    raised: titles of the prompts that appeared just now.
    """

    raised = Signal(object)

    def __init__(
        self, session: CallSession, view: CallView, milliseconds: Callable[[], int]
    ) -> None:
        super().__init__()
        self._session = session
        self._view = view
        self._milliseconds = milliseconds
        self._known: tuple[tuple[str, object], ...] = ()
        self._appeared_at = -SETTLE_MS
        self._open_id = ""
        self._each_asked = False
        panel = view.prompts
        panel.opened.connect(self._open)
        panel.answered.connect(self._answer)
        panel.acted.connect(self._act)
        panel.clinician_typed.connect(self._name_clinician)
        panel.clinician_named.connect(self._close_named)
        panel.place_typed.connect(self._type_place)
        panel.ring_back_typed.connect(self._type_ring_back)
        view.checks.answered.connect(self._answer_check)
        view.checks.ask_each.connect(self._ask_each)
        view.urgent.protocol_raised.connect(self.raise_by_hand)
        session.changed.connect(self._show)
        session.replaced.connect(self._forget)

    def go_to_questions(self) -> None:
        """The key that moves to the questions of the open prompt."""
        if self._view.prompts.card is None and self._session.call.prompts:
            self._open(self._session.call.prompts[-1].protocol_id)
        self._view.prompts.focus_questions()

    def raise_by_hand(self, protocol_id: str) -> None:
        """A high-risk button: show this protocol now."""
        protocol = self._protocols.get(protocol_id)
        if protocol is not None:
            session = self._session
            session.update(take_call.raise_by_hand(session.call, protocol, session.clock()))
            self._open(protocol_id)

    def close_card(self) -> None:
        """Fold a handled prompt that was opened to be changed."""
        self._open_id = ""
        self._show()

    @property
    def _protocols(self) -> Mapping[str, Protocol]:
        return self._session.listening.protocols if self._session.listening else {}

    @property
    def _is_settling(self) -> bool:
        """True just after a prompt appeared, when a key was meant for something else."""
        return self._milliseconds() - self._appeared_at < SETTLE_MS

    def _forget(self) -> None:
        call = self._session.call
        self._known = tuple((prompt.protocol_id, prompt.raised_at) for prompt in call.prompts)
        self._open_id = ""
        self._each_asked = False

    def _open(self, protocol_id: str) -> None:
        self._open_id = protocol_id
        self._show()
        self._view.prompts.focus_questions()

    def _show(self) -> None:
        call = self._session.call
        standing = take_call.gravest_first(take_call.standing_prompts(call), self._protocols)
        self._notice_new(standing)
        current = self._current(standing)
        others = tuple(
            ShownPrompt(self._protocols[prompt.protocol_id], prompt)
            for prompt in standing
            if prompt.protocol_id in self._protocols and prompt is not current
        )
        shown = (
            ShownPrompt(self._protocols[current.protocol_id], current)
            if current is not None
            else None
        )
        self._view.prompts.show_prompts(
            shown, _lean(others), self._done(current), call.where_is_patient, call.ring_back
        )
        self._view.checks.show_checks(self._checks())

    def _notice_new(self, standing: tuple[HandledPrompt, ...]) -> None:
        now_known = tuple((prompt.protocol_id, prompt.raised_at) for prompt in standing)
        new = [
            prompt
            for prompt in standing
            if (prompt.protocol_id, prompt.raised_at) not in self._known
        ]
        self._known = tuple(dict.fromkeys((*self._known, *now_known)))
        if new:
            self._appeared_at = self._milliseconds()
            if not self._view.prompts.has_focus_inside():
                self._open_id = ""
            self._view.show_prompt_place()
            self.raised.emit(tuple(prompt.title for prompt in new))

    def _current(self, standing: tuple[HandledPrompt, ...]) -> HandledPrompt | None:
        opened = [p for p in self._session.call.prompts if p.protocol_id == self._open_id]
        checked = {check.protocol_id for check in self._session.call.open_checks}
        if opened and self._open_id in self._protocols and self._open_id not in checked:
            return opened[-1]
        known = [prompt for prompt in standing if prompt.protocol_id in self._protocols]
        return known[0] if known else None

    def _done(self, current: HandledPrompt | None) -> tuple[ShownPrompt, ...]:
        return tuple(
            ShownPrompt(
                self._protocols[prompt.protocol_id],
                prompt,
                f"{prompt_words.action_words(prompt)}, {local_time(prompt.acted_at):%H:%M}",
            )
            for prompt in self._session.call.prompts
            if prompt.is_handled
            and prompt.acted_at
            and prompt is not current
            and prompt.protocol_id in self._protocols
        )

    def _checks(self) -> tuple[ShownCheck, ...]:
        call = self._session.call
        asking = call.asking_checks
        denied = [check for check in call.open_checks if check not in asking]
        collect = bool(denied) and not self._each_asked
        shown = [
            ShownCheck(
                (check.protocol_id,),
                prompt_words.check_question(check, self._title(check.protocol_id)),
                prompt_words.heard_as(check),
            )
            for check in call.open_checks
            if not (collect and check in denied)
        ]
        if collect:
            ids = tuple(check.protocol_id for check in denied)
            shown.append(ShownCheck(ids, prompt_words.denied(denied), collected=True))
        return tuple(shown)

    def _title(self, protocol_id: str) -> str:
        protocol = self._protocols.get(protocol_id)
        return protocol.title if protocol else protocol_id

    def _answer(self, protocol_id: str, question_id: str, answer: object) -> None:
        if not self._is_settling and (answer is None or isinstance(answer, Answer)):
            session = self._session
            protocol = self._protocols[protocol_id]
            self._open_id = protocol_id
            session.update(take_call.answer_question(session.call, protocol, question_id, answer))
        self._show()

    def _act(self, protocol_id: str, action: object) -> None:
        if self._is_settling or not (action is None or isinstance(action, PromptAction)):
            self._show()
            return
        session = self._session
        needs_name = action is None or action in NEEDS_A_CLINICIAN
        had_focus = self._view.prompts.has_focus_inside()
        self._open_id = protocol_id if needs_name else ""
        session.update(take_call.act(session.call, protocol_id, action, session.clock()))
        self._show()
        if not needs_name and had_focus:
            self._go_on()

    def _name_clinician(self, protocol_id: str, clinician: str) -> None:
        self._open_id = protocol_id
        session = self._session
        session.update(take_call.name_clinician(session.call, protocol_id, clinician))

    def _close_named(self) -> None:
        self._open_id = ""
        self._show()
        self._go_on()

    def _go_on(self) -> None:
        """After a prompt: to the next one that stands, else back to the caller's words."""
        if take_call.standing_prompts(self._session.call):
            self._view.prompts.focus_questions()
        else:
            self._view.words.words.setFocus()
            self._view.show_top()

    def _answer_check(self, protocol_id: str, answer: object) -> None:
        session = self._session
        protocol = self._protocols.get(protocol_id)
        if self._is_settling or protocol is None or not isinstance(answer, CheckAnswer):
            return
        self._open_id = protocol_id if answer is CheckAnswer.YES_NOW else self._open_id
        session.update(take_call.answer_check(session.call, protocol, answer, session.clock()))
        self._after_check(to_prompt=answer is CheckAnswer.YES_NOW)

    def _ask_each(self) -> None:
        self._each_asked = True
        self._show()
        self._view.checks.focus_first()

    def _after_check(self, *, to_prompt: bool) -> None:
        if to_prompt:
            self._view.prompts.focus_questions()
        elif not self._session.call.asking_checks:
            self._view.words.words.setFocus()

    def _type_place(self, text: str) -> None:
        self._session.update(replace(self._session.call, where_is_patient=text))

    def _type_ring_back(self, text: str) -> None:
        self._session.update(replace(self._session.call, ring_back=text))


def _lean(others: tuple[ShownPrompt, ...]) -> tuple[ShownPrompt, ...]:
    """What a folded prompt shows does not change with its answers, so that its line stays the same
    widget.
    """
    return tuple(
        ShownPrompt(shown.protocol, replace(shown.prompt, because=(), answers=(), row_id=""))
        for shown in others
    )
