"""The form of an entry or a place: filled in, checked field by field, saved; nothing typed is
lost.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox

from signpost.domain.coming_week import coming_week
from signpost.domain.opening_hours import HoursError
from signpost.domain.place import Location
from signpost.domain.service import Organization, Service, ServiceAtLocation
from signpost.domain.service_kind import ServiceKind
from signpost.errors import SignpostError, UserMistake
from signpost.ui.directory.directory_view import DirectoryView
from signpost.ui.directory.keeper import Keeper
from signpost.usecases.browse_directory import EntryDetail
from signpost.usecases.directory_deeds import DirectoryDeeds
from signpost.usecases.entry_field import EntryField
from signpost.usecases.entry_fields import SERVICE_FIELDS
from signpost.usecases.keep_directory import Author, Mark
from signpost.usecases.place_fields import PLACE_FIELDS
from signpost.usecases.typed_entry import EntryMistakes, Typed

_KEPT = "Only what you change is written; no import overwrites it without asking you."
_NEW = "A new entry needs a name and a kind; the rest can follow."
_EVERYWHERE = "What a place says holds for every service that is given there."
_FILL = "Desks are not shown this entry until it is saved as filled in."


@dataclass(frozen=True)
class _Edited:
    """What the form is about: an entry (empty id: a new one), or a place of it."""

    service_id: str
    entry: Any
    fields: Sequence[EntryField[Any]]
    save: Callable[[Typed, Author, Mark], object]


class FormPresenter(QObject):
    """Fills the form in and keeps what was typed.

    opened: whether the form is open.
    """

    opened = Signal(bool)

    def __init__(self, view: DirectoryView, keeper: Keeper) -> None:
        super().__init__()
        self._view = view
        self._form = view.pane.form
        self._keeper = keeper
        self._deeds: DirectoryDeeds | None = None
        self._edited: _Edited | None = None
        view.add_asked.connect(self.add)
        self._form.saved.connect(self._save)
        self._form.cancelled.connect(self._ask_to_leave)
        self._form.field_left.connect(self._check)
        self._form.hours_edited.connect(self._preview)

    def use(self, deeds: DirectoryDeeds) -> None:
        """The database is there, or another directory is in use."""
        self._deeds = deeds

    def add(self) -> None:
        """A form for a new entry."""
        if not self._view.pane.is_editing:
            empty = Service("", "", ServiceKind.SELF_CARE, Organization("", ""))
            self._open_service(empty, "New entry", _NEW, Mark.CHECKED)

    def edit(self, detail: EntryDetail) -> None:
        """A form for an entry."""
        service = detail.service
        mark = Mark.FILLED if service.is_unfilled else Mark.CHECKED
        explained = f"{_FILL if service.is_unfilled else ''} {_KEPT}".strip()
        self._open_service(service, f"Edit {service.name}", explained, mark)

    def edit_place(self, detail: EntryDetail, place_id: str) -> None:
        """A form for a place of an entry, or (empty id) for a new one."""
        deeds, service_id = self._deeds, detail.service.id
        if deeds is None:
            return
        if not place_id:
            new = ServiceAtLocation(Location("", ""))
            self._open_place(service_id, new, f"New place of {detail.service.name}")
            return
        self._keeper.read(
            "directory place",
            lambda: deeds.browse.place(place_id),
            lambda place: self._open_known_place(service_id, place),
        )

    def _open_known_place(self, service_id: str, place: ServiceAtLocation | None) -> None:
        if place is not None:
            self._open_place(service_id, place, f"Edit {place.location.name}")

    def _open_service(self, service: Service, heading: str, explained: str, mark: Mark) -> None:
        deeds = self._deeds
        if deeds is None or not self._keeper.ask_who():
            return

        def save(typed: Typed, author: Author, how: Mark) -> object:
            return deeds.keep.save(service.id, typed, author, how)

        self._edited = _Edited(service.id, service, SERVICE_FIELDS, save)
        texts = {field.key: field.show(service) for field in SERVICE_FIELDS}
        if not service.id:
            texts["kind"] = ""
        self._open(heading, explained, texts, mark)

    def _open_place(self, service_id: str, place: ServiceAtLocation, heading: str) -> None:
        deeds, place_id = self._deeds, place.location.id
        if deeds is None or not self._keeper.ask_who():
            return

        def save(typed: Typed, author: Author, _how: Mark) -> object:
            deeds.keep.save_place(service_id, place_id, typed, author)
            return service_id

        self._edited = _Edited(service_id, place, PLACE_FIELDS, save)
        texts = {field.key: field.show(place) for field in PLACE_FIELDS}
        self._open(heading, _EVERYWHERE, texts, Mark.NONE)

    def _open(self, heading: str, explained: str, texts: dict[str, str], mark: Mark) -> None:
        edited = self._edited
        if edited is None:
            return
        self._form.show_ways_to_save(mark)
        self._view.pane.show_form()
        self._view.show_pane(entry=True)
        self._form.show_fields(heading, explained, edited.fields, texts)
        self._preview(texts["schedule"])
        self.opened.emit(True)  # noqa: FBT003 - a signal carries a value

    def _save(self, how: object) -> None:
        edited, typed, author = self._edited, self._form.changed, self._keeper.author()
        if edited is not None and isinstance(how, Mark):
            self._keeper.do(lambda: edited.save(typed, author, how), self._saved, self._refused)

    def _saved(self, entry_id: object) -> None:
        self._close()
        self._keeper.changed.emit(str(entry_id))

    def _refused(self, error: Exception) -> None:
        if isinstance(error, EntryMistakes):
            self._form.show_mistakes(error.mistakes)
        elif isinstance(error, SignpostError):
            field = error.field if isinstance(error, UserMistake) else ""
            self._form.show_mistakes((UserMistake(field, str(error)),))
        else:
            raise error

    def _ask_to_leave(self) -> None:
        if not self._form.changed:
            self._leave()
            return
        box = QMessageBox(
            QMessageBox.Icon.Question,
            "Throw away what you typed?",
            "What you changed in this form has not been saved.",
            parent=self._view.window(),
        )
        stay = box.addButton("Go on editing", QMessageBox.ButtonRole.RejectRole)
        box.addButton("Throw it away", QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(stay)
        box.accepted.connect(self._leave)
        box.open()

    def _leave(self) -> None:
        self._close()
        self._view.selected.emit(self._view.current_id)

    def _close(self) -> None:
        self._edited = None
        self._view.pane.show_text()
        self.opened.emit(False)  # noqa: FBT003
        self._view.show_pane(entry=True)

    def _check(self, key: str, text: str) -> None:
        """A field was left: say at once whether it can be used."""
        edited, today = self._edited, self._keeper.today
        if edited is None:
            return
        field = next(each for each in edited.fields if each.key == key)

        def check() -> str:
            try:
                field.read(edited.entry, text, today)
            except UserMistake as mistake:
                return mistake.sentence
            return ""

        self._keeper.read(
            f"field {key}", check, lambda sentence: self._form.show_mistake_in(key, sentence)
        )

    def _preview(self, hours: str) -> None:
        today = self._keeper.today

        def preview() -> tuple[str, ...]:
            try:
                return coming_week(hours, today)
            except HoursError:
                return ()

        self._keeper.read("hours", preview, self._form.show_hours)
