"""Everything the program listens for, ready to hear: the content read, the matcher compiled,
faults told."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from signpost.content.library import Library
from signpost.content.snapshot import content_in_use, open_content
from signpost.content.whole_wordings import wordings
from signpost.domain.protocol import Protocol
from signpost.domain.signpost import RecordMode
from signpost.domain.topic import Topic
from signpost.domain.unapproved import stand_in
from signpost.errors import NotAvailable
from signpost.language.matcher import Matcher
from signpost.storage.database import Database
from signpost.usecases.approve_content import ApproveContent, InUse

SNAPSHOTS = "content_cache"
"""The folder, inside the data folder, that keeps the compiled content for the next start."""


@dataclass(frozen=True)
class Listening:
    """The content in use.

    `faults` are sentences naming file and key; a protocol with a fault is left out. `approved` are
    the ids of protocols approved by the practice at exactly this wording; what ships is all draft.
    """

    library: Library
    matcher: Matcher
    protocols: Mapping[str, Protocol]
    topics: Mapping[str, Topic]
    faults: tuple[str, ...]
    approved: frozenset[str] = frozenset()

    @property
    def in_use(self) -> int:
        """How many protocols are listened for."""
        return len(self.protocols)

    @property
    def is_complete(self) -> bool:
        """False when prompts are off or incomplete and the paper sheet must be used."""
        return self.in_use > 0 and self.in_use == self.library.expected and not self.faults


def start_listening(
    resources: Path, snapshots: Path | None = None, *, keep: bool = True
) -> Listening:
    """Open the content under `resources`, from a snapshot in the folder `snapshots` if there is
    one.

    Never raises for what stands in the files. With `keep` False nothing is written.
    """
    with _kept_for_good():
        content = open_content(resources, snapshots, keep=keep)
        matcher = Matcher(content.compiled, content.library.protocols)
    library = content.library
    faults = [str(fault) for fault in library.faults]
    faults += [f"{fault.item}: {fault.sentence}" for fault in content.compiled.faults]
    return Listening(
        library=library,
        matcher=matcher,
        protocols={protocol.id: protocol for protocol in library.protocols},
        topics={topic.id: topic for topic in library.topics},
        faults=tuple(faults),
    )


def live(listening: Listening, in_use: InUse, snapshots: Path | None) -> Listening:
    """What a live call listens to: approved wordings; for every other protocol a stand-in that is
    raised by the draft's words and says to ask a clinician.
    """
    with _kept_for_good():
        content = content_in_use(listening.library, in_use.approved, snapshots)
        matcher = Matcher(content.compiled, content.library.protocols)
    approved = frozenset(in_use.approved) - in_use.off
    protocols = {
        each.id: each if each.id in approved else stand_in(each, is_off=each.id in in_use.off)
        for each in content.library.protocols
    }
    faults = [f"{fault.item}: {fault.sentence}" for fault in content.compiled.faults]
    return replace(
        listening,
        library=content.library,
        matcher=matcher,
        protocols=protocols,
        faults=(*(str(fault) for fault in listening.library.faults), *faults),
        approved=approved,
    )


def listen_at(database: Database, drafts: Listening, snapshots: Path | None) -> Listening:
    """What this PC listens to: everything as drafts in rehearsal, what is approved once live.

    When the database cannot say, every prompt asks for a clinician: no draft is shown as if it were
    approved, and nothing is met with silence.
    """
    try:
        with database.reading() as stores:
            mode = stores.practice.current().mode
        if mode is not RecordMode.LIVE:
            return drafts
        in_use = ApproveContent(database).in_use(wordings(drafts.library))
    except NotAvailable:
        return live(drafts, InUse({}, frozenset()), None)
    return live(drafts, in_use, snapshots)


@contextmanager
def _kept_for_good() -> Iterator[None]:
    """What is made inside stays to the end. Looking through it for garbage would double the time
    to make it, and later hold up a keystroke now and then.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
