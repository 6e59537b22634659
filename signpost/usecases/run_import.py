"""An import as a person runs it: allowed or not, in a process of its own, written to the audit
log.
"""

from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from signpost.domain.audit import AuditEvent
from signpost.domain.directory_change import Decision, DirectoryChange, ImportLine, LineKind
from signpost.domain.permission import Deed
from signpost.paths import bundled
from signpost.storage.database import Database
from signpost.usecases.import_directory import ImportChoices, ImportDirectory, Preview, Progress
from signpost.usecases.keep_directory import Author, keeper

if TYPE_CHECKING:
    from signpost.usecases.import_in_child import FileContents, ImportInChild


class RunImport:
    """Imports into one directory: the practice's own (`owner_id` None), or another's.

    Every deed raises UserMistake when the author may not import.
    """

    def __init__(self, database: Database, data_dir: Path, owner_id: str | None = None) -> None:
        self._database = database
        self._imports = ImportDirectory(database, owner_id)
        self._data_dir = data_dir
        self._owner_id = owner_id

    def look(
        self, path: Path, author: Author, progress: Progress, cancelled: Callable[[], bool]
    ) -> "FileContents":
        """Read a file or folder and tell what is in it; nothing is stored."""
        self._allowed(author)
        return self._child().look(path, progress, cancelled)

    def stage(
        self,
        path: Path,
        choices: ImportChoices,
        author: Author,
        *,
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> Preview:
        """Read it, compare it with the directory, and stage what is new or different."""
        self._allowed(author)
        return self._child().stage(path, choices, progress, cancelled)

    def preview(self) -> Preview | None:
        """What waits to be confirmed, of this session or an earlier one; None when nothing does."""
        return self._imports.preview()

    def lines(self, kind: LineKind, after: int = 0) -> tuple[ImportLine, ...]:
        """A page of the preview's lines of a kind, those after a position."""
        return self._imports.lines(kind, after)

    def decide(
        self, kind: LineKind, decision: Decision, positions: Collection[int] | None = None
    ) -> None:
        """What becomes of lines of a kind (None: of all of them)."""
        self._imports.decide(kind, decision, positions)

    def confirm(
        self, author: Author, progress: Progress, cancelled: Callable[[], bool]
    ) -> DirectoryChange | None:
        """Make what is staged live; returns the step that it became."""
        who = self._allowed(author)
        generation = self._child().confirm(author.now, who, progress, cancelled)
        return self._told(generation, author, who, undone=False)

    def undo(self, generation: int, author: Author) -> DirectoryChange | None:
        """Bring back what was before a step; entries edited since then stay as they are."""
        who = self._allowed(author)
        made = self._imports.undo(generation, author.now, who)
        return self._told(made, author, who, undone=True)

    def give_up(self, author: Author) -> None:
        """Take away what is staged; the directory stays as it is."""
        self._allowed(author)
        self._imports.give_up()

    def _child(self) -> "ImportInChild":
        # Readers of every format: only an import pays for them.
        from signpost.usecases.import_in_child import ImportInChild  # noqa: PLC0415

        return ImportInChild(self._data_dir, self._owner_id)

    def _allowed(self, author: Author) -> str:
        with self._database.reading() as stores:
            return keeper(stores, author, Deed.IMPORT_DIRECTORY).id

    def _told(
        self, generation: int, author: Author, who: str, *, undone: bool
    ) -> DirectoryChange | None:
        """The step, written to the audit log."""
        step = self._imports.step(generation)
        details = {"generation": str(generation), "undo": "yes" if undone else "no"}
        if step is not None:
            numbers = {"added": step.added, "changed": step.changed, "removed": step.removed}
            details |= {"file": step.file_name}
            details |= {name: str(number) for name, number in numbers.items()}
        with self._database.transaction() as stores:
            stores.audit.add(author.now, who, AuditEvent.DIRECTORY_IMPORTED, details)
        return step


def write_template(out: Path) -> None:
    """An empty workbook with every column and a sheet that explains them. Raises NotAvailable."""
    from signpost.exchange.directory_xlsx import write_directory_xlsx  # noqa: PLC0415 - seldom

    write_directory_xlsx((), out, bundled("directory_seed") / "README.md")


def imports_among(steps: Iterable[DirectoryChange]) -> tuple[DirectoryChange, ...]:
    """The steps that were imports and have not been undone, newest first."""
    all_steps = tuple(steps)
    undone = {step.undoes for step in all_steps if step.undoes is not None}
    return tuple(
        step
        for step in all_steps
        if step.file_name and step.undoes is None and step.generation not in undone
    )
