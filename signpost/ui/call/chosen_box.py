"""The service that the record holds, where, and the warning when a prompt took it back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from signpost.domain.call import ChosenService
from signpost.ui.call.places_box import PlacesBox
from signpost.ui.parts.button import Button, ButtonLook
from signpost.ui.parts.keys import Key
from signpost.ui.parts.text import label, panel


class ChosenBox(QWidget):
    """What was chosen. `places` stands further down in the record.

    removed: take the service out again. place_chosen: id of the place, or None. acknowledged:
        the warning was read.
    """

    removed = Signal()
    place_chosen = Signal(object)
    acknowledged = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self.warning, inside = panel("warning", 10, 5)
        self.warning_text = label("", "name")
        self.acknowledge = Button("I have told the caller", Key.ACKNOWLEDGE.shown)
        inside.addWidget(self.warning_text)
        inside.addWidget(self.acknowledge, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.warning)
        top = QHBoxLayout()
        self.name = label("", "name")
        self.remove = Button("Remove", look=ButtonLook.QUIET)
        self.remove.setAccessibleName("Remove the chosen service")
        top.addWidget(self.name, 1)
        top.addWidget(self.remove)
        column.addLayout(top)
        self.detail = label("", "small")
        column.addWidget(self.detail)
        self.places = PlacesBox()
        self.places.picked.connect(self.place_chosen)
        self.remove.clicked.connect(self.removed)
        self.acknowledge.clicked.connect(self.acknowledged)
        self.show_warning("")

    def show_service(self, service: ChosenService | None, nothing: str) -> None:
        """The service, or a sentence that none is chosen."""
        self.name.setText(service.name if service else "")
        self.name.setVisible(service is not None)
        self.remove.setVisible(service is not None)
        self.detail.setText(_detail(service) if service else nothing)
        self.detail.setVisible(bool(self.detail.text()))

    def show_warning(self, sentence: str) -> None:
        """What must be told to the caller; empty hides it."""
        self.warning_text.setText(sentence)
        self.warning.setVisible(bool(sentence))


def _detail(service: ChosenService) -> str:
    parts = (service.place, service.phone, service.hours)
    return " · ".join(part for part in parts if part)
