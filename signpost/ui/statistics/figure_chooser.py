"""What figures are wanted: which days, whose, of what, told to whom."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from signpost.domain.call import Outcome
from signpost.ui.parts.choice_row import ChoiceRow
from signpost.ui.parts.flow_layout import FlowLayout
from signpost.ui.parts.line_field import LineField
from signpost.ui.parts.pick_list import PickList
from signpost.ui.parts.text import label

_DAY_LETTERS, _PICK_LETTERS = 14, 26


class Days(StrEnum):
    """Which days figures are about."""

    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    THREE_MONTHS = "three_months"
    YEAR = "year"
    ALL = "all"
    OWN = "own"


class Whose(StrEnum):
    """Whose records figures are about."""

    PRACTICE = "practice"
    MINE = "mine"


class Telling(StrEnum):
    """What of the figures is shown."""

    EVERYTHING = "everything"
    OUTSIDE = "outside"


_DAYS = (
    (Days.THIS_MONTH, "This month"),
    (Days.LAST_MONTH, "Last month"),
    (Days.THREE_MONTHS, "Last 3 months"),
    (Days.YEAR, "Last 12 months"),
    (Days.ALL, "Everything"),
    (Days.OWN, "Other days…"),
)
_WHOSE = ((Whose.PRACTICE, "The practice's"), (Whose.MINE, "Only my own"))
_TELLING = (
    (Telling.EVERYTHING, "All numbers"),
    (Telling.OUTSIDE, "As may leave the practice"),
)
_OUTCOMES = tuple((one.value, one.label) for one in Outcome)


class FigureChooser(QWidget):
    """The choices above the figures.

    asked: other figures are wanted. told_anew: the same ones for another reader.
    """

    asked = Signal()
    told_anew = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.days = ChoiceRow("Days", _DAYS)
        self.days.show_value(Days.THIS_MONTH)
        self.first, self.last = _day_field("First day"), _day_field("Last day")
        self.day_mistake = label("", "mistake")
        self.whose = ChoiceRow("Whose", _WHOSE)
        self.telling = ChoiceRow("Show", _TELLING)
        self.telling.show_value(Telling.EVERYTHING)
        self.kind = PickList("Kind of service", (), "Any kind")
        self.service = PickList("Service", (), "Any service")
        self.topic = PickList("Topic", (), "Any topic")
        self.outcome = PickList("Outcome", _OUTCOMES, "Any outcome")
        self._picks = (self.kind, self.service, self.topic, self.outcome)
        self._own_days = QWidget()
        self._arrange()
        self._connect()
        self.setFocusProxy(self.days)

    def show_choices(
        self, kinds: Mapping[str, str], services: Mapping[str, str], topics: Mapping[str, str]
    ) -> None:
        """What the filters offer: names by value."""
        for field, names in ((self.kind, kinds), (self.service, services), (self.topic, topics)):
            field.show_choices(sorted(names.items(), key=lambda item: item[1].casefold()))

    def show_day_mistake(self, sentence: str) -> None:
        """What is wrong with the days as typed."""
        self.day_mistake.setText(sentence)
        self.day_mistake.setVisible(bool(sentence))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        days = FlowLayout(self._own_days, 8)
        for words, field in (("From", self.first), ("to", self.last)):
            days.addWidget(_word(words))
            days.addWidget(field)
        self._own_days.hide()
        self.day_mistake.hide()
        choices, filters = FlowLayout(gap=14), FlowLayout(gap=8)
        for row in (self.days, self.whose, self.telling):
            choices.addWidget(row)
        for pick in self._picks:
            filters.addWidget(pick)
        column.addLayout(choices)
        for part in (self._own_days, self.day_mistake):
            column.addWidget(part)
        column.addLayout(filters)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            letter = self.fontMetrics().horizontalAdvance("n")
            for pick in self._picks:
                pick.setMaximumWidth(letter * _PICK_LETTERS)

    def _connect(self) -> None:
        self.days.chosen.connect(self._choose_days)
        self.whose.chosen.connect(self._choose_whose)
        self.telling.chosen.connect(self._choose_telling)
        for pick in self._picks:
            pick.picked.connect(self._ask)
        for day in (self.first, self.last):
            day.returnPressed.connect(self.asked)

    def _choose_days(self, value: object) -> None:
        if value is None:
            self.days.show_value(Days.THIS_MONTH)
        self._own_days.setVisible(value is Days.OWN)
        if value is Days.OWN:
            self.first.setFocus()
        self.asked.emit()

    def _choose_whose(self, value: object) -> None:
        if value is None:
            self.whose.show_value(Whose.MINE)
        self.asked.emit()

    def _choose_telling(self, value: object) -> None:
        if value is None:
            self.telling.show_value(Telling.EVERYTHING)
        self.told_anew.emit()

    def _ask(self, _: object) -> None:
        self.asked.emit()


def _day_field(name: str) -> LineField:
    made = LineField(longest=16)
    made.setAccessibleName(name)
    made.setPlaceholderText("9/3/2026")
    made.setMinimumWidth(made.fontMetrics().horizontalAdvance("n") * _DAY_LETTERS)
    return made


def _word(text: str) -> QWidget:
    made = label(text, "small")
    made.setWordWrap(False)
    made.setContentsMargins(0, 6, 0, 0)
    return made
