"""Ask a clinician now, and the one-key buttons of the practice's high-risk protocols."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from signpost.ui.parts.button import Button, ButtonLook
from signpost.ui.parts.keys import Key, raise_key
from signpost.ui.parts.text import empty, label
from signpost.ui.parts.tile_layout import TileLayout


class UrgentPanel(QFrame):
    """The red corner of the call screen.

    clinician_asked: the big button. protocol_raised: the id of the protocol whose button was
        pressed.
    """

    clinician_asked = Signal()
    protocol_raised = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self._short = False
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.setSpacing(6)
        self.ask = Button("Ask a clinician now", Key.ASK_CLINICIAN.shown, ButtonLook.URGENT)
        self.ask.clicked.connect(self.clinician_asked)
        self.nobody = label("", "mistake")
        self.nobody.hide()
        self._by_hand = label("Raise by hand: Ctrl and the number", "quiet")
        self._by_hand.hide()
        self._grid = TileLayout(gap=5)
        inside.addWidget(self.ask)
        inside.addWidget(self.nobody)
        inside.addWidget(self._by_hand)
        self._tiles = QWidget()
        self._tiles.setLayout(self._grid)
        inside.addWidget(self._tiles)
        self.more = Button("Raise a protocol by hand", look=ButtonLook.QUIET)
        self.more.clicked.connect(self._toggle)
        inside.addWidget(self.more)
        self.more.hide()
        self.buttons: dict[str, Button] = {}

    def show_high_risk(self, protocols: tuple[tuple[str, str], ...]) -> None:
        """One button for each (protocol id, callers' words)."""
        empty(self._grid)
        self.buttons = {}
        for index, (protocol_id, name) in enumerate(protocols):
            button = Button(name, str(index + 1), ButtonLook.URGENT_OUTLINE, centred=False)
            button.setAccessibleName(f"Raise {name}, key {raise_key(index)}")
            button.clicked.connect(self._raise)
            self._grid.addWidget(button)
            self.buttons[protocol_id] = button
        self.show_short(short=self._short)

    def show_short(self, *, short: bool) -> None:
        """In a narrow window the buttons wait behind one that opens them; their keys work all the
        same.
        """
        self._short = short
        self._tiles.setVisible(not short and bool(self.buttons))
        self._by_hand.setVisible(not short and bool(self.buttons))
        self.more.setVisible(short and bool(self.buttons))

    def show_nobody(self, sentence: str) -> None:
        """That no duty clinician is confirmed; empty when one is."""
        self.nobody.setText(sentence)
        self.nobody.setVisible(bool(sentence))

    def press(self, index: int) -> None:
        """As if the button at this place had been pressed."""
        buttons = list(self.buttons.values())
        if index < len(buttons):
            buttons[index].click()

    def _toggle(self) -> None:
        opened = self._tiles.isHidden()
        self._tiles.setVisible(opened)
        self._by_hand.setVisible(opened)

    def _raise(self) -> None:
        pressed = self.sender()
        for protocol_id, button in self.buttons.items():
            if button is pressed:
                self.protocol_raised.emit(protocol_id)
