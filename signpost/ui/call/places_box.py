"""The places of the chosen service: the nearest few, each by one letter, the others behind one
more.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from signpost.ui.parts.button import Button, ButtonLook
from signpost.ui.parts.text import label

FEW = 3
MORE_KEY = "M"
_LETTERS = "ABCDFGHIJKLNOPQRSTUVWXYZ"  # E and M do something else in the record


class PlacesBox(QFrame):
    """One button a place; pressing the chosen one again takes the choice back.

    picked: the place's id, or None.
    """

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self._column.addWidget(label("Which place? The patient chooses.", "quiet"))
        self.more = Button("", MORE_KEY, ButtonLook.QUIET, centred=False)
        self.more.clicked.connect(self._show_all)
        self._column.addWidget(self.more)
        self.buttons: dict[str, Button] = {}
        self._shown: tuple[tuple[str, str], ...] = ()
        self._whole = False
        self.hide()

    def show_places(self, places: tuple[tuple[str, str], ...], chosen: str) -> None:
        """(id, words) of each place, nearest first; none or one need no question."""
        if places != self._shown:
            self._shown, self._whole = places, False
            self._fill()
        for place_id, button in self.buttons.items():
            button.setChecked(place_id == chosen)
        self._show_few()
        self.setVisible(len(places) > 1)

    def press(self, letter: str) -> bool:
        """As if the place with this letter had been pressed; False when there is none to be
        seen.
        """
        for button in (*self.buttons.values(), self.more):
            if letter and button.key == letter and not button.isHidden() and self.isVisible():
                button.click()
                return True
        return False

    def _fill(self) -> None:
        for button in self.buttons.values():
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for index, (place_id, words) in enumerate(self._shown):
            key = _LETTERS[index] if index < len(_LETTERS) else ""
            button = Button(words, key, centred=False)
            button.setCheckable(True)
            button.clicked.connect(self._pick)
            self._column.insertWidget(index + 1, button)
            self.buttons[place_id] = button

    def _show_few(self) -> None:
        """The nearest; once one is chosen only that, so that what comes after stays in sight."""
        hidden = 0
        chosen = any(button.isChecked() for button in self.buttons.values())
        for index, button in enumerate(self.buttons.values()):
            few = button.isChecked() if chosen else index < FEW
            shown = self._whole or few
            button.setVisible(shown)
            hidden += not shown
        self.more.show_text(f"{hidden} more")
        self.more.setVisible(bool(hidden))

    def _show_all(self) -> None:
        self._whole = True
        self._show_few()
        next(iter(self.buttons.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _pick(self) -> None:
        pressed = self.sender()
        for place_id, button in self.buttons.items():
            if button is pressed:
                self._whole = False
                self.picked.emit(place_id if button.isChecked() else None)
                return
