"""Mistakes in human-written files: collected, not raised one at a time, each naming file and
key."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ContentFault:
    """One mistake: the file's name, the key (or row and column) and a sentence saying what to
    do."""

    file: str
    key: str
    sentence: str

    def __str__(self) -> str:
        where = f"{self.file}, {self.key}" if self.key else self.file
        return f"{where}: {self.sentence}"
