"""Ask a clinician now: whom to reach and how, the handover, the time waited, and who took over."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from signpost.ui.parts.button import Button, ButtonLook
from signpost.ui.parts.flow_layout import FlowLayout
from signpost.ui.parts.keys import Key
from signpost.ui.parts.line_field import LineField
from signpost.ui.parts.text import empty, label


@dataclass(frozen=True)
class ShownRequest:
    """What the panel says. `waited` is mm:ss; `rule` is empty until the answer time has passed."""

    whom: str
    backup: str
    waited: str
    answer_time: str
    rule: str
    took_over_by: str
    took_over_at: str
    names: tuple[str, ...]


class ClinicianPanel(QFrame):
    """The request to a clinician while it stands.

    who_typed: who took over. handover_asked: copy the handover. withdrawn: asked by mistake.
    """

    who_typed = Signal(str)
    handover_asked = Signal()
    withdrawn = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "warning")
        self.setAccessibleName("Ask a clinician now")
        self.timer = label("00:00", "timer")
        self.whom = label(look="name")
        self.backup = label(look="small")
        self.limit = label(look="quiet")
        self.rule = label(look="mistake")
        self.who = LineField()
        self.took_over = label(look="small")
        self._names = FlowLayout(gap=4)
        self._names_shown: tuple[str, ...] = ()
        self.handover = Button("Copy the handover", Key.COPY_HANDOVER.shown)
        self.mistake = Button("Asked by mistake", look=ButtonLook.QUIET)
        self._arrange()
        self.who.textEdited.connect(self.who_typed)
        self.handover.clicked.connect(self.handover_asked)
        self.mistake.clicked.connect(self.withdrawn)
        self.hide()

    def _arrange(self) -> None:
        inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 8, 14, 10)
        inside.setSpacing(5)
        top = QHBoxLayout()
        top.addWidget(label("Ask a clinician now", "title"), 1)
        self.timer.setWordWrap(False)
        top.addWidget(self.timer)
        inside.addLayout(top)
        self.who.setAccessibleName("Who took over: name or role")
        self.who.setPlaceholderText("Name or role")
        for item in (self.whom, self.backup, self.limit, self.rule):
            inside.addWidget(item)
        inside.addWidget(label("Who took over?", "quiet"))
        inside.addLayout(self._names)
        inside.addWidget(self.who)
        inside.addWidget(self.took_over)
        ends = FlowLayout(gap=6)
        ends.addWidget(self.handover)
        ends.addWidget(self.mistake)
        inside.addLayout(ends)

    def show_request(self, shown: ShownRequest | None) -> None:
        """The request as it stands; None hides the panel."""
        self.setVisible(shown is not None)
        if shown is None:
            return
        self.whom.setText(shown.whom)
        self.backup.setText(shown.backup)
        self.backup.setVisible(bool(shown.backup))
        self.timer.setText(shown.waited)
        self.limit.setText(shown.answer_time)
        self.rule.setText(shown.rule)
        self.rule.setVisible(bool(shown.rule))
        if self.who.text() != shown.took_over_by:
            self.who.setText(shown.took_over_by)
        self.took_over.setText(shown.took_over_at)
        self.took_over.setVisible(bool(shown.took_over_at))
        self.mistake.setVisible(not shown.took_over_by)
        if shown.names != self._names_shown:
            self._names_shown = shown.names
            empty(self._names)
            for name in shown.names:
                button = Button(name)
                button.clicked.connect(self._pick)
                self._names.addWidget(button)

    def focus_who(self) -> None:
        """To the field for who took over."""
        self.who.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _pick(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, Button):
            self.who_typed.emit(pressed.text())
