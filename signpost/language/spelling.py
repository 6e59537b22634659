"""What an unknown word was meant for: one slip (two in long words), words run together, words spelt
as they sound."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from signpost.language.shortened import LONG_WORD, NearWords, Shortened, shortened

_SHORTEST = 4
_SHORT = 5
_LONGEST = 24
_SHORTEST_BASE = 3
_SHORT_VOWEL = re.compile("[^aeiouy]+[aeiouy][^aeiouywx]")
_ENDINGS = ("ing", "ed", "es", "er", "s")
_RUN_TOGETHER = 7
_MOST_CANDIDATES = 3
_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("^kn|^gn|^pn", "n"),
        ("^wr", "r"),
        ("^ps", "s"),
        ("ph", "f"),
        ("gh(?=t)", ""),
        ("gh", "f"),
        ("ck|q|c(?![eiyh])", "k"),
        ("sch|sh|tch|ch", "x"),
        ("c(?=[eiy])|z", "s"),
        ("dge|dj|g(?=[ei])", "j"),
        ("[hw]", ""),
        ("v", "f"),
        (r"(.)\1+", r"\1"),
    )
]
_VOWELS = re.compile("[aeiouy]+")


def sound_of(word: str) -> str:
    """A key that words spelt as they sound share: siezure and seizure, dioreah and diarrhoea."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    first = "a" if word[:1] in set("aeiouy") else word[:1]
    return first + _VOWELS.sub("", word[1:])


def distance(one: str, other: str, limit: int) -> int:
    """Edits (letters added, dropped, changed or swapped) between two words; `limit + 1` when there
    are more."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, row, older = row, [i] + [0] * len(other), before
        for j, wanted in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, older[j - 2] + 1)
            row[j] = cost
        if min(row) > limit:
            return limit + 1
        before = last
    return row[-1]


@dataclass(frozen=True)
class SpellingTables:
    """The words listened for, found by their letters less one or two and by their sound.

    `common` are the other words that everyone knows.
    """

    vocabulary: tuple[str, ...]
    common: frozenset[str]
    shortened: Shortened
    by_sound: dict[str, tuple[str, ...]]


def spelling_tables(vocabulary: Iterable[str], common: Iterable[str]) -> SpellingTables:
    """Work the tables out from the words listened for."""
    words = sorted({word for word in vocabulary if word.isalpha()})
    by_sound: dict[str, list[str]] = defaultdict(list)
    for word in words:
        if len(word) >= _SHORTEST:
            by_sound[sound_of(word)].append(word)
    return SpellingTables(
        tuple(words),
        frozenset(common),
        shortened(words, _SHORTEST),
        {sound: tuple(found) for sound, found in by_sound.items()},
    )


class Speller:
    """Corrects towards the words that the content listens for; never touches a word that everyone
    knows."""

    def __init__(self, tables: SpellingTables) -> None:
        self._vocabulary = frozenset(tables.vocabulary)
        self._common = tables.common
        self._near = NearWords(tables.vocabulary, tables.shortened)
        self._by_sound = tables.by_sound
        self._remembered: dict[str, tuple[str, ...]] = {}

    def _is_known(self, word: str) -> bool:
        return word in self._vocabulary or word in self._common

    def _is_form_of_known(self, word: str) -> bool:
        """barked, fanning, dashes: forms of words that everyone knows; not droped, which lacks a
        letter."""
        for ending in _ENDINGS:
            base = word[: -len(ending)]
            if not word.endswith(ending) or len(base) < _SHORTEST_BASE:
                continue
            doubled = base[-1] == base[-2] and self._is_known(base[:-1])
            lacks_a_letter = ending != "s" and bool(_SHORT_VOWEL.fullmatch(base))
            if doubled or (self._is_known(base) and not lacks_a_letter):
                return True
            if ending != "s" and self._is_known(f"{base}e") and not self._is_known(base):
                return True
        return False

    def corrections(self, word: str) -> tuple[str, ...]:
        """The words that `word` may be meant for, likeliest first; one entry with a space when it
        was run together.

        Empty for a known word, a number or a word that resembles nothing.
        """
        found = self._remembered.get(word)
        if found is None:
            found = self._find(word)
            if len(self._remembered) < 20_000:  # noqa: PLR2004 - a bound on memory
                self._remembered[word] = found
        return found

    def _find(self, word: str) -> tuple[str, ...]:
        if (
            self._is_known(word)
            or not word.isalpha()
            or not word.isascii()
            or not _SHORTEST <= len(word) <= _LONGEST
            or self._is_form_of_known(word)
        ):
            return ()
        if word.endswith("in") and self._is_known(f"{word}g"):
            return (f"{word}g",)
        one_slip = self._within(word, 1)
        if one_slip:
            alike = self._sounding(word) if len(word) <= _SHORT else []
            return tuple(dict.fromkeys([*one_slip, *alike]))[:_MOST_CANDIDATES]
        apart = self._apart(word)
        if apart:
            return (apart,)
        far = self._within(word, 2) if len(word) >= LONG_WORD - 1 else ()
        return tuple(dict.fromkeys([*self._sounding(word), *far]))[:_MOST_CANDIDATES]

    def _within(self, word: str, limit: int) -> tuple[str, ...]:
        near = self._near.near(word, 1 if len(word) < LONG_WORD - 1 else 2)
        ranked = sorted(
            (distance(word, candidate, limit), candidate[0] != word[0], candidate)
            for candidate in near
        )
        close = [
            entry
            for entry in ranked
            if entry[0] <= limit and (entry[2][0] == word[0] or len(word) > _SHORTEST)
        ]
        nearest = [candidate for edits, _, candidate in close if edits == close[0][0]]
        sound = sound_of(word) if len(nearest) > 1 else ""
        alike = [candidate for candidate in nearest if sound and sound_of(candidate) == sound]
        return tuple(alike or nearest)[:_MOST_CANDIDATES]

    def _sounding(self, word: str) -> list[str]:
        alike = self._by_sound.get(sound_of(word), ())
        limit = 2 if len(word) < LONG_WORD else 4
        near = sorted((distance(word, candidate, limit), candidate) for candidate in alike)
        return [candidate for edits, candidate in near if edits <= limit]

    def _apart(self, word: str) -> str:
        """`word` as two or three known words run together, at least one of them listened for; empty
        if it is not."""
        if len(word) < _RUN_TOGETHER:
            return ""
        for cut in range(len(word) - 3, 2, -1):
            head, tail = word[:cut], word[cut:]
            if not self._is_known(head):
                continue
            if self._is_known(tail) and (head in self._vocabulary or tail in self._vocabulary):
                return f"{head} {tail}"
            rest = self._apart(tail) if len(tail) >= _RUN_TOGETHER else ""
            if rest and " " in rest:
                return f"{head} {rest}"
        return ""
