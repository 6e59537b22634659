"""The real directories that ship, read once."""

from functools import lru_cache
from pathlib import Path

from signpost.exchange.directory_file import DirectoryFile, read_directory

SEED = Path(__file__).parents[2] / "directory_seed"


@lru_cache(maxsize=1)
def starter() -> DirectoryFile:
    """The starter directory."""
    return read_directory(SEED / "starter")


@lru_cache(maxsize=1)
def example() -> DirectoryFile:
    """The example practice's directory, laid over the starter."""
    return read_directory(SEED / "starter", SEED / "example")
