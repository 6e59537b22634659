"""The record of a call: the service, what came of it, safety net, note, and what is missing before
saving.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from signpost.domain.call import Call
from signpost.ui.call import record_words
from signpost.ui.call.chosen_box import ChosenBox
from signpost.ui.call.outcome_fields import OutcomeFields
from signpost.ui.call.question_line import QuestionLine
from signpost.ui.call.words_editor import WordsEditor
from signpost.ui.parts.button import Button, ButtonLook
from signpost.ui.parts.choice_row import ChoiceRow
from signpost.ui.parts.flow_layout import FlowLayout
from signpost.ui.parts.keys import Key
from signpost.ui.parts.text import label
from signpost.ui.parts.tile_layout import TileLayout

_YES_NO = ((True, "Yes"), (False, "No"))
_NOTE_LINES = 2
_STEPS = {Qt.Key.Key_Up: -2, Qt.Key.Key_Down: 2, Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class RecordPanel(QFrame):
    """What is recorded. Outcome keys work while the focus is on the panel's buttons.

    outcome_chosen: the outcome or None. net_answered, understood, agreed: True, False or None.
    """

    outcome_chosen = Signal(object)
    net_answered = Signal(object)
    understood = Signal(object)
    agreed = Signal(object)
    note_changed = Signal(str)
    remove_asked = Signal()
    save_asked = Signal()
    patient_text_asked = Signal()
    record_text_asked = Signal()
    park_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self.number = label("", "quiet")
        self.chosen = ChosenBox()
        self.outcomes: dict[object, Button] = {}
        self.fields = OutcomeFields()
        self.consent = ChoiceRow("Agreed to be signposted", _YES_NO)
        self.net = ChoiceRow("Safety net given", _YES_NO)
        self.understanding = ChoiceRow("Understanding checked", _YES_NO)
        self.note = WordsEditor("Note")
        self.note.setProperty("look", "")
        self.warning = label("", "mistake")
        self.remove = Button("Remove it")
        self.copy_patient = Button("Patient", Key.COPY_PATIENT.shown)
        self.copy_record = Button("Record", Key.COPY_RECORD.shown)
        self.park = Button("Park", Key.PARK.shown)
        self.missing = label("", "small")
        self.save = Button("Save call", Key.SAVE.shown, ButtonLook.PRIMARY)
        self._outer = _tight_column(self)
        self.column = QWidget()
        self.column.setObjectName("column")
        self.scroller = _scroller()
        self._fill_column()
        self.foot = self._foot()
        self.show_scrolling(scrolling=True)
        self._connect()

    def show_scrolling(self, *, scrolling: bool) -> None:
        """In wide windows the panel scrolls by itself above its Save button; in narrow ones the
        page does.
        """
        self._outer.removeWidget(self.foot)
        if scrolling:
            self._outer.removeWidget(self.column)
            self.scroller.setWidget(self.column)
            self._outer.addWidget(self.scroller, 1)
        else:
            if self.scroller.widget() is self.column:
                self.scroller.takeWidget()
            self._outer.removeWidget(self.scroller)
            self._outer.addWidget(self.column)
        self.scroller.setVisible(scrolling)
        self.column.setAutoFillBackground(False)
        self.column.show()
        self._outer.addWidget(self.foot)

    def show_call(self, call: Call) -> None:
        """Everything that the call itself says."""
        self.number.setText(f"call {call.call_number}")
        for outcome, button in self.outcomes.items():
            button.setChecked(outcome is call.outcome)
        self.fields.show_call(call)
        self.consent.show_value(call.consent)
        self.net.show_value(call.safety_net)
        self.understanding.show_value(call.understanding)
        self.note.show_words(call.note)

    def show_missing(self, sentences: tuple[str, ...]) -> None:
        """What stands before saving; the button looks ready only when nothing does."""
        self.missing.setText("\n".join(f"• {sentence}" for sentence in sentences))
        self.missing.setVisible(bool(sentences))
        self.save.show_look(ButtonLook.WAITING if sentences else ButtonLook.PRIMARY)

    def show_warning(self, sentence: str) -> None:
        """What in the note looks like an identifier; empty when nothing does."""
        self.warning.setText(sentence)
        self._warning_row.setVisible(bool(sentence))

    def focus_outcomes(self) -> None:
        """To the outcomes: the chosen one, else the first."""
        buttons = list(self.outcomes.values())
        chosen = [button for button in buttons if button.isChecked()]
        (chosen or buttons)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_fields(self) -> None:
        """Bring what the outcome asks for into view; the focus follows only from an outcome's
        button.
        """
        if self.fields.asks_nothing:
            return
        if self.focusWidget() in self.outcomes.values():
            self.fields.focus_first()
        self.scroller.ensureWidgetVisible(self.fields, 0, 8)

    def press_outcome(self, key: str) -> bool:
        """As if the outcome with this key had been pressed; False when there is none."""
        for button in self.outcomes.values():
            if button.key == key:
                button.click()
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        on_button = isinstance(self.focusWidget(), Button)
        key = event.text().upper()
        if plain and on_button and (self.press_outcome(key) or self.chosen.places.press(key)):
            return
        step = _STEPS.get(Qt.Key(event.key()))
        buttons: list[QWidget] = list(self.outcomes.values())
        focused = self.focusWidget()
        if step is not None and focused in buttons:
            target = min(max(buttons.index(focused) + step, 0), len(buttons) - 1)
            buttons[target].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    def _fill_column(self) -> None:
        inside = QVBoxLayout(self.column)
        inside.setContentsMargins(12, 8, 12, 4)
        inside.setSpacing(5)
        top = QHBoxLayout()
        heading = label("Record", "heading")
        heading.setWordWrap(False)
        top.addWidget(heading)
        top.addWidget(self.number, 1)
        inside.addLayout(top)
        inside.addWidget(self.chosen)
        outcomes = TileLayout(gap=3)
        for outcome, key, text in record_words.OUTCOMES:
            button = Button(text, key, centred=False)
            button.setCheckable(True)
            button.setAccessibleName(f"{outcome.label}, key {key}")
            button.clicked.connect(self._tell_outcome)
            self.outcomes[outcome] = button
            outcomes.addWidget(button)
        inside.addLayout(outcomes)
        inside.addWidget(self.fields)
        inside.addWidget(self.chosen.places)
        for text, row in (
            ("Safety net given", self.net),
            ("Understanding checked", self.understanding),
            ("Agreed to be signposted", self.consent),
        ):
            inside.addWidget(_asked(text, row))
        self.note.setPlaceholderText("Note")
        self.note.setFixedHeight(self.note.fontMetrics().lineSpacing() * (_NOTE_LINES + 1) + 12)
        inside.addWidget(self.note)
        self._warning_row = _asked("", self.remove, self.warning)
        self._warning_row.hide()
        inside.addWidget(self._warning_row)
        self._add_copies(inside)
        inside.addStretch(1)

    def _add_copies(self, inside: QVBoxLayout) -> None:
        self.copy_patient.setAccessibleName(
            f"Copy the text for the patient, {Key.COPY_PATIENT.shown}"
        )
        self.copy_record.setAccessibleName(f"Copy the text for the record, {Key.COPY_RECORD.shown}")
        copies = FlowLayout(gap=4)
        copies.addWidget(_short("Copy for"))
        for button in (self.copy_patient, self.copy_record):
            copies.addWidget(button)
        inside.addLayout(copies)

    def _foot(self) -> QWidget:
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(12, 4, 12, 10)
        column.setSpacing(5)
        column.addWidget(self.missing)
        column.addWidget(QuestionLine(self.save, self.park, beside_from=30))
        column.addWidget(
            label(f"{Key.DISCARD.shown} back to the words; discards an empty call", "quiet")
        )
        return foot

    def _connect(self) -> None:
        self.consent.chosen.connect(self.agreed)
        self.net.chosen.connect(self.net_answered)
        self.understanding.chosen.connect(self.understood)
        self.note.textChanged.connect(self._tell_note)
        self.remove.clicked.connect(self.remove_asked)
        self.save.clicked.connect(self.save_asked)
        self.copy_patient.clicked.connect(self.patient_text_asked)
        self.copy_record.clicked.connect(self.record_text_asked)
        self.park.clicked.connect(self.park_asked)

    def _tell_outcome(self) -> None:
        pressed = self.sender()
        for outcome, button in self.outcomes.items():
            if button is pressed:
                self.outcome_chosen.emit(outcome if button.isChecked() else None)
                return

    def _tell_note(self) -> None:
        self.note_changed.emit(self.note.words)


def _scroller() -> QScrollArea:
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


def _tight_column(inside_of: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(inside_of)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def _short(text: str) -> QWidget:
    made = label(text, "quiet")
    made.setWordWrap(False)
    made.setContentsMargins(0, 6, 2, 0)
    return made


def _asked(text: str, field: QWidget, words: QWidget | None = None) -> QWidget:
    return QuestionLine(words or label(text, "small"), field, beside_from=26)
