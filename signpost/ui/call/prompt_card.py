"""One prompt, open: the questions, every row's action, what to say, and the action taken."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from signpost.domain.call import NEEDS_A_CLINICIAN, HandledPrompt, PromptAction
from signpost.domain.protocol import Answer, Protocol
from signpost.domain.protocol_words import Tone, condition, tone
from signpost.ui.call import prompt_words
from signpost.ui.call.question_line import QuestionLine
from signpost.ui.parts.choice_row import ChoiceRow
from signpost.ui.parts.keys import Key
from signpost.ui.parts.line_field import LineField
from signpost.ui.parts.text import label, restyle
from signpost.ui.parts.tile_layout import TileLayout

_ANSWERS = ((Answer.YES, "Yes"), (Answer.NO, "No"), (Answer.DONT_KNOW, "Don't know"))
_ANSWER_KEYS = {
    Qt.Key.Key_Y: Answer.YES,
    Qt.Key.Key_N: Answer.NO,
    Qt.Key.Key_D: Answer.DONT_KNOW,
}
_NOT_THIS = "not_this"
_HEAD = {Tone.GRAVE: "onRed", Tone.CAUTION: "onYellow", Tone.SOON: "onBlue"}


class PromptCard(QFrame):
    """A protocol as it is shown in a call.

    answered: question id and answer, or None when it was taken back. acted: the action, or None.
    clinician_typed: name or role. place_typed, ring_back_typed: the fields as typed.
    """

    answered = Signal(str, object)
    acted = Signal(object)
    clinician_typed = Signal(str)
    place_typed = Signal(str)
    ring_back_typed = Signal(str)

    def __init__(self, protocol: Protocol) -> None:
        super().__init__()
        self.protocol = protocol
        self._tone = tone(protocol.levels[0])
        self.setProperty("look", self._tone.value)
        self.setAccessibleName(f"Prompt: {protocol.title}")
        self.typed = label(look="small")
        self.questions: dict[str, ChoiceRow] = {}
        self.rows: dict[str, QLabel] = {}
        self.place, self.ring_back, self.clinician = LineField(), LineField(), LineField()
        actions = (*prompt_words.ACTIONS, (_NOT_THIS, "Not this…"))
        digits = "".join(str(number + 1) for number in range(len(actions)))
        self.action_row = ChoiceRow("Action taken", actions, digits)
        self.reasons = ChoiceRow("Not this", prompt_words.NOT_THIS_REASONS)
        self._who = label("Which clinician? Name or role", "quiet")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._head())
        inside = QVBoxLayout()
        inside.setContentsMargins(14, 8, 14, 12)
        inside.setSpacing(6)
        outer.addLayout(inside)
        self._add_questions(inside)
        self._add_rows(inside)
        self._add_script(inside)
        self._add_fields(inside)
        self._add_actions(inside)
        inside.addWidget(label(prompt_words.approval_words(protocol), "quiet"))
        self._connect()

    def show_prompt(self, prompt: HandledPrompt, place: str, ring_back: str) -> None:
        """Answers, selected row and action as they stand."""
        self.typed.setText(prompt_words.you_typed(prompt.because))
        answers = dict(prompt.answers)
        for question_id, row in self.questions.items():
            row.show_value(answers.get(question_id))
        for row_id, text in self.rows.items():
            selected = row_id == prompt.row_id
            restyle(text, "selected", "true" if selected else "false")
            text.setText(self._row_words(row_id, selected=selected))
        self._show_action(prompt.action)
        for field, value in (
            (self.place, place),
            (self.ring_back, ring_back),
            (self.clinician, prompt.clinician),
        ):
            if field.text() != value:
                field.setText(value)

    def focus_questions(self) -> None:
        """To the first question that has no answer yet, else to the actions."""
        for row in self.questions.values():
            if row.value is None:
                row.focus_first()
                return
        self.action_row.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() not in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            super().keyPressEvent(event)
            return
        if not (self._answer_by_key(event) or self._act_by_key(event) or self._move(event)):
            super().keyPressEvent(event)

    def _answer_by_key(self, event: QKeyEvent) -> bool:
        answer = _ANSWER_KEYS.get(Qt.Key(event.key()))
        focused = [
            key for key, row in self.questions.items() if row.isAncestorOf(self.focusWidget())
        ]
        if answer is None or not focused:
            return False
        if self.questions[focused[0]].value is not answer:
            self.questions[focused[0]].choose(answer)
        if self.questions[focused[0]].value is answer:
            self._go_on_from(focused[0])
        return True

    def _act_by_key(self, event: QKeyEvent) -> bool:
        typing = isinstance(self.focusWidget(), QLineEdit)
        buttons = {button.key: button for button in self.action_row.buttons.values()}
        if typing or event.text() not in buttons:
            return False
        buttons[event.text()].click()
        return True

    def _move(self, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        stops: list[ChoiceRow] = [*self.questions.values(), self.action_row]
        at = [index for index, row in enumerate(stops) if row.isAncestorOf(self.focusWidget())]
        if step is None or not at:
            return False
        stops[min(max(at[0] + step, 0), len(stops) - 1)].focus_first()
        return True

    def _go_on_from(self, question_id: str) -> None:
        order = list(self.questions)
        after = order[order.index(question_id) + 1 :]
        for key in after:
            if self.questions[key].value is None:
                self.questions[key].focus_first()
                return
        self.focus_questions()

    def _head(self) -> QFrame:
        head = QFrame()
        head.setProperty("look", f"{self._tone}Head")
        look = _HEAD[self._tone]
        row = QVBoxLayout(head)
        row.setContentsMargins(14, 6, 14, 7)
        row.setSpacing(0)
        row.addWidget(label(self.protocol.title, f"{look}Title"))
        return head

    def _add_questions(self, inside: QVBoxLayout) -> None:
        inside.addWidget(self.typed)
        inside.addWidget(
            label(f"Ask   {Key.QUESTIONS.shown} goes here; then Y, N or D (don't know)", "heading")
        )
        for index, question in enumerate(self.protocol.questions):
            row = ChoiceRow(question.text, _ANSWERS)
            words = label(f"{index + 1}  {question.text}", "question")
            inside.addWidget(QuestionLine(words, row))
            self.questions[question.id] = row

    def _add_rows(self, inside: QVBoxLayout) -> None:
        for row in self.protocol.rows_gravest_first:
            text = label(look=f"{tone(row.level)}Row", rich=True)
            text.setText(self._row_words(row.id, selected=False))
            inside.addWidget(text)
            self.rows[row.id] = text

    def _row_words(self, row_id: str, *, selected: bool) -> str:
        row = next(item for item in self.protocol.rows if item.id == row_id)
        mark = "✓ Your answers: " if selected else ""
        when = condition(self.protocol, row)
        told = row.action.lower().startswith(row.level.label.lower())
        level = "" if told else f" {_safe(row.level.label)}."
        return f"<b>{_safe(mark + when)} →{level}</b> {_safe(row.action)}"

    def _add_script(self, inside: QVBoxLayout) -> None:
        for start, text in (
            ("While waiting:", self.protocol.while_waiting),
            ("Do not say:", self.protocol.do_not_say),
        ):
            if text:
                inside.addWidget(label(f"<b>{start}</b> {_safe(text)}", "small", rich=True))

    def _add_fields(self, inside: QVBoxLayout) -> None:
        pair = TileLayout(gap=8)
        for name, field in (
            ("Where is the patient?", self.place),
            ("Ring-back number", self.ring_back),
        ):
            box = QWidget()
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(2)
            title = label(name, "quiet")
            title.setBuddy(field)
            field.setAccessibleName(name)
            column.addWidget(title)
            column.addWidget(field)
            pair.addWidget(box)
        inside.addLayout(pair)

    def _add_actions(self, inside: QVBoxLayout) -> None:
        inside.addWidget(label("Action taken", "heading"))
        inside.addWidget(self.action_row)
        self._reasons_box = QWidget()
        box = QVBoxLayout(self._reasons_box)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(label("Not this, because:", "quiet"))
        box.addWidget(self.reasons)
        inside.addWidget(self._reasons_box)
        inside.addWidget(self._who)
        inside.addWidget(self.clinician)
        self.clinician.setAccessibleName("Which clinician: name or role")
        self._reasons_box.hide()
        self._who.hide()
        self.clinician.hide()

    def _show_action(self, action: PromptAction | None) -> None:
        not_this = action in dict(prompt_words.NOT_THIS_REASONS)
        asking = action is None and self.action_row.value == _NOT_THIS
        self.action_row.show_value(_NOT_THIS if not_this or asking else action)
        self.reasons.show_value(action if not_this else None)
        self._reasons_box.setVisible(not_this or asking)
        needs_name = action in NEEDS_A_CLINICIAN
        newly = needs_name and self.clinician.isHidden()
        self._who.setVisible(needs_name)
        self.clinician.setVisible(needs_name)
        if newly and self.isAncestorOf(self.focusWidget()):
            self.clinician.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        for question_id, row in self.questions.items():
            row.setObjectName(question_id)
            row.chosen.connect(self._tell_answer)
        self.action_row.chosen.connect(self._tell_action)
        self.reasons.chosen.connect(self.acted)
        self.clinician.textEdited.connect(self.clinician_typed)
        self.place.textEdited.connect(self.place_typed)
        self.ring_back.textEdited.connect(self.ring_back_typed)

    def _tell_answer(self, answer: object) -> None:
        self.answered.emit(self.sender().objectName(), answer)

    def _tell_action(self, action: object) -> None:
        if action == _NOT_THIS:
            self._reasons_box.show()
            self.acted.emit(None)
            self.action_row.show_value(_NOT_THIS)
            self._reasons_box.show()
            self.reasons.focus_first()
        else:
            self.acted.emit(action)


def _safe(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
