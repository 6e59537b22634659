"""Who is recording: one key for each person, or a new one by initials and name."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from signpost.domain.staff import StaffMember
from signpost.ui.parts.button import Button
from signpost.ui.parts.flow_layout import FlowLayout
from signpost.ui.parts.form_dialog import Asked, FormDialog

_DIGITS = "123456789"


class RecorderDialog(FormDialog):
    """The people who may record, each with a digit, above the form for a new one.

    picked: the id of the person.
    """

    picked = Signal(str)

    def __init__(self, parent: QWidget, people: tuple[StaffMember, ...]) -> None:
        explained = (
            "Press the number, or type the initials and name of somebody new."
            if people
            else "Asked once: every record says which person made it, not which computer."
        )
        asked = (Asked("initials", "Initials", hint="KP"), Asked("name", "Name"))
        super().__init__(parent, "Who is recording?", explained, asked, "Add and use")
        self.people: dict[str, Button] = {}
        row = FlowLayout(gap=6)
        for index, person in enumerate(people):
            digit = _DIGITS[index] if index < len(_DIGITS) else ""
            button = Button(f"{person.initials}  {person.name}", digit)
            button.clicked.connect(self._pick)
            row.addWidget(button)
            self.people[person.id] = button
        self.column.insertLayout(2, row)
        if people:
            next(iter(self.people.values())).setFocus()
        else:
            self.fields["initials"].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typing = isinstance(self.focusWidget(), QLineEdit)
        if not typing and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            for button in self.people.values():
                if event.text() and button.key == event.text():
                    button.click()
                    return
        super().keyPressEvent(event)

    def _pick(self) -> None:
        pressed = self.sender()
        for person_id, button in self.people.items():
            if button is pressed:
                self.picked.emit(person_id)
                self.accept()
                return
