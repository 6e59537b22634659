"""All prompts of a call: the gravest open, the others as one line each, the handled ones as what
was done.
"""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from signpost.domain.call import HandledPrompt
from signpost.domain.protocol import Protocol
from signpost.domain.protocol_words import tone
from signpost.ui.call.prompt_card import PromptCard
from signpost.ui.parts.button import Button, ButtonLook
from signpost.ui.parts.text import label


@dataclass(frozen=True)
class ShownPrompt:
    """A prompt with its protocol, as the panel shows it."""

    protocol: Protocol
    prompt: HandledPrompt
    done: str = ""


class PromptLine(QFrame):
    """A prompt that is not open: its title, and a button that opens it.

    opened: the id of the protocol to open.
    """

    opened = Signal(str)

    def __init__(self, shown: ShownPrompt) -> None:
        super().__init__()
        self._protocol_id = shown.protocol.id
        look = "done" if shown.done else tone(shown.protocol.levels[0]).value
        self.setProperty("look", look)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 8, 5)
        what = f"✓ {shown.protocol.title}: {shown.done}" if shown.done else shown.protocol.title
        self.text = label(what, "small" if shown.done else "name")
        row.addWidget(self.text, 1)
        self.open_it = Button("Change" if shown.done else "Open", look=ButtonLook.QUIET)
        self.open_it.setAccessibleName(f"{self.open_it.text()} {shown.protocol.title}")
        self.open_it.clicked.connect(self._open)
        row.addWidget(self.open_it)

    def _open(self) -> None:
        self.opened.emit(self._protocol_id)


class PromptsPanel(QWidget):
    """The prompts of a call, above the services.

    opened: a protocol's id. The others carry the protocol's id first, then what the card says.
    clinician_named: Enter in the clinician's field.
    """

    opened = Signal(str)
    answered = Signal(str, str, object)
    acted = Signal(str, object)
    clinician_typed = Signal(str, str)
    clinician_named = Signal()
    place_typed = Signal(str)
    ring_back_typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(8)
        self._waiting = label("", "heading")
        self.card: PromptCard | None = None
        self.lines: list[PromptLine] = []
        self._lines_shown: tuple[tuple[ShownPrompt, ...], tuple[ShownPrompt, ...]] = ((), ())
        self._inside.addWidget(self._waiting)
        self._waiting.hide()
        self.hide()

    def show_prompts(
        self,
        current: ShownPrompt | None,
        others: tuple[ShownPrompt, ...],
        done: tuple[ShownPrompt, ...],
        place: str,
        ring_back: str,
    ) -> None:
        """The open one, those that wait, those handled."""
        self._show_card(current, place, ring_back)
        if (others, done) != self._lines_shown:
            self._lines_shown = (others, done)
            self._show_lines((*others, *done))
        self._waiting.setText(f"{len(others) + 1} prompts. The gravest is open; handle each.")
        self._waiting.setVisible(bool(current and others))
        self.setVisible(bool(current or others or done))

    def focus_questions(self) -> None:
        """Move to the questions of the open prompt."""
        if self.card is not None:
            self.card.focus_questions()

    def has_focus_inside(self) -> bool:
        """True while the person is here."""
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _show_card(self, current: ShownPrompt | None, place: str, ring_back: str) -> None:
        if self.card is not None and (current is None or current.protocol != self.card.protocol):
            self._inside.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()
            self.card = None
        if current is None:
            return
        if self.card is None:
            self.card = PromptCard(current.protocol)
            self._inside.insertWidget(1, self.card)
            self.card.answered.connect(self._tell_answer)
            self.card.acted.connect(self._tell_action)
            self.card.clinician_typed.connect(self._tell_clinician)
            self.card.clinician.returnPressed.connect(self.clinician_named)
            self.card.place_typed.connect(self.place_typed)
            self.card.ring_back_typed.connect(self.ring_back_typed)
        self.card.show_prompt(current.prompt, place, ring_back)

    def _show_lines(self, shown: tuple[ShownPrompt, ...]) -> None:
        for line in self.lines:
            self._inside.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [PromptLine(item) for item in shown]
        for line in self.lines:
            line.opened.connect(self.opened)
            self._inside.addWidget(line)

    def _tell_answer(self, question_id: str, answer: object) -> None:
        if self.card is not None:
            self.answered.emit(self.card.protocol.id, question_id, answer)

    def _tell_action(self, action: object) -> None:
        if self.card is not None:
            self.acted.emit(self.card.protocol.id, action)

    def _tell_clinician(self, name: str) -> None:
        if self.card is not None:
            self.clinician_typed.emit(self.card.protocol.id, name)
