"""Everything the program listens for, ready to hear: the content read, the matcher compiled,
faults told."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from signpost.content.library import Library
from signpost.content.snapshot import open_content
from signpost.domain.protocol import Protocol
from signpost.domain.topic import Topic
from signpost.language.matcher import Matcher

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
