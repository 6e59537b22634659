"""Reads a directory of services from whichever of the known formats a file is in."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from signpost.domain.incoming import Incoming
from signpost.errors import UserMistake
from signpost.exchange.directory_columns import SERVICES
from signpost.exchange.directory_file import read_directory

KNOWN = (
    "a services.csv of Signpost, a workbook of Signpost (XLSX), Open Referral JSON, an HSDS data"
    " package, files of nhs.uk, or a list of NHSBSA or ODS"
)


class ReadingCancelledError(UserMistake):
    """Somebody stopped the reading; nothing was taken over."""

    def __init__(self) -> None:
        super().__init__("file", "Reading was stopped. Nothing has been changed.")


def read_incoming(
    path: Path,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Incoming:
    """Read a file or folder; its format is told by what stands in it, not by its name.

    `progress` is told now and then how many bytes of how many are read. Raises UserMistake when the
    file is in none of the known formats, and ReadingCancelledError once `cancelled` says true.
    """
    progress(0, 1)
    if cancelled():
        raise ReadingCancelledError
    services = path / SERVICES if path.is_dir() else path
    if not services.is_file():
        raise UserMistake("file", f"{path.name} is not a directory that can be read. Use {KNOWN}.")
    found = read_directory(services)
    return Incoming(
        feed=path.name,
        feed_date=saved_on(services),
        services=found.directory.services,
        refused=found.faults,
        practice=found.directory.practice,
    )


def saved_on(path: Path) -> date | None:
    """The day on which a file was last saved; None when the disk does not say."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, tz=UTC).date()
    except (OSError, ValueError, OverflowError):
        return None
