"""The directory screen, put together when it is first shown."""

from PySide6.QtCore import QObject, Signal

from signpost.ui.call.call_session import CallSession
from signpost.ui.directory.directory_presenter import DirectoryPresenter
from signpost.ui.directory.directory_view import DirectoryView
from signpost.ui.directory.entry_presenter import EntryPresenter
from signpost.ui.directory.files_presenter import FilesPresenter
from signpost.ui.directory.form_presenter import FormPresenter
from signpost.ui.directory.import_presenter import ImportPresenter
from signpost.ui.directory.keeper import Keeper
from signpost.ui.jobs import Jobs
from signpost.ui.parts.choose_file import ChooseFile, ChooseSource
from signpost.ui.setup.desk_presenter import DeskPresenter
from signpost.usecases.directory_deeds import DirectoryDeeds


class DirectoryScreen(QObject):
    """View and presenters of the directory.

    changed: an entry, or more, is different. notice, told: a sentence for the notice bar, for a
    while or to stay. left: back to
    the call.
    """

    changed = Signal()
    notice = Signal(str)
    told = Signal(str)
    left = Signal()

    def __init__(
        self,
        session: CallSession,
        desk: DeskPresenter,
        jobs: Jobs,
        choose_file: ChooseFile,
        choose_source: ChooseSource,
    ) -> None:
        super().__init__()
        self.view = DirectoryView()
        self.keeper = Keeper(session, desk, jobs)
        self.entry = EntryPresenter(self.view, self.keeper)
        self.form = FormPresenter(self.view, self.keeper)
        self.list = DirectoryPresenter(self.view, self.keeper)
        page = self.view.files_page
        self.imports = ImportPresenter(page, self.keeper, choose_source)
        self.files = FilesPresenter(page, self.keeper, choose_file)
        self.entry.edit_asked.connect(self.form.edit)
        self.entry.place_asked.connect(self.form.edit_place)
        self.list.overview_changed.connect(self.entry.use_overview)
        self.form.opened.connect(self.view.show_editing)
        self.keeper.notice.connect(self.notice)
        self.keeper.changed.connect(self._tell)
        self.files.told.connect(self.told)
        self.imports.finished.connect(self.files.show_finished)
        self.view.files_asked.connect(self._show_files)
        page.left.connect(self._hide_files)
        self.view.left.connect(self.left)

    def use(self, deeds: DirectoryDeeds) -> None:
        """The database is there, or another directory is in use."""
        for part in (self.entry, self.form, self.list, self.imports, self.files):
            part.use(deeds)

    def refresh(self) -> None:
        """Something was changed elsewhere: a desk has reported an entry."""
        self.list.refresh("")

    def _show_files(self) -> None:
        self.files.refresh()
        self.view.show_files(shown=True)

    def _hide_files(self) -> None:
        self.view.show_files(shown=False)

    def _tell(self, _: str) -> None:
        self.changed.emit()
