"""Reads the wording of what is printed, from files that a practice can read and change."""

from pathlib import Path

from signpost.content.toml_file import read_toml
from signpost.domain.faults import ContentFault
from signpost.domain.printed_wording import DirectoryWording, PaperWording
from signpost.domain.protocol import Level


def read_paper_wording(path: Path, faults: list[ContentFault]) -> PaperWording | None:
    """The wording of the paper sheet; None, with a fault added, when it cannot be used."""
    wording = read_toml(path, PaperWording, faults)
    if wording is None:
        return None
    missing = [level.value for level in Level if level not in wording.levels]
    if missing:
        faults.append(
            ContentFault(path.name, "levels", f"lacks {', '.join(missing)}. Say what each means.")
        )
        return None
    return wording


def read_directory_wording(path: Path, faults: list[ContentFault]) -> DirectoryWording | None:
    """The wording of the printed directory; None, with a fault added, when it cannot be used."""
    return read_toml(path, DirectoryWording, faults)
