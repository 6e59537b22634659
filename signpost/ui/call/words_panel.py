"""The caller's words and the few facts about the patient: what the receptionist types."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from signpost.domain.caller import Channel, Sex, WhoIsCalling
from signpost.ui.call.question_line import QuestionLine
from signpost.ui.call.words_editor import WordsEditor
from signpost.ui.parts.button import Button, ButtonLook
from signpost.ui.parts.choice_row import ChoiceRow
from signpost.ui.parts.flow_layout import FlowLayout
from signpost.ui.parts.keys import Key
from signpost.ui.parts.line_field import LineField
from signpost.ui.parts.pick_list import PickList
from signpost.ui.parts.text import label, restyle

CALLING = (
    (WhoIsCalling.PATIENT, "Patient"),
    (WhoIsCalling.PARENT, "Parent"),
    (WhoIsCalling.CARER, "Carer"),
    (WhoIsCalling.OTHER, "Other"),
)
CHANNELS = (
    (Channel.TELEPHONE, "Telephone"),
    (Channel.FRONT_DESK, "Front desk"),
    (Channel.ONLINE, "Online"),
    (Channel.LETTER, "Letter"),
    (Channel.OTHER, "Other"),
)


class WordsPanel(QFrame):
    """What the caller says and about whom.

    words_changed: the whole text. age_typed: the field as typed. fill_asked: take over what the
        words say.
    remove_asked: take what looks like an identifier out of the words.
    """

    words_changed = Signal(str)
    age_typed = Signal(str)
    fill_asked = Signal()
    remove_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self.words = WordsEditor("Caller's words")
        self._ring = QFrame()
        self.age = LineField(longest=30)
        self.sex = ChoiceRow("Sex", ((Sex.FEMALE, "F"), (Sex.MALE, "M")))
        self.pregnant = ChoiceRow("Pregnant", ((True, "Yes"), (False, "No")))
        self.calling = PickList("Who is calling", CALLING)
        self.channel = PickList("How the contact came", CHANNELS)
        self.mistake = label(look="mistake")
        self.dropped = label(look="quiet")
        self.warning = label(look="mistake")
        self.remove = Button("Remove it", look=ButtonLook.PLAIN)
        self.said = label(look="small")
        self.fill = Button("Fill in", Key.FILL.shown)
        self._arrange()
        self._connect()

    def show_mistake(self, sentence: str) -> None:
        """What is wrong with the age as typed; empty when nothing is."""
        self.mistake.setText(sentence)
        self.mistake.setVisible(bool(sentence))

    def show_warning(self, sentence: str) -> None:
        """What looks like an identifier; empty when nothing does."""
        self.warning.setText(sentence)
        self._warning_row.setVisible(bool(sentence))

    def show_said(self, sentence: str) -> None:
        """What the words say about the patient and the fields do not; empty when nothing."""
        self.said.setText(sentence)
        self._said_row.setVisible(bool(sentence))

    def show_age(self, typed: str) -> None:
        """The age field as typed."""
        if self.age.text() != typed:
            self.age.setText(typed)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.age.setFixedWidth(self.age.fontMetrics().horizontalAdvance("00 weeks"))

    def _arrange(self) -> None:
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 8, 12, 10)
        inside.setSpacing(6)
        inside.addWidget(label("Caller's words", "heading"))
        self._ring.setProperty("look", "ring")
        self._ring.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        ring = QVBoxLayout(self._ring)
        ring.setContentsMargins(3, 3, 3, 3)
        ring.addWidget(self.words)
        inside.addWidget(self._ring)
        inside.addWidget(self.dropped)
        self._warning_row = _row(self.warning, self.remove)
        inside.addWidget(self._warning_row)
        facts = FlowLayout(gap=10)
        for group in (
            (("Age", self.age), ("Sex", self.sex), ("Pregnant", self.pregnant)),
            (("Calling", self.calling), ("Channel", self.channel)),
        ):
            facts.addWidget(_side_by_side(group))
        inside.addLayout(facts)
        inside.addWidget(self.mistake)
        self._said_row = _row(self.said, self.fill)
        inside.addWidget(self._said_row)
        self.age.setAccessibleName("Age: 34, or 6w, 3m, 4y")
        self.age.setToolTip("34, or 6w, 3m, 4y")
        for hidden in (self.mistake, self.dropped, self._said_row, self._warning_row):
            hidden.hide()

    def _connect(self) -> None:
        self.words.textChanged.connect(self._tell_words)
        self.words.focus_moved.connect(self._light)
        self.words.characters_dropped.connect(self._show_dropped)
        self.age.textEdited.connect(self.age_typed)
        self.fill.clicked.connect(self.fill_asked)
        self.remove.clicked.connect(self.remove_asked)

    def _tell_words(self) -> None:
        self.dropped.hide()
        self.words_changed.emit(self.words.words)

    def _light(self, lit: object) -> None:
        restyle(self._ring, "lit", "true" if lit else "false")

    def _show_dropped(self, count: int) -> None:
        self.dropped.setText(f"{count} unreadable or surplus characters were left out.")
        self.dropped.show()


def _side_by_side(fields: tuple[tuple[str, QWidget], ...]) -> QWidget:
    """Fields that stay together while there is room."""
    made = QWidget()
    row = FlowLayout(made, 10)
    for name, field in fields:
        row.addWidget(_labelled(name, field))
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made


def _labelled(name: str, field: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    title = label(name, "quiet")
    title.setBuddy(field)
    column.addWidget(title)
    column.addWidget(field)
    column.setAlignment(field, Qt.AlignmentFlag.AlignLeft)
    return made


def _row(text: QWidget, button: Button) -> QWidget:
    return QuestionLine(text, button, beside_from=24)
