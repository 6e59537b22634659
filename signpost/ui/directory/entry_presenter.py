"""The selected entry: shown whole, and what is done about it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox

from signpost.domain.service import ServiceAtLocation, Status
from signpost.domain.service_kind import ServiceKind
from signpost.ui.directory import entry_html
from signpost.ui.directory.directory_view import DirectoryView
from signpost.ui.directory.entry_pane import EntryDeed
from signpost.ui.directory.keeper import Keeper
from signpost.ui.directory.pause_dialog import PauseDialog
from signpost.ui.parts.form_dialog import Asked, FormAnswer, FormDialog
from signpost.usecases.browse_directory import EntryDetail, Overview
from signpost.usecases.directory_deeds import DirectoryDeeds
from signpost.usecases.keep_directory import Author

_READ_ONLY = "Only a manager may edit the directory. During a call, Ctrl+W reports what is wrong."


class EntryPresenter(QObject):
    """Shows an entry and changes it, but for what is typed into its form.

    edit_asked: a form for the entry. place_asked: a form for a place of it (empty: a new one).
    """

    edit_asked = Signal(object)
    place_asked = Signal(object, str)

    def __init__(self, view: DirectoryView, keeper: Keeper) -> None:
        super().__init__()
        self._view = view
        self._keeper = keeper
        self._deeds: DirectoryDeeds | None = None
        self.detail: EntryDetail | None = None
        self._may_change = False
        self._places: tuple[ServiceAtLocation, ...] | None = None
        self._priorities: Mapping[ServiceKind, int] = {}
        self._about = ""
        view.selected.connect(self.show)
        view.pane.done.connect(self._act)
        view.pane.link_pressed.connect(self._follow)

    def use(self, deeds: DirectoryDeeds) -> None:
        """The database is there, or another directory is in use."""
        self._deeds = deeds

    def use_overview(self, overview: Overview) -> None:
        """The priorities of kinds, as they are now."""
        self._priorities = overview.priorities

    def show(self, entry_id: str) -> None:
        """Show this entry; empty: none."""
        deeds, author = self._deeds, self._keeper.author()
        if deeds is None or not entry_id:
            self._take((None, False))
            return

        def read() -> tuple[EntryDetail | None, bool]:
            return deeds.browse.entry(entry_id), deeds.keep.may_change(author)

        self._keeper.read("directory entry", read, self._take)

    def _take(self, found: tuple[EntryDetail | None, bool]) -> None:
        before = self.detail.service.id if self.detail else ""
        self.detail, self._may_change = found
        self._places = None
        self._write_out()
        if self.detail is None or self.detail.service.id != before:
            self._view.pane.to_top()

    def _write_out(self) -> None:
        detail = self.detail
        if detail is None:
            self._view.pane.show_entry("", frozenset(), "")
            return
        html = entry_html.entry_html(
            detail, self._keeper.today, may_change=self._may_change, places=self._places
        )
        deeds = _deeds_for(detail) if self._may_change else frozenset[EntryDeed]()
        self._view.pane.show_entry(html, deeds, "" if self._may_change else _READ_ONLY)

    def _act(self, deed: object) -> None:
        detail, deeds = self.detail, self._deeds
        if detail is None or deeds is None:
            return
        keep, entry_id = deeds.keep, detail.service.id
        at_once: dict[object, Callable[[Author], object]] = {
            EntryDeed.CHECKED: lambda author: keep.checked_today(entry_id, author),
            EntryDeed.TAKE_UP: lambda author: keep.take_up(entry_id, author),
            EntryDeed.CLOSE: lambda author: keep.close(entry_id, author),
            EntryDeed.CONFIRM_NUMBER: lambda author: keep.confirm_number(entry_id, author),
        }
        asks: dict[object, Callable[[], None]] = {
            EntryDeed.EDIT: lambda: self.edit_asked.emit(detail),
            EntryDeed.ADD_PLACE: lambda: self.place_asked.emit(detail, ""),
            EntryDeed.PAUSE: self._ask_pause,
            EntryDeed.PRIORITY: self._ask_priority,
            EntryDeed.REMOVE: self._ask_removal,
        }
        if deed in at_once:
            self._do(at_once[deed])
        elif deed in asks:
            asks[deed]()

    def _follow(self, deed: str, about: str) -> None:
        self._about = about
        links: dict[str, Callable[[], None]] = {
            entry_html.EDIT_PLACE: lambda: self.place_asked.emit(self.detail, about),
            entry_html.TAKE_PLACE: self._take_place,
            entry_html.FIND_PLACE: self._ask_place,
            entry_html.ALL_PLACES: self._show_first_places,
            entry_html.RESTORE: self._restore,
            entry_html.ANSWER: self._ask_answer,
        }
        if deed in links:
            links[deed]()

    def _do(self, work: Callable[[Author], object]) -> None:
        author = self._keeper.author()
        self._keeper.do(lambda: work(author), self._changed)

    def _changed(self, _: object) -> None:
        self._keeper.changed.emit(self.detail.service.id if self.detail else "")

    def _restore(self) -> None:
        detail, deeds, generation = self.detail, self._deeds, int(self._about)
        if detail is not None and deeds is not None:
            self._do(lambda author: deeds.keep.restore(detail.service.id, generation, author))

    def _take_place(self) -> None:
        detail, deeds, place_id = self.detail, self._deeds, self._about
        if detail is not None and deeds is not None:
            self._do(lambda author: deeds.keep.take_place(detail.service.id, place_id, author))

    def _show_first_places(self) -> None:
        self._places = None
        self._write_out()

    def _ask_place(self) -> None:
        asked = (Asked("words", "Name, address or postcode"),)
        form = FormDialog(self._view.window(), "Find a place", "", asked, "Find")
        form.given.connect(self._find_place)
        form.open()

    def _find_place(self, given: dict[str, str]) -> None:
        form, deeds, detail = self.sender(), self._deeds, self.detail
        if isinstance(form, FormDialog) and deeds is not None and detail is not None:
            form.accept()
            self._keeper.read(
                "directory places",
                lambda: deeds.browse.places(detail.service.id, given["words"]),
                self._show_places,
            )

    def _show_places(self, places: tuple[ServiceAtLocation, ...]) -> None:
        self._places = places
        self._write_out()

    def _ask_pause(self) -> None:
        if self.detail is not None and self._keeper.ask_who():
            name = self.detail.service.name
            form = PauseDialog(self._view.window(), name, self._keeper.today)
            form.given.connect(self._pause)
            form.open()

    def _pause(self, given: dict[str, str]) -> None:
        self._answer_form(
            lambda deeds, entry_id, author: deeds.keep.pause(
                entry_id, given["reason"], given["until"], author
            )
        )

    def _ask_priority(self) -> None:
        if self.detail is None or not self._keeper.ask_who():
            return
        kind = self.detail.service.kind
        now = self._priorities.get(kind, 0)
        asked = (Asked("practice_priority", f"Priority of {kind.label}", str(now), "0"),)
        explained = (
            "A whole number; higher is tried first. It holds for every service of this kind, never"
            " for one of them above another."
        )
        form = FormDialog(self._view.window(), "What is tried first", explained, asked, "Keep")
        form.given.connect(self._prioritise)
        form.open()

    def _prioritise(self, given: dict[str, str]) -> None:
        detail = self.detail
        if detail is not None:
            kind = detail.service.kind
            self._answer_form(
                lambda deeds, _, author: deeds.keep.prioritise(
                    kind, given["practice_priority"], author
                )
            )

    def _ask_answer(self) -> None:
        if self._keeper.ask_who():
            asked = (Asked("answer", "What did you find or change?"),)
            explained = "Desks no longer see the report then; the history keeps both."
            form = FormDialog(self._view.window(), "Answer the report", explained, asked, "Answer")
            form.given.connect(self._give_answer)
            form.open()

    def _give_answer(self, given: dict[str, str]) -> None:
        about = self._about
        self._answer_form(
            lambda deeds, _, author: deeds.reports.answer(about, given["answer"], author)
        )

    def _answer_form(self, work: Callable[[DirectoryDeeds, str, Author], object]) -> None:
        """What a form that sent its answer asks for."""
        form, deeds, detail = self.sender(), self._deeds, self.detail
        if isinstance(form, FormDialog) and deeds is not None and detail is not None:
            author, entry_id = self._keeper.author(), detail.service.id
            answer = FormAnswer(form, self._changed)
            self._keeper.do(lambda: work(deeds, entry_id, author), answer.done, answer.failed)

    def _ask_removal(self) -> None:
        if self.detail is None:
            return
        box = QMessageBox(
            QMessageBox.Icon.Question,
            "Take it out?",
            f"{self.detail.service.name} leaves the directory. Records keep its name. A service"
            " that has closed is better marked as closed.",
            parent=self._view.window(),
        )
        stay = box.addButton("Leave it in", QMessageBox.ButtonRole.RejectRole)
        box.addButton("Take it out", QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(stay)
        box.accepted.connect(self._remove)
        box.open()

    def _remove(self) -> None:
        detail, deeds = self.detail, self._deeds
        if detail is not None and deeds is not None:
            self._do(lambda author: deeds.keep.remove(detail.service.id, author))


def _deeds_for(detail: EntryDetail) -> frozenset[EntryDeed]:
    service = detail.service
    deeds = {EntryDeed.EDIT, EntryDeed.ADD_PLACE, EntryDeed.PRIORITY, EntryDeed.REMOVE}
    if service.status is Status.ACTIVE:
        deeds |= {EntryDeed.PAUSE, EntryDeed.CLOSE}
    else:
        deeds.add(EntryDeed.TAKE_UP)
    if not service.is_unfilled:
        deeds.add(EntryDeed.CHECKED)
    if service.unconfirmed_phone:
        deeds.add(EntryDeed.CONFIRM_NUMBER)
    return frozenset(deeds)
