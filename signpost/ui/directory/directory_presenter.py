"""The list of the directory: what is looked for, page by page, and how many wait for somebody."""

from PySide6.QtCore import QObject, Signal

from signpost.domain.directory_listing import Listed, ListedEntry
from signpost.ui.directory.directory_view import DirectoryView
from signpost.ui.directory.keeper import Keeper
from signpost.usecases.browse_directory import ENTRIES_A_PAGE, Overview
from signpost.usecases.directory_deeds import DirectoryDeeds


class DirectoryPresenter(QObject):
    """Lists entries.

    overview_changed: the Overview.
    """

    overview_changed = Signal(object)

    def __init__(self, view: DirectoryView, keeper: Keeper) -> None:
        super().__init__()
        self._view = view
        self._keeper = keeper
        self._deeds: DirectoryDeeds | None = None
        self._wanted_id = ""
        self._limit = ENTRIES_A_PAGE
        view.sought.connect(self._seek)
        view.model.more_wanted.connect(self._read_more)
        keeper.changed.connect(self.refresh)

    def use(self, deeds: DirectoryDeeds) -> None:
        """The database is there, or another directory is in use."""
        self._deeds = deeds
        self.refresh("")

    def refresh(self, entry_id: str = "") -> None:
        """Read everything again; an entry stays selected (empty: the one that is)."""
        self._wanted_id = entry_id or self._view.current_id
        deeds, today = self._deeds, self._keeper.today
        if deeds is not None:
            browse = deeds.browse
            self._keeper.read(
                "directory overview", lambda: browse.overview(today), self._show_overview
            )
            self._read(len(self._view.model.entries))

    def go_to(self, listed: Listed) -> None:
        """List one of the lists, without any other filter."""
        self._view.show_wanted(listed)
        self._seek()

    def _seek(self) -> None:
        self._wanted_id = ""
        self._read()

    def _read(self, at_least: int = 0) -> None:
        """Read from the first on, as far as was listed before."""
        self._limit = max(ENTRIES_A_PAGE, at_least)
        if self._deeds is not None:
            browse, wanted, today = self._deeds.browse, self._view.wanted, self._keeper.today
            limit = self._limit
            self._keeper.read(
                "directory list", lambda: browse.page(wanted, today, limit=limit), self._show_page
            )

    def _read_more(self, after: str) -> None:
        if self._deeds is not None:
            browse, wanted, today = self._deeds.browse, self._view.wanted, self._keeper.today
            self._keeper.read(
                "directory list", lambda: browse.page(wanted, today, after), self._add_page
            )

    def _show_overview(self, overview: Overview) -> None:
        self._view.show_counts(overview.counts)
        self._view.show_filters(overview.kinds, overview.feeds)
        self.overview_changed.emit(overview)

    def _show_page(self, page: tuple[ListedEntry, ...]) -> None:
        view = self._view
        view.model.show(page, may_have_more=len(page) == self._limit)
        self._count()
        if page:
            view.select(self._wanted_id)
        else:
            view.selected.emit("")

    def _add_page(self, page: tuple[ListedEntry, ...]) -> None:
        self._view.model.add(page, may_have_more=len(page) == ENTRIES_A_PAGE)
        self._count()

    def _count(self) -> None:
        model = self._view.model
        many, more = len(model.entries), model.may_have_more
        self._view.count.setText(
            "Nothing found." if not many else f"{many:,} listed{', more below' if more else ''}"
        )
