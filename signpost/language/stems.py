"""Words brought back to their stem, so that bleeds, bleeding and bled are one word."""

from functools import cache

import snowballstemmer

from signpost.language.words import EVERYDAY, FILLERS, IRREGULAR, NUMBERS

_SNOWBALL = snowballstemmer.stemmer("english")
_known: dict[str, str] = {}


def remember(stems: dict[str, str]) -> None:
    """Take over stems worked out earlier (the compiled snapshot's), which saves most of the start-
    up."""
    _known.update(stems)


def known_stems() -> dict[str, str]:
    """Every stem worked out or remembered so far, for the compiled snapshot."""
    return dict(_known)


def stem(word: str) -> str:
    """The stem of one lower-case word; digits stay as they are."""
    found = _known.get(word)
    if found is None:
        plain = NUMBERS.get(word, word)
        found = IRREGULAR.get(plain) or (
            plain if not plain.isalpha() else str(_SNOWBALL.stemWord(plain))
        )
        if len(_known) < 50_000:  # noqa: PLR2004 - a bound on memory, never reached by real words
            _known[word] = found
    return found


@cache
def filler_stems() -> frozenset[str]:
    """Stems of the words that may stand between the words of a phrase."""
    return frozenset(stem(word) for word in FILLERS)


@cache
def everyday_stems() -> frozenset[str]:
    """Stems of the words of every conversation."""
    return frozenset(stem(word) for word in EVERYDAY)
