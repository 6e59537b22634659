"""The form "Set up your practice": name and code, people, this session's duty clinician, answer
time; every part may be left empty.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from signpost.domain.signpost import Practice
from signpost.domain.staff import Duty, StaffMember
from signpost.ui.parts.button import Button
from signpost.ui.parts.form_dialog import Asked, FormDialog
from signpost.ui.parts.text import label

_EXPLAINED = "Leave empty what you do not know yet: nothing here has to be filled in today."
_PEOPLE = "People who take calls"
_DUTY = "On duty this session"
_FIRST_IS_YOU = "Put yourself first."
_MOST_PEOPLE = 30


class SetUpDialog(FormDialog):
    """The practice as it stands, to be filled in further."""

    def __init__(
        self,
        parent: QWidget,
        practice: Practice,
        people: tuple[StaffMember, ...],
        duty: Duty | None,
    ) -> None:
        asked = (
            Asked("name", "Practice name", practice.name, share=2),
            Asked("ods_code", "ODS code", practice.ods_code, "A12345", beside=True),
            Asked("answer_minutes", "Minutes a clinician has to answer", _minutes(practice)),
            Asked(
                "review_months",
                "Months between two looks at a service",
                str(practice.review_months),
                beside=True,
            ),
        )
        super().__init__(parent, "Set up your practice", _EXPLAINED, asked, "Keep")
        self.column.addWidget(label(_PEOPLE, "heading"))
        told = ", ".join(f"{person.initials} {person.name}" for person in people)
        self.column.addWidget(label(f"There already: {told}" if told else _FIRST_IS_YOU, "small"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.column.addLayout(self._rows)
        self._count = 0
        self._add_row()
        self.another = Button("Another person")
        self.another.clicked.connect(self._add_another)
        self.column.addWidget(self.another, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(label(_DUTY, "heading"))
        self.column.addWidget(label(_duty_words(duty), "small"))
        self.add_fields(
            self.column,
            (
                Asked("clinician", "Duty clinician", hint="Dr A. Example"),
                Asked("how_to_reach", "How to reach them", hint="ext 201", beside=True),
                Asked("backup", "Back-up"),
                Asked("backup_how_to_reach", "How to reach the back-up", beside=True),
            ),
        )
        self.fields["name"].setFocus()

    @property
    def people_asked(self) -> int:
        """How many rows for people there are."""
        return self._count

    def _add_another(self) -> None:
        if self._count < _MOST_PEOPLE:
            self._add_row()
            self.fields[f"initials_{self._count - 1}"].setFocus()
            self.fit_soon()

    def _add_row(self) -> None:
        index = self._count
        self._count += 1
        self.add_fields(
            self._rows,
            (
                Asked(f"initials_{index}", "Initials", hint="KP"),
                Asked(f"name_{index}", "Name", beside=True, share=3),
            ),
        )


def _minutes(practice: Practice) -> str:
    return str(practice.answer_minutes)


def _duty_words(duty: Duty | None) -> str:
    if duty is None:
        return "For this morning or this afternoon only; it is asked again next session."
    return f"Confirmed: {duty.clinician}, {duty.how_to_reach}. Fill in only to change it."
