"""One line on what is wrong with an entry; what looks like a patient's is pointed out first."""

from datetime import date

from PySide6.QtWidgets import QWidget

from signpost.domain.identifiers import identifiers_in, without
from signpost.errors import UserMistake
from signpost.ui.parts.button import Button
from signpost.ui.parts.form_dialog import Asked, FormDialog

FIELD = "what_is_wrong"
_EXPLAINED = (
    "Your manager gets it with the service and your initials. Say nothing about the caller or the"
    " patient."
)


class ReportDialog(FormDialog):
    """The report of one entry. Enter sends; a second Enter sends what was only pointed out."""

    def __init__(self, parent: QWidget, name: str, today: date) -> None:
        asked = (Asked(FIELD, "What is wrong?", hint="Nobody answers; closed on Wednesdays"),)
        super().__init__(parent, f"Wrong: {name}", _EXPLAINED, asked, "Report")
        self._today = today
        self._pointed_out = ""
        self.remove = Button("Take it out")
        self.remove.hide()
        self.remove.clicked.connect(self._take_out)
        self.column.addWidget(self.remove)
        self.column.addStretch(1)
        self.fields[FIELD].textChanged.connect(self._hide_mistake)
        self.fields[FIELD].setFocus()

    @property
    def was_pointed_out(self) -> bool:
        """Whether the person has read that this very text looks like it names somebody."""
        return self._pointed_out == self.fields[FIELD].text()

    def show_mistake(self, mistake: UserMistake) -> None:
        super().show_mistake(mistake)
        text = self.fields[FIELD].text()
        if identifiers_in(text, self._today):
            self._pointed_out = text
            self.remove.show()

    def _take_out(self) -> None:
        text = self.fields[FIELD].text()
        self.fields[FIELD].setText(without(text, identifiers_in(text, self._today)))
        self.fields[FIELD].setFocus()

    def _hide_mistake(self) -> None:
        self.remove.hide()
        self.mistakes[FIELD].hide()
