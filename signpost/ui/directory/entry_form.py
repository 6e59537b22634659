"""The form of an entry: its fields under their headings, mistakes beside them, and the ways to
save.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from signpost.errors import UserMistake
from signpost.ui.directory.field_control import FieldControl
from signpost.ui.parts.button import Button, ButtonLook
from signpost.ui.parts.flow_layout import FlowLayout
from signpost.ui.parts.keys import Key
from signpost.ui.parts.text import empty, label, scrolling
from signpost.usecases.entry_field import EntryField
from signpost.usecases.keep_directory import Mark

_ROOM = 60


class EntryForm(QWidget):
    """Fields of a service or a place.

    saved: how it is to be saved. cancelled: nothing is to be kept. field_left, hours_edited: the
    key of a field and its text.
    """

    saved = Signal(object)
    cancelled = Signal()
    field_left = Signal(str, str)
    hours_edited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.heading = label("", "title")
        self.explained = label("", "small")
        self.general = label("", "mistake")
        self.controls: dict[str, FieldControl] = {}
        self._inside = QWidget()
        self._inside.setObjectName("column")
        self._rows = QVBoxLayout(self._inside)
        self._rows.setContentsMargins(0, 0, 8, 0)
        self._rows.setSpacing(8)
        self.scroller = scrolling(self._inside)
        self.save = Button("Save", Key.SAVE.shown, ButtonLook.PRIMARY)
        self.save_marked = Button("Save, checked today", Key.CHECKED.shown)
        self.cancel = Button("Cancel", Key.DISCARD.shown)
        self._mark = Mark.CHECKED
        self._arrange()
        self._connect()

    def show_fields(
        self,
        heading: str,
        explained: str,
        fields: Sequence[EntryField[Any]],
        texts: Mapping[str, str],
    ) -> None:
        """A fresh form with these fields, filled in."""
        self.heading.setText(heading)
        self.explained.setText(explained)
        self.explained.setVisible(bool(explained))
        self.show_mistakes(())
        empty(self._rows)
        self.controls = {}
        group = ""
        for field in fields:
            if field.group != group:
                group = field.group
                self._rows.addWidget(label(group, "heading"))
            control = FieldControl(field)
            control.show_text(texts.get(field.key, ""))
            control.edited.connect(self._edit)
            control.left.connect(self._leave)
            self._rows.addWidget(control)
            self.controls[field.key] = control
        self._rows.addStretch(1)
        self.scroller.verticalScrollBar().setValue(0)
        next(iter(self.controls.values())).focus()

    def show_ways_to_save(self, mark: Mark) -> None:
        """What the second button says besides saving; none for places."""
        self._mark = mark
        filled = mark is Mark.FILLED
        self.save.show_text("Save, to be finished later" if filled else "Save")
        self.save.show_look(ButtonLook.PLAIN if filled else ButtonLook.PRIMARY)
        self.save_marked.show_text("Save as filled in" if filled else "Save, checked today")
        self.save_marked.show_look(ButtonLook.PRIMARY if filled else ButtonLook.PLAIN)
        self.save_marked.setVisible(mark is not Mark.NONE)

    @property
    def changed(self) -> dict[str, str]:
        """The texts that differ from what was shown, by key."""
        return {key: each.text for key, each in self.controls.items() if each.is_changed}

    def show_mistakes(self, mistakes: Sequence[UserMistake]) -> None:
        """What is wrong, beside each field; the first is gone to."""
        told = {mistake.field: mistake.sentence for mistake in mistakes}
        for key, control in self.controls.items():
            control.show_mistake(told.get(key, ""))
        general = [each.sentence for each in mistakes if each.field not in self.controls]
        self.general.setText("\n".join(general))
        self.general.setVisible(bool(general))
        first = next((self.controls[key] for key in told if key in self.controls), None)
        if first is not None:
            first.focus()
            QTimer.singleShot(0, self, lambda: self.scroller.ensureWidgetVisible(first, 0, _ROOM))

    def show_mistake_in(self, key: str, sentence: str) -> None:
        """What is wrong with one field that was left; empty when nothing is."""
        if key in self.controls:
            self.controls[key].show_mistake(sentence)

    def show_hours(self, lines: tuple[str, ...]) -> None:
        """What the typed hours mean for the coming week."""
        if "schedule" in self.controls:
            self.controls["schedule"].show_preview(lines)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(self.explained)
        column.addWidget(self.scroller, 1)
        column.addWidget(self.general)
        deeds = FlowLayout(gap=6)
        for button in (self.save, self.save_marked, self.cancel):
            deeds.addWidget(button)
        column.addLayout(deeds)

    def _connect(self) -> None:
        self.save.clicked.connect(self._save)
        self.save_marked.clicked.connect(self._save_marked)
        self.cancel.clicked.connect(self.cancelled)

    def _save(self) -> None:
        self.saved.emit(Mark.NONE)

    def _save_marked(self) -> None:
        self.saved.emit(self._mark)

    def _edit(self, key: str) -> None:
        self.controls[key].show_mistake("")
        if key == "schedule":
            self.hours_edited.emit(self.controls[key].text)

    def _leave(self, key: str) -> None:
        control = self.controls.get(key)
        if control is not None and control.is_changed:
            self.field_left.emit(key, control.text)
