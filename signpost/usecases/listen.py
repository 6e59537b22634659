"""Everything the program listens for, ready to hear: the content read, the matcher compiled, faults
told."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from signpost.content.library import Library, read_library
from signpost.domain.protocol import Protocol
from signpost.domain.topic import Topic
from signpost.language.matcher import Matcher


@dataclass(frozen=True)
class Listening:
    """The content in use. `faults` are sentences naming file and key; a protocol with a fault is
    left out."""

    library: Library
    matcher: Matcher
    protocols: Mapping[str, Protocol]
    topics: Mapping[str, Topic]
    faults: tuple[str, ...]
    approved: frozenset[str] = frozenset()
    """Ids of protocols approved by the practice at exactly this wording; shipped content is all
    draft."""

    @property
    def in_use(self) -> int:
        """How many protocols are listened for."""
        return len(self.protocols)

    @property
    def is_complete(self) -> bool:
        """False when prompts are off or incomplete and the paper sheet must be used."""
        return self.in_use > 0 and self.in_use == self.library.expected and not self.faults


def start_listening(resources: Path) -> Listening:
    """Read the content under `resources` and compile it. Never raises for what stands in the
    files."""
    library = read_library(resources)
    matcher = Matcher(library.lexicon())
    faults = [str(fault) for fault in library.faults]
    faults += [f"{fault.item}: {fault.sentence}" for fault in matcher.faults]
    return Listening(
        library=library,
        matcher=matcher,
        protocols={protocol.id: protocol for protocol in library.protocols},
        topics={topic.id: topic for topic in library.topics},
        faults=tuple(faults),
    )
