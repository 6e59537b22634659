"""Words found by their letters less one or two, kept in two rows of numbers that a snapshot
reads at once.
"""

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from zlib import crc32

LONG_WORD = 8
"""Letters from which a word may lose two."""
_NUMBERS: Final = "I"


@dataclass(frozen=True)
class Shortened:
    """Sorted hashes of the shortened words, and beside each the number of the whole word."""

    hashes: bytes
    numbers: bytes


def deletes(word: str, depth: int) -> set[str]:
    """The word and every way to drop up to `depth` letters of it."""
    found, layer = {word}, {word}
    for _ in range(depth):
        layer = {short[:i] + short[i + 1 :] for short in layer for i in range(len(short))}
        found |= layer
    return found


def shortened(words: Sequence[str], shortest: int) -> Shortened:
    """Work the rows out; words of fewer than `shortest` letters are left out."""
    rows = sorted(
        (crc32(short.encode()), number)
        for number, word in enumerate(words)
        if len(word) >= shortest
        for short in deletes(word, 1 if len(word) < LONG_WORD else 2)
    )
    hashes, numbers = zip(*rows, strict=True) if rows else ((), ())
    return Shortened(array(_NUMBERS, hashes).tobytes(), array(_NUMBERS, numbers).tobytes())


class NearWords:
    """Looks shortened words up; two may share a hash, so a stranger may be among those found."""

    def __init__(self, words: Sequence[str], rows: Shortened) -> None:
        self._words = words
        self._hashes = memoryview(rows.hashes).cast(_NUMBERS)
        self._numbers = memoryview(rows.numbers).cast(_NUMBERS)

    def near(self, word: str, depth: int) -> set[str]:
        """The words that are `word` once up to `depth` letters are dropped of each."""
        found: set[str] = set()
        for short in deletes(word, depth):
            wanted = crc32(short.encode())
            place = bisect_left(self._hashes, wanted)
            while place < len(self._hashes) and self._hashes[place] == wanted:
                found.add(self._words[self._numbers[place]])
                place += 1
        return found
