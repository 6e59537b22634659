"""What callers say that the content does not hear: words that many calls have in common which
matched nothing, for those who improve the content.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from signpost.domain.identifiers import identifiers_in, without
from signpost.language.tokens import words_of
from signpost.language.words import EVERYDAY

FEWEST_CALLS = 3
"""Words that only one or two callers said may be anybody's name."""

_SHORTEST = 3
_SAYS_NOTHING = EVERYDAY | {"has", "had", "was", "can", "got", "get", "her", "his", "who", "how"}
_SAME = 0.8


def words_in_common(
    texts: Iterable[str], today: date, most: int = 30
) -> tuple[tuple[str, int], ...]:
    """Words and pairs of words with the number of calls that have them, most calls first.

    What looks like an identifier is taken out before; nothing is told that fewer than three calls
    have.
    """
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(set(_phrases(without(text, identifiers_in(text, today)))))
    found = {words: count for words, count in counts.items() if count >= FEWEST_CALLS}
    for words, count in list(found.items()):
        if " " in words:
            for word in words.split():
                if found.get(word, 0) * _SAME <= count:
                    found.pop(word, None)
    return tuple(sorted(found.items(), key=lambda item: (-item[1], item[0]))[:most])


def _phrases(text: str) -> Iterator[str]:
    words = [word for word in words_of(text) if word.isalpha()]
    for word in words:
        if word not in _SAYS_NOTHING and len(word) >= _SHORTEST:
            yield word
    for first, second in pairwise(words):
        if _SAYS_NOTHING.isdisjoint((first, second)):
            yield f"{first} {second}"
