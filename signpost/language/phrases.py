"""Phrases as people write them in the content files, compiled into what the finder compares with a
caller's words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from signpost.language.stems import stem
from signpost.language.tokens import words_of
from signpost.language.words import FILLERS, WEAK_WORDS

Element = frozenset[str]
"""Stems any of which may stand at one place; `=word` asks for this very word."""

Chain = tuple[Element, ...]
"""Elements that follow each other in a caller's words."""

_MOST_CHAINS = 400


class PhraseFaultError(ValueError):
    """A phrase that cannot be read; the text says why in a sentence."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled phrase: its sides (numbers of the book's sides) must all be near each other, in
    any order."""

    sides: tuple[int, ...]


@dataclass
class PhraseBook:
    """Compiles phrases, each side and each pattern once."""

    sets: Mapping[str, Sequence[str]]
    concepts: Mapping[str, Sequence[str]]
    chains: list[tuple[Chain, ...]] = field(default_factory=list)
    patterns: list[Pattern] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    exact: set[str] = field(default_factory=set)
    _side_numbers: dict[tuple[Chain, ...], int] = field(default_factory=dict)
    _pattern_numbers: dict[tuple[int, ...], int] = field(default_factory=dict)
    _open: list[str] = field(default_factory=list)
    _sides_read: dict[str, int] = field(default_factory=dict)
    _parts_read: dict[str, list[Chain]] = field(default_factory=dict)
    _words_read: dict[str, Chain] = field(default_factory=dict)

    def add(self, phrase: str) -> list[int]:
        """Compile `phrase` and give the numbers of its patterns. Raises PhraseFaultError."""
        sides = [side.strip() for side in phrase.replace("\\|", "|").split(" + ")]
        if not all(sides):
            raise PhraseFaultError(f"The phrase '{phrase}' has nothing on one side of its +.")
        if len(sides) == 1 and self._is_concept(sides[0]):
            return [number for inner in self._concept(sides[0][1:-1]) for number in self.add(inner)]
        numbers = tuple(self._side_number(side) for side in sides)
        if numbers not in self._pattern_numbers:
            self._pattern_numbers[numbers] = len(self.patterns)
            self.patterns.append(Pattern(numbers))
        return [self._pattern_numbers[numbers]]

    @staticmethod
    def _is_concept(side: str) -> bool:
        return side.startswith("<") and side.endswith(">") and " " not in side

    def _concept(self, name: str) -> Sequence[str]:
        if name not in self.concepts:
            raise PhraseFaultError(f"There is no concept '{name}'.")
        return self.concepts[name]

    def _side_number(self, side: str) -> int:
        number = self._sides_read.get(side)
        if number is None:
            chains = self._chains(side)
            number = self._side_numbers.setdefault(chains, len(self.chains))
            if number == len(self.chains):
                self.chains.append(chains)
            self._sides_read[side] = number
        return number

    def _chains(self, side: str) -> tuple[Chain, ...]:
        options = [self._part(part) for part in self._parts(side)]
        count = 1
        for option in options:
            count *= max(1, len(option))
        if count > _MOST_CHAINS:
            raise PhraseFaultError(
                f"'{side}' stands for {count} wordings; write it as several phrases."
            )
        chains = tuple(
            tuple(element for chain in choice for element in chain)
            for choice in product(*options)
            if choice
        )
        if not chains or not all(chains):
            raise PhraseFaultError(f"'{side}' holds no word to listen for.")
        return chains

    @staticmethod
    def _parts(side: str) -> list[str]:
        """The parts of a side; small words are left out where two that say something remain."""
        parts = side.split()
        strong = [part for part in parts if part.lower() not in WEAK_WORDS]
        telling = [part for part in strong if part.lower() not in FILLERS]
        return strong if len(telling) > 1 else parts

    def _part(self, part: str) -> list[Chain]:
        if "<" in part:
            return self._options(part)
        if part not in self._parts_read:
            self._parts_read[part] = self._options(part)
        return self._parts_read[part]

    def _options(self, part: str) -> list[Chain]:
        """The chains one part of a phrase may be: one element of single words, and a chain for each
        longer wording."""
        single: set[str] = set()
        longer: list[Chain] = []
        for alternative in part.split("|"):
            for chain in self._alternative(alternative):
                if len(chain) == 1:
                    single |= chain[0]
                elif chain:
                    longer.append(chain)
        return [*([(frozenset(single),)] if single else []), *longer]

    def _alternative(self, text: str) -> list[Chain]:
        if text.startswith("[") and text.endswith("]"):
            return self._members(text[1:-1])
        if text.startswith("<") and text.endswith(">"):
            single = [
                phrase
                for phrase in self._concept(text[1:-1])
                if " + " not in phrase and phrase not in self._open
            ]
            self._open += single
            chains = [chain for phrase in single for chain in self._chains(phrase)]
            del self._open[len(self._open) - len(single) :]
            return chains
        if text.startswith('"') and text.endswith('"') and len(text) > 2:  # noqa: PLR2004 - two quotation marks
            word = text.strip('"').lower()
            self.words.add(word)
            self.exact.add(word)
            return [(frozenset({f"={word}"}),)]
        return [self._word(text)]

    def _members(self, name: str) -> list[Chain]:
        if name not in self.sets:
            raise PhraseFaultError(f"There is no set '{name}'.")
        return [
            tuple(element for word in member.split() for element in self._word(word))
            for member in self.sets[name]
        ]

    def _word(self, text: str) -> Chain:
        if text not in self._words_read:
            words = [word for word in words_of(text) if word[0].isalnum()]
            self.words.update(words)
            self._words_read[text] = tuple(frozenset({stem(word)}) for word in words)
        return self._words_read[text]
