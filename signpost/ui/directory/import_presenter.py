"""An import from the file to the directory: read, asked about, previewed, taken over, undone."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from signpost.domain.directory_change import Decision, DirectoryChange, ImportLine, LineKind
from signpost.errors import SignpostError
from signpost.ui.directory.files_view import FilesView
from signpost.ui.directory.keeper import Keeper
from signpost.ui.directory.line_words import TABS, done_words
from signpost.ui.directory.questions_page import AskedPlaces, places_words
from signpost.ui.parts.choose_file import ChooseSource
from signpost.usecases.directory_deeds import DirectoryDeeds
from signpost.usecases.import_directory import ImportChoices, Preview
from signpost.usecases.import_in_child import FileContents

_KINDS = (
    "What can be read (*.csv *.tsv *.txt *.xlsx *.json *.zip);;Every file (*)"  # case matters not
)


class ImportPresenter(QObject):
    """Leads through an import.

    finished: an import, or its undoing, is done: the sentence and the step's generation (0: none
    to undo).
    """

    finished = Signal(str, int)
    _progressed = Signal(int, int)

    def __init__(self, view: FilesView, keeper: Keeper, choose_source: ChooseSource) -> None:
        super().__init__()
        self._view = view
        self._keeper = keeper
        self._choose_source = choose_source
        self._deeds: DirectoryDeeds | None = None
        self._path: Path | None = None
        self._preview: Preview | None = None
        self._stop = False
        start, preview = view.start, view.preview
        start.file_asked.connect(self._choose_file)
        start.folder_asked.connect(self._choose_folder)
        start.waiting_asked.connect(self._show_waiting)
        start.give_up_asked.connect(self._give_up)
        start.undo_asked.connect(self._undo)
        view.working.stopped.connect(self._stop_work)
        view.questions.answered.connect(self._compare)
        view.questions.left.connect(self._to_start)
        preview.kind_chosen.connect(self._show_kind)
        preview.model.more_wanted.connect(self._read_more)
        preview.decided.connect(self._decide)
        preview.confirmed.connect(self._confirm)
        preview.given_up.connect(self._give_up)
        self._progressed.connect(view.working.show_progress)

    def use(self, deeds: DirectoryDeeds) -> None:
        """The database is there, or another directory is in use."""
        self._deeds = deeds

    def read(self, path: Path) -> None:
        """Read a file or folder, and ask what it raises."""
        deeds, author, today = self._deeds, self._keeper.author(), self._keeper.today
        if deeds is None:
            return
        self._path = path

        def look() -> tuple[FileContents, tuple[AskedPlaces, ...]]:
            found = deeds.imports.look(path, author, self._tell_progress, self._is_stopped)
            lists = []
            for title, kinds, count in found.lists:
                services = deeds.browse.named(kinds, today)
                usual = tuple(each for each, _ in services) if kinds else ()
                lists.append(AskedPlaces(title, count, services, usual))
            return found, tuple(lists)

        self._work(f"Reading {path.name}…", look, self._ask)

    def _choose_file(self) -> None:
        self._choose(_KINDS)

    def _choose_folder(self) -> None:
        self._choose("")

    def _choose(self, kinds: str) -> None:
        if self._keeper.ask_who():
            path = self._choose_source(self._view.window(), kinds)
            if path is not None:
                self.read(path)

    def _ask(self, found: tuple[FileContents, tuple[AskedPlaces, ...]]) -> None:
        contents, lists = found
        heading = f"{contents.feed}: {_counted(contents)}"
        self._view.questions.show_questions(
            heading, lists, dict(contents.terms), may_be_whole=bool(contents.services)
        )
        if lists or contents.terms or contents.services:
            self._view.show_page(self._view.questions)
        else:
            self._compare()

    def _compare(self) -> None:
        deeds, author, path = self._deeds, self._keeper.author(), self._path
        choices: ImportChoices = self._view.questions.choices
        if deeds is None or path is None:
            return

        def stage() -> Preview:
            return deeds.imports.stage(
                path,
                choices,
                author,
                progress=self._tell_progress,
                cancelled=self._is_stopped,
            )

        self._work(f"Comparing {path.name} with the directory…", stage, self._show_preview)

    def _show_waiting(self) -> None:
        deeds = self._deeds
        if deeds is not None:
            self._keeper.read("import preview", deeds.imports.preview, self._show_preview)

    def _show_preview(self, preview: Preview | None) -> None:
        if preview is None:
            self._to_start()
            return
        self._preview = preview
        self._tell_counts(preview)
        self._view.show_page(self._view.preview)
        self._show_kind(next((kind for kind in TABS if preview.counts.get(kind)), LineKind.NEW))

    def _tell_counts(self, preview: Preview | None) -> None:
        if preview is not None:
            heading = f"What {preview.file_name} would do"
            self._view.preview.show_preview(heading, preview.counts, preview.taken)

    def _show_kind(self, kind: object) -> None:
        deeds = self._deeds
        if deeds is not None and isinstance(kind, LineKind):
            self._view.preview.show_kind(kind)
            self._keeper.read(
                "import lines", lambda: deeds.imports.lines(kind), self._view.preview.show_lines
            )

    def _read_more(self, after: int) -> None:
        deeds, kind = self._deeds, self._view.preview.kind
        if deeds is not None:
            self._keeper.read(
                "import lines",
                lambda: deeds.imports.lines(kind, after),
                self._view.preview.model.add,
            )

    def _decide(self, decision: object, everything: bool) -> None:
        deeds, page = self._deeds, self._view.preview
        row, kind = page.current_row, page.kind
        if deeds is None or not isinstance(decision, Decision) or row < 0:
            return
        positions = None if everything else [page.model.lines[row].position]

        def decide() -> tuple[Preview | None, dict[int, ImportLine]]:
            deeds.imports.decide(kind, decision, positions)
            first = 0 if everything else page.model.lines[row].position - 1
            lines = {each.position: each for each in deeds.imports.lines(kind, first)}
            return deeds.imports.preview(), lines

        def show(found: tuple[Preview | None, dict[int, ImportLine]]) -> None:
            preview, lines = found
            self._tell_counts(preview)
            if everything:
                self._show_kind(kind)
            elif row < page.model.rowCount():
                position = page.model.lines[row].position
                page.model.replace(row, lines.get(position, page.model.lines[row]))
                page.list.setCurrentIndex(page.model.index(min(row + 1, page.model.rowCount() - 1)))

        self._keeper.read("import decision", decide, show)

    def _confirm(self) -> None:
        deeds, author = self._deeds, self._keeper.author()
        if deeds is None or not self._keeper.ask_who():
            return

        def confirm() -> DirectoryChange | None:
            return deeds.imports.confirm(author, self._tell_progress, self._is_stopped)

        self._work("Taking it over…", confirm, self._tell_done)

    def _tell_done(self, step: DirectoryChange | None) -> None:
        if step is None:
            self.finished.emit("Done.", 0)
        else:
            words = f"Done: {step.file_name}, {done_words(step)}."
            self.finished.emit(words, step.generation if step.undoes is None else 0)
        self._keeper.changed.emit("")
        self._to_start()

    def _undo(self, generation: int) -> None:
        deeds, author = self._deeds, self._keeper.author()
        if deeds is not None and self._keeper.ask_who():
            self._work(
                "Undoing it…", lambda: deeds.imports.undo(generation, author), self._tell_undone
            )

    def _tell_undone(self, step: DirectoryChange | None) -> None:
        file = step.file_name if step else "The import"
        self.finished.emit(f"{file} was undone. What was edited since then stays.", 0)
        self._keeper.changed.emit("")
        self._to_start()

    def _give_up(self) -> None:
        deeds, author = self._deeds, self._keeper.author()
        if deeds is not None and self._keeper.ask_who():
            self._work("Giving it up…", lambda: deeds.imports.give_up(author), self._tell_given_up)

    def _tell_given_up(self, _: object) -> None:
        self.finished.emit("Given up: nothing was changed.", 0)
        self._to_start()

    def _to_start(self) -> None:
        self._view.show_page(self._view.start)

    def _work(self, what: str, work: Callable[[], object], done: Callable[..., None]) -> None:
        """Do something long, with its progress on the page meanwhile."""
        self._stop = False
        self._view.start.show_mistake("")
        self._view.working.show_work(what)
        self._view.show_page(self._view.working)
        self._keeper.work(work, done, self._tell_failure)

    def _tell_failure(self, error: Exception) -> None:
        if not isinstance(error, SignpostError):
            raise error
        self._view.start.show_mistake(str(error))
        self._to_start()
        self.finished.emit("", 0)

    def _stop_work(self) -> None:
        self._stop = True
        self._view.working.show_stopping()

    def _is_stopped(self) -> bool:
        return self._stop

    def _tell_progress(self, done: int, total: int) -> None:
        self._progressed.emit(done, total)


def _counted(contents: FileContents) -> str:
    places = sum(count for _, _, count in contents.lists)
    parts = [
        f"{contents.services:,} services" if contents.services else "",
        places_words(places) if places else "",
        f"{contents.refused:,} refused" if contents.refused else "",
    ]
    return ", ".join(part for part in parts if part) or "nothing that can be used"
