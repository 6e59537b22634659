"""The first page of import and export: what waits, what was done before, what can be taken out."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from signpost.domain.directory_change import DirectoryChange
from signpost.ui.directory.files_view import FilesView
from signpost.ui.directory.keeper import Keeper
from signpost.ui.directory.line_words import step_words
from signpost.ui.parts.choose_file import ChooseFile
from signpost.usecases.directory_deeds import DirectoryDeeds
from signpost.usecases.export_stored import FORMATS
from signpost.usecases.import_directory import Preview
from signpost.usecases.run_import import imports_among, write_template

if TYPE_CHECKING:
    from signpost.usecases.export_directory import ExportedDirectory

_TEMPLATE = "Signpost directory template.xlsx"
_NONE_YET = "<p>None yet.</p>"


class FilesPresenter(QObject):
    """Shows the first page, and writes exports.

    told: a sentence that stays.
    """

    told = Signal(str)

    def __init__(self, view: FilesView, keeper: Keeper, choose_file: ChooseFile) -> None:
        super().__init__()
        self._view = view
        self._keeper = keeper
        self._choose_file = choose_file
        self._deeds: DirectoryDeeds | None = None
        view.start.template_asked.connect(self._write_template)
        view.start.format_asked.connect(self._export)

    def use(self, deeds: DirectoryDeeds) -> None:
        """The database is there, or another directory is in use."""
        self._deeds = deeds
        self._view.start.show_done("", 0)
        self._view.start.show_formats(tuple((name, words) for name, words, _ in FORMATS))
        self.refresh()

    def refresh(self) -> None:
        """Read again what waits and what was imported."""
        deeds = self._deeds
        if deeds is None:
            return

        def read() -> tuple[Preview | None, tuple[DirectoryChange, ...], dict[str, str]]:
            return (
                deeds.imports.preview(),
                imports_among(deeds.browse.steps()),
                dict(deeds.browse.people()),
            )

        self._keeper.read("files", read, self._show)

    def show_finished(self, words: str, generation: int) -> None:
        """An import, or what became of one."""
        self._view.start.show_done(words, generation)
        self.refresh()

    def _export(self, name: str) -> None:
        """Write the whole directory in the format of this name."""
        _, words, ending = next(each for each in FORMATS if each[0] == name)
        now, deeds = self._keeper.author().now, self._deeds
        if deeds is None:
            return
        suggested = f"Signpost directory {self._keeper.today.isoformat()}{ending}"
        out = self._choose_file(self._view.window(), suggested, f"{words} (*{ending})")
        if out is not None:
            out = out if out.suffix == ending else out.with_name(f"{out.name}{ending}")
            self.told.emit(f"Writing {out.name}…")
            exports = deeds.exports
            self._keeper.work(
                lambda: exports.export(name, out, now), self._tell_exported, self._keeper.tell
            )

    def _tell_exported(self, exported: "ExportedDirectory") -> None:
        self.told.emit(f"{exported.services:,} services are in {exported.file}.")

    def _write_template(self) -> None:
        out = self._choose_file(self._view.window(), _TEMPLATE, "Workbook (*.xlsx)")
        if out is not None:
            out = out.with_suffix(".xlsx")
            words = f"The template is in {out}. Fill it in, then choose it here."
            self._keeper.work(
                lambda: write_template(out), lambda _: self.told.emit(words), self._keeper.tell
            )

    def _show(
        self, found: tuple[Preview | None, tuple[DirectoryChange, ...], dict[str, str]]
    ) -> None:
        preview, steps, people = found
        waits = "" if preview is None else f"The import of {preview.file_name} waits for you."
        self._view.start.show_waiting(waits)
        rows = "".join(
            f"<li>{escape(step_words(step, people.get(step.made_by or '', '')))}"
            f" <a href='undo:{step.generation}'>Undo</a></li>"
            for step in steps
        )
        self._view.start.show_steps(f"<ul>{rows}</ul>" if rows else _NONE_YET)
