"""What a file raises before it can be compared: where its places belong, of what kind its services
are, whether it is the whole directory.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from signpost.domain.service_kind import ServiceKind
from signpost.ui.parts.button import Button, ButtonLook
from signpost.ui.parts.choice_row import ChoiceRow
from signpost.ui.parts.flow_layout import FlowLayout
from signpost.ui.parts.keys import Key
from signpost.ui.parts.pick_list import PickList
from signpost.ui.parts.several_row import SeveralRow
from signpost.ui.parts.text import empty, label, scrolling
from signpost.usecases.import_directory import ImportChoices

_FEW = 60
_NOWHERE = (
    "None of your services is of the kind that such places give: they would be shown nowhere. Add"
    " the service first, then import again."
)
_KINDS = tuple(
    (kind.value, kind.label) for kind in sorted(ServiceKind, key=lambda kind: kind.label.casefold())
)


@dataclass(frozen=True)
class AskedPlaces:
    """A list of places of the file, and the services (id, name) that may be given there.

    `usual` are those that are, unless somebody says otherwise.
    """

    title: str
    count: int
    services: tuple[tuple[str, str], ...]
    usual: tuple[str, ...]


class QuestionsPage(QWidget):
    """Every question that the file raises; none has to be answered.

    answered: go on with what is chosen. left: give it up.
    """

    answered = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heading = label("", "title")
        self.places: dict[str, SeveralRow | PickList] = {}
        self.terms: dict[str, PickList] = {}
        self.whole = ChoiceRow("Is this the whole directory?", ((True, "Yes"), (False, "No")))
        self._inside = QWidget()
        self._inside.setObjectName("column")
        self._rows = QVBoxLayout(self._inside)
        self._rows.setContentsMargins(0, 0, 8, 0)
        self._rows.setSpacing(6)
        self.go_on = Button("Compare with the directory", Key.SAVE.shown, ButtonLook.PRIMARY)
        self.cancel = Button("Give it up", Key.DISCARD.shown)
        self.go_on.clicked.connect(self.answered)
        self.cancel.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(scrolling(self._inside), 1)
        deeds = FlowLayout(gap=6)
        deeds.addWidget(self.go_on)
        deeds.addWidget(self.cancel)
        column.addLayout(deeds)

    @property
    def choices(self) -> ImportChoices:
        """What was said."""
        offered_at = {title: _chosen(row) for title, row in self.places.items()}
        kinds = {term: ServiceKind(p.value) for term, p in self.terms.items() if p.value}
        return ImportChoices(offered_at, kinds, whole=self.whole.value is True)

    def show_questions(
        self,
        heading: str,
        lists: Sequence[AskedPlaces],
        terms: Mapping[str, int],
        *,
        may_be_whole: bool,
    ) -> None:
        """Ask about this file."""
        self.heading.setText(heading)
        self.whole.setParent(None)
        empty(self._rows)
        self.places, self.terms = {}, {}
        for asked in lists:
            self._ask_places(asked)
        if terms:
            self._rows.addWidget(label("Services without a kind", "heading"))
            self._rows.addWidget(
                label("What is each of these, in our words? Those without stay out.", "small")
            )
        for term, count in terms.items():
            self._ask_kind(term, count)
        if may_be_whole:
            self._rows.addWidget(label("Is this the whole directory?", "heading"))
            self._rows.addWidget(
                label("Yes: entries that the file does not have are taken out.", "small")
            )
            self._rows.addWidget(self.whole)
        self.whole.show_value(False)  # noqa: FBT003 - a choice's value
        self._rows.addStretch(1)
        self.go_on.setFocus()

    def _ask_places(self, asked: AskedPlaces) -> None:
        self._rows.addWidget(label(f"{asked.title}: {places_words(asked.count)}", "heading"))
        name = f"Which of your services are given at: {asked.title}"
        if not asked.services:
            self._rows.addWidget(label(_NOWHERE, "small"))
            return
        self._rows.addWidget(label("Which of your services are given there?", "small"))
        if asked.usual and len(asked.services) <= _FEW:
            row = SeveralRow(name, asked.services)
            row.show_values(asked.usual)
            self._rows.addWidget(row)
            self.places[asked.title] = row
        else:
            pick = PickList(name, asked.services, "None of them")
            self._rows.addWidget(pick, 0, Qt.AlignmentFlag.AlignLeft)
            self.places[asked.title] = pick

    def _ask_kind(self, term: str, count: int) -> None:
        told = f"{term or 'The file says nothing'} ({count:,})"
        pick = PickList(told, _KINDS, "Leave these out")
        self._rows.addWidget(label(told, "quiet"))
        self._rows.addWidget(pick, 0, Qt.AlignmentFlag.AlignLeft)
        self.terms[term] = pick


def places_words(count: int) -> str:
    """How many places."""
    return "1 place" if count == 1 else f"{count:,} places"


def _chosen(row: SeveralRow | PickList) -> tuple[str, ...]:
    if isinstance(row, SeveralRow):
        return row.values
    return (row.value,) if row.value else ()
