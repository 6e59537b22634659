"""Typed text cut into tokens: each knows where it stands and every form it may be heard as."""

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from signpost.language.misspelt import MISSPELT
from signpost.language.stems import everyday_stems, filler_stems, stem
from signpost.language.words import BREAKS, CONFUSIONS, DIALECT, NUMBER_UNITS, SHORT_FORMS

_TOKEN = re.compile(
    r"[-+]ve(?![a-z])|\d+/\d+(?![\d/])|\d+\.\d+|[a-z][/&+][a-z](?![a-z])|w/o?|#"
    r"|[^\W_]+(?:'[^\W_]+)*|\.{2,}|…|[.;!?\n,:]|-(?=\s)"
)
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘`´\u02bc\uff07", "'"))
_DAYS_WEEKS_MONTHS = {"7": "days", "52": "weeks", "12": "months"}
_DROPPED_ENDINGS = ("'s", "'re", "'ve", "'ll", "'d", "'m")
PAUSES = frozenset({",", ":", "-", "\n"})
_MOST_REMEMBERED = 20_000


class Token(NamedTuple):
    """One word or mark. `forms` are the stems it may be; `surface` is the lower-case word as
    heard."""

    start: int
    end: int
    surface: str
    forms: tuple[str, ...]
    is_filler: bool = False
    is_break: bool = False
    is_everyday: bool = False


Correct = Callable[[str], tuple[str, ...]]
Heard = tuple[str, tuple[str, ...], bool, bool, bool]
"""A token without its place: surface, forms, whether it is a filler, a break, an everyday word."""


def plain(text: str) -> str:
    """Lower case, one kind of apostrophe, no accents; every character keeps its place."""
    straight = text.translate(_APOSTROPHES)
    if straight.isascii():
        return straight.lower()
    return "".join(_plain_character(character) for character in straight)


def _plain_character(character: str) -> str:
    if character.isascii():
        return character.lower()
    base = unicodedata.normalize("NFKD", character)[0].lower()
    return base if len(base) == 1 else character


def words_of(text: str) -> list[str]:
    """The words of a phrase as a person wrote it: short forms opened, nothing corrected."""
    pieces = [found.group() for found in _TOKEN.finditer(plain(text))]
    return [heard[0] for piece in pieces for heard in _heard_words(piece, _as_typed)]


class Tokenizer:
    """Cuts texts into tokens; remembers how each word was heard.

    `correct` gives the words that an unknown word may be meant for.
    """

    def __init__(self, correct: Correct) -> None:
        self._correct = correct
        self._finished: dict[str, list[Heard]] = {}
        self._before: tuple[str, int | None, list[Token]] = ("", None, [])

    def tokenize(self, text: str, cursor: int | None = None) -> list[Token]:
        """Cut `text` into tokens.

        The word that ends at `cursor` is still being typed and is not corrected; None means that
        every word is finished.
        """
        lowered = plain(text)
        tokens, begin = self._kept(lowered)
        for found in _TOKEN.finditer(lowered, begin):
            word, start, end = found.group(), found.start(), found.end()
            if word == "?" and _asks_about_next(lowered, start, end):
                continue
            if end == cursor:
                heard = [_heard(words) for words in _heard_words(word, _as_typed)]
            else:
                heard = self._hear(word)
            tokens += [Token(start, end, *parts) for parts in heard]
        self._before = (lowered, cursor, tokens)
        return list(tokens)

    def _kept(self, lowered: str) -> tuple[list[Token], int]:
        """Tokens of the text before that this longer text begins with, and where to go on from."""
        before, cursor, tokens = self._before
        if not before or not lowered.startswith(before) or (cursor or len(before)) < len(before):
            return [], 0
        begin = before.rfind(" ") + 1
        kept = len(tokens)
        while kept and tokens[kept - 1].end > begin - 1:
            kept -= 1
        return tokens[:kept], begin

    def _hear(self, word: str) -> list[Heard]:
        heard = self._finished.get(word)
        if heard is None:
            heard = [_heard(words) for words in _heard_words(word, self._correct)]
            if len(self._finished) < _MOST_REMEMBERED:
                self._finished[word] = heard
        return heard


def _asks_about_next(lowered: str, start: int, end: int) -> bool:
    """The mark of "?stroke", which belongs to the word after it."""
    return bool(lowered[end : end + 1].strip()) and not lowered[max(0, start - 1) : start].strip()


def _as_typed(_word: str) -> tuple[str, ...]:
    return ()


def _heard_words(word: str, correct: Correct) -> list[tuple[str, ...]]:
    """The words one typed word stands for; each with the alternatives it may be."""
    if word not in SHORT_FORMS and word[0].isalnum():
        word = _without_ending(word)
    opened = SHORT_FORMS.get(word, SHORT_FORMS.get(DIALECT.get(word, "")))
    if opened is not None:
        return [(part,) for part in opened]
    if not word[0].isalnum():
        return [(",",) if word == "…" or word.startswith("..") else (word,)]
    if word[0].isdigit() and not word.isdigit():
        return _counted_time(word) if "/" in word else _number_and_unit(word)
    return _one_word(word, correct)


def _one_word(word: str, correct: Correct) -> list[tuple[str, ...]]:
    other = CONFUSIONS.get(word) or DIALECT.get(word) or MISSPELT.get(word)
    also = (other,) if other else correct(word) if word.isalpha() else ()
    if also and " " in also[0]:
        return [heard for part in also[0].split() for heard in _heard_words(part, _as_typed)]
    return [(word, *also)]


def _without_ending(word: str) -> str:
    """he's, they've, mum's → he, they, mum; other apostrophes are left out."""
    for ending in _DROPPED_ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            word = word[: -len(ending)]
            break
    return word.replace("'", "") if word not in SHORT_FORMS else word


def _number_and_unit(word: str) -> list[tuple[str, ...]]:
    """12h is twelve hours, 5mo five months old, 72F seventy-two and female, 39c a temperature."""
    number = word.rstrip("abcdefghijklmnopqrstuvwxyz")
    unit = NUMBER_UNITS.get(word[len(number) :])
    if not number or unit is None:
        return [(word,)]
    return [(number,), *((part,) for part in unit)]


def _counted_time(word: str) -> list[tuple[str, ...]]:
    """3/7 is three days, 2/52 two weeks, 4/12 four months, 36/40 thirty-six weeks pregnant, 9/10 a
    pain score."""
    number, over = word.split("/")
    if over in _DAYS_WEEKS_MONTHS:
        return [(number,), (_DAYS_WEEKS_MONTHS[over],)]
    if over == "40":
        return [(number,), ("weeks",), ("pregnant",)]
    if over == "10":
        return [(number,), ("out",), ("of",), ("10",)]
    return [(number,), (over,)]


def _heard(words: tuple[str, ...]) -> Heard:
    first = words[0]
    if not first[0].isalnum():
        return first, (first,), False, first in BREAKS, False
    forms = tuple(dict.fromkeys(stem(word) for word in words))
    is_filler = len(forms) == 1 and forms[0] in filler_stems()
    is_everyday = (len(first) == 1 and first.isdigit()) or all(
        form in everyday_stems() for form in forms
    )
    return first, forms, is_filler, False, is_everyday
