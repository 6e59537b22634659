"""All content of the program in one value: what it listens for, shows and suggests from."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from signpost.content.concept_file import read_concepts
from signpost.content.protocol_file import read_protocols
from signpost.content.topic_file import read_topics
from signpost.domain.concept import Concept, WordSet
from signpost.domain.faults import ContentFault
from signpost.domain.protocol import Protocol
from signpost.domain.topic import Topic
from signpost.language.compiled import Lexicon


@dataclass(frozen=True)
class Library:
    """The content as read. `version` is 12 hex digits of a hash over every file; `expected` counts
    the protocol files."""

    sets: tuple[WordSet, ...]
    concepts: tuple[Concept, ...]
    protocols: tuple[Protocol, ...]
    topics: tuple[Topic, ...]
    faults: tuple[ContentFault, ...]
    version: str
    expected: int
    common_words: tuple[str, ...]

    def lexicon(self) -> Lexicon:
        """What the matcher is compiled from."""
        return Lexicon(self.sets, self.concepts, self.protocols, self.topics, self.common_words)


def content_files(resources: Path) -> list[Path]:
    """The files that make up the content, in a fixed order."""
    folders = ("concepts", "protocols", "topics")
    return [path for folder in folders for path in sorted((resources / folder).glob("*.toml"))]


def content_version(files: list[Path]) -> str:
    """A hash over names and contents of the files, 12 hex digits. Unreadable files count by name
    only."""
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.name.encode())
        try:
            digest.update(path.read_bytes())
        except OSError:
            continue
    return digest.hexdigest()[:12]


def read_library(resources: Path) -> Library:
    """Read and check every content file under `resources`. Never raises for what stands in the
    files: see `faults`."""
    files = content_files(resources)
    faults: list[ContentFault] = []
    by_folder = {
        folder: [p for p in files if p.parent.name == folder]
        for folder in ("concepts", "protocols", "topics")
    }
    sets, concepts = read_concepts(by_folder["concepts"], faults)
    protocols = read_protocols(by_folder["protocols"], faults)
    topics = read_topics(by_folder["topics"], faults)
    words = _common_words(resources / "words" / "common_english.txt", faults)
    expected = len(by_folder["protocols"])
    return Library(
        sets, concepts, protocols, topics, tuple(faults), content_version(files), expected, words
    )


def _common_words(path: Path, faults: list[ContentFault]) -> tuple[str, ...]:
    try:
        return tuple(path.read_text("utf-8").split())
    except (OSError, UnicodeDecodeError):
        faults.append(
            ContentFault(
                path.name,
                "",
                "cannot be read, so spelling is not corrected. Install the program again.",
            )
        )
        return ()
