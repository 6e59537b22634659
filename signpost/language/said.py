"""Age, sex and pregnancy as the words themselves state them: used for matching at once, offered to
fill the fields."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from signpost.domain.caller import Sex
from signpost.language.ages_said import AgeSaid, ages_in
from signpost.language.heard import Said
from signpost.language.people_said import People, people_in
from signpost.language.scope import Scopes
from signpost.language.tokens import Token, plain
from signpost.language.words import NUMBERS, RELATIVES_F

_PREGNANT = re.compile(
    r"\bpreg(?:nant|gers|nancy|)\b|\b\d{1,2}/40\b|\bweeks gone\b|\bup the duff\b|\bexpecting (?:a baby|our|my|her|twins|in|again)"
    r"|\bi'?m expecting\b|\bmonths? gone\b|\bher bump\b|\bmy bump\b|\bin labour\b|\bwaters (?:have )?(?:broke|gone)"
)
_NOT_PREGNANT = re.compile(
    r"\b(?:not|isn'?t|never|no chance of being|denies being|nor) (?:\w+ )?preg|\bnot expecting\b|\bpreg(?:nancy)? test (?:was )?(?:neg|-ve)"
    r"|\b(?:might|could|may|if|trying|think|maybe|possibly|when|was|were|get|getting|got) (?:i |she )?(?:\w+ )?(?:be |am |is |to (?:be|get|become) )?preg"
    r"|\bpregnancy (?:test|yoga|vitamins)|\bafter (?:my |the )?preg|\bjust had (?:a|my) baby"
)
_PREGNANCY_HINTS = ("preg", "/40", "gone", "duff", "expecting", "bump", "labour", "waters")
_DENIED_PREGNANCY = re.compile(r"\b(?:not|isn'?t|denies being|nor) (?:\w+ )?preg|\bnot expecting\b")
_DATED = re.compile(r"\b(?:weeks|wks|\d+/40|months)\b[^.]{0,12}\bpreg|\d/40")
_KIND = r"(f|m|female|male|lady|woman|girl|lass|man|gent|gentleman|boy|lad|bloke)"
_NOTED = re.compile(
    rf"^\s*(?:pt |patient )?\d{{1,3}} ?(?:y(?:ea)?rs?[ -]?old|y/?o|yrs?|y)? ?{_KIND}\b"
    r"|\b\d{1,3}([fm])\b|\b([fm])\d{2}\b"
)
"""Notes such as "72F", "34 yr old lady": of the patient, whoever else is spoken of."""
_FIGURE = re.compile(r"\d")
_NOTED_F = frozenset({"f", *RELATIVES_F})
_GROWN_UP_YEARS = 16


@dataclass(frozen=True)
class Spoken:
    """`offered` is what the words state of the patient beyond doubt. `ages`, `sexes` and `pregnant`
    are those of anyone who may be the patient, so that no doubt hides a grave sign."""

    offered: Said
    ages: tuple[float, ...] = ()
    sexes: frozenset[Sex] = frozenset()
    pregnant: bool | None = None


def spoken_of(words: str, tokens: Sequence[Token], scopes: Scopes) -> Spoken:
    """What the words state of the patient; None for whatever they do not, or state in two ways, or
    of two people. What is past, denied, supposed or of someone else states nothing."""
    text = plain(words)
    people = people_in(tokens, scopes)
    ages = [
        age
        for age in _ages(text, tokens)
        if age.leads or not scopes.is_soft(_token_at(tokens, age.start))
    ]
    mentions = _pregnancies(text, tokens, scopes)
    pregnant = _pregnant_said(text, mentions)
    in_doubt = bool(pregnant) and all(map(scopes.is_denied, mentions))
    offered = _offered(text, people, ages, None if in_doubt else pregnant)
    sexes = frozenset({offered.sex}) if offered.sex else people.sexes()
    return Spoken(offered, tuple(age.years for age in ages), sexes, pregnant)


def _offered(text: str, people: People, ages: Sequence[AgeSaid], pregnant: bool | None) -> Said:
    years = _age_offered(ages, people)
    noted = {_noted_sex(found) for found in _NOTED.finditer(text)} if years is not None else set()
    sex = noted.pop() if len(noted) == 1 else people.sex()
    if not noted and years is not None and years < _GROWN_UP_YEARS and people.are_grown_up():
        sex = None if people.relatives else sex
    if pregnant is None or people.count() > 1 or sex is Sex.MALE:
        return Said(years, sex)
    return Said(years, Sex.FEMALE if pregnant else sex, pregnant)


def _age_offered(ages: Sequence[AgeSaid], people: People) -> float | None:
    """The only age said, where it is plain whose it is."""
    if len({age.years for age in ages}) != 1:
        return None
    years = ages[0].years
    one_child = years < _GROWN_UP_YEARS and people.are_grown_up() and not people.caller
    return years if people.count() <= 1 or ages[0].leads or one_child else None


def _ages(text: str, tokens: Sequence[Token]) -> list[AgeSaid]:
    surfaces = {token.surface for token in tokens}
    has_words = not surfaces.isdisjoint(NUMBERS)
    if has_words or "born" in text or _FIGURE.search(text):
        return ages_in(text, has_number_words=has_words)
    return []


def _noted_sex(found: re.Match[str]) -> Sex:
    kind = next(group for group in found.groups() if group)
    return Sex.FEMALE if kind in _NOTED_F else Sex.MALE


def _pregnancies(text: str, tokens: Sequence[Token], scopes: Scopes) -> list[int]:
    """Where the words speak of a pregnancy now."""
    if not any(hint in text for hint in _PREGNANCY_HINTS):
        return []
    places = [_token_at(tokens, found.start()) for found in _PREGNANT.finditer(text)]
    return [place for place in places if not scopes.is_soft(place)]


def _pregnant_said(text: str, mentions: Sequence[int]) -> bool | None:
    if not mentions:
        return None
    if _DENIED_PREGNANCY.search(text):
        return False
    return None if _NOT_PREGNANT.search(text) and not _DATED.search(text) else True


def _token_at(tokens: Sequence[Token], start: int) -> int:
    """The token whose last character comes after this one."""
    return bisect_left(tokens, start + 1, key=attrgetter("end"))
