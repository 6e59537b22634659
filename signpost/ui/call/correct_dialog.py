"""Correcting a record: what came of the call, its note, and why it is corrected."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from signpost.domain.call import ArrangedInstead, DeclineReason, Outcome
from signpost.domain.signpost import Correctable
from signpost.ui.call import record_words
from signpost.ui.parts.choice_row import ChoiceRow
from signpost.ui.parts.form_dialog import Asked, FormDialog
from signpost.ui.parts.pick_list import PickList
from signpost.ui.parts.text import label


class CorrectDialog(FormDialog):
    """The form of one correction; `said` is the record as corrected so far."""

    def __init__(self, parent: QWidget, call_number: str, said: Correctable) -> None:
        asked = (Asked("note", "Note", said.note), Asked("reason", "Why is it corrected?"))
        explained = "What was there before is kept, with your reason."
        super().__init__(parent, f"Correct call {call_number}", explained, asked, "Correct")
        self.said = said
        outcomes = tuple((value, value.label) for value, _, _ in record_words.OUTCOMES)
        self.outcome = PickList("Outcome", outcomes)
        self.outcome.show_value(said.outcome)
        self.reason = PickList("Why declined", record_words.DECLINE_REASONS)
        self.reason.show_value(said.decline_reason)
        self.arranged = PickList("Arranged instead", record_words.ARRANGED)
        self.arranged.show_value(said.arranged_instead)
        yes_no = ((True, "Yes"), (False, "No"))
        self.net = ChoiceRow("Safety net given", yes_no)
        self.net.show_value(said.safety_net)
        at = 2
        for name, field in (
            ("Outcome", self.outcome),
            ("Why declined", self.reason),
            ("Arranged instead", self.arranged),
            ("Safety net given", self.net),
        ):
            self.column.insertWidget(at, label(name, "quiet"))
            self.column.insertWidget(at + 1, field)
            at += 2
        self.outcome.picked.connect(self._set_outcome)
        self.reason.picked.connect(self._set_reason)
        self.arranged.picked.connect(self._set_arranged)
        self.net.chosen.connect(self._set_net)

    def _set_outcome(self, value: object) -> None:
        if isinstance(value, Outcome):
            self.said = replace(self.said, outcome=value)

    def _set_reason(self, value: object) -> None:
        reason = value if isinstance(value, DeclineReason) else None
        self.said = replace(self.said, decline_reason=reason)

    def _set_arranged(self, value: object) -> None:
        arranged = value if isinstance(value, ArrangedInstead) else None
        self.said = replace(self.said, arranged_instead=arranged)

    def _set_net(self, value: object) -> None:
        self.said = replace(self.said, safety_net=value if isinstance(value, bool) else None)
