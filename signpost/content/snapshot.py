"""The content read and compiled once, kept in one file by its hash, so that start-up reads one
file.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from signpost import __version__
from signpost.content.library import Library, content_files, content_version, read_library
from signpost.content.whole_wordings import library_in_use
from signpost.language.compiled import Compiled, compile_lexicon

_SHAPE = 3
"""Raised when what a snapshot holds changes shape."""


@dataclass(frozen=True)
class Snapshot:
    """The content, and what was worked out from it."""

    library: Library
    compiled: Compiled


def open_content(resources: Path, folder: Path | None, *, keep: bool = True) -> Snapshot:
    """The content under `resources`: from the snapshot in `folder` if it is of exactly these files.

    Otherwise everything is read and compiled, and the snapshot written for next time (not when
    `keep` is False). Files with faults give the last good content instead, where a snapshot of it
    is left; the faults are told with it. None for `folder` means no place for snapshots.
    """
    files = content_files(resources)
    name = f"content-{content_version(files)}-{__version__}-{_SHAPE}.msgpack"
    kept = _read(folder / name) if folder else None
    if kept is not None:
        return kept
    library = read_library(resources)
    if library.faults:
        last_good = _last_good(folder) if folder else None
        if last_good is not None:
            told = replace(last_good.library, faults=library.faults)
            return Snapshot(told, last_good.compiled)
    fresh = Snapshot(library, compile_lexicon(library.lexicon()))
    if folder and keep and not library.faults:
        _write(folder, name, fresh)
    return fresh


def content_in_use(drafts: Library, approved: Mapping[str, bytes], folder: Path | None) -> Snapshot:
    """The content that a live call uses: the drafts, with each protocol at its approved wording.

    Compiled once for the same drafts and approvals and kept in `folder` beside the drafts'
    snapshot. With nothing approved at another wording than the draft's, it is the drafts'.
    """
    library = library_in_use(drafts, approved)
    digest = hashlib.sha256()
    for item_id in sorted(approved):
        digest.update(item_id.encode() + approved[item_id])
    name = f"live-{drafts.version}-{digest.hexdigest()[:12]}-{__version__}-{_SHAPE}.msgpack"
    kept = _read(folder / name) if folder else None
    if kept is not None:
        return kept
    fresh = Snapshot(library, compile_lexicon(library.lexicon()))
    if folder:
        _write(folder, name, fresh)
    return fresh


def _last_good(folder: Path) -> Snapshot | None:
    """The newest snapshot that can be read; only content without faults is ever kept."""
    kept = sorted(folder.glob("content-*.msgpack"), key=lambda path: path.stat().st_mtime)
    return next((good for path in reversed(kept) if (good := _read(path)) is not None), None)


def _read(path: Path) -> Snapshot | None:
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=Snapshot)
    except (OSError, msgspec.MsgspecError):
        return None


def _write(folder: Path, name: str, snapshot: Snapshot) -> None:
    """Keep the snapshot and drop older ones; a folder that cannot be written only costs time."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        half = folder / f"{name}.half"
        half.write_bytes(msgspec.msgpack.encode(snapshot))
        half.replace(folder / name)
        for old in folder.glob(f"{name.partition('-')[0]}-*.msgpack"):
            if old.name != name:
                old.unlink()
    except OSError:
        return
