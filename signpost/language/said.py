"""Age, sex and pregnancy as the words themselves state them: used for matching at once, offered to
fill the fields."""

import re

from signpost.domain.caller import WEEKS_A_YEAR, Sex
from signpost.language.heard import Said
from signpost.language.tokens import plain
from signpost.language.words import NUMBERS, RELATIVES_F, RELATIVES_M

_NUMBER_WORDS = re.compile(r"\b(?:" + "|".join(NUMBERS) + r")\b")
_TENS = re.compile(r"\b([2-9]0)[ -]([1-9])\b")
_YEARS = r"(?:y(?:ea)?rs?|y/?o)"
_OLDEST = 115
_DAYS_OLD = 7 / 365.25
"""The age taken for "newborn" where no number is said, in years."""
_NOT_YEARS = r"(?! ?(?:days?|weeks?|wks?|months?|mths?|hours?|hrs?|mins?|minutes?|times?|of\b|/|\.\d|st\b|kg|degrees|puffs?|tablets?|in\b))"
_AGE_YEARS = [
    re.compile(pattern)
    for pattern in (
        rf"\b(\d{{1,3}})[ -]?{_YEARS}[ -]?(?:s )?(?:old|o)\b",
        r"\b(\d{1,3})[ -]?(?:y/o|yo|yrs?)\b(?! (?:ago|now|since|back|later|course|supply|plan))",
        rf"\b(?:is|am|i'?m|he'?s|she'?s) (?:only |just |nearly |about |around |nobbut )(\d{{1,3}})\b{_NOT_YEARS}",
        r"\b(?:aged?|is|am|i'm|im|he's|hes|she's|shes|[a-z]+'s|turned) (\d{1,3})(?= (?:and|now|with|year|this|next|but)|[,.;]|$)",
        r"\b(?:aged?) (\d{1,3})\b",
        rf"\b(?:child|son|daughter|boy|girl|lad|toddler|grandson|granddaughter|baby),? (\d{{1,2}})\b{_NOT_YEARS}",
        r"^\s*(\d{1,3})\s*(?=,|y\b|yr|f\b|m\b|female|male|lady|man\b|woman|gent)",
        r"\b(\d{1,2})(?=[fm]\b)",
        r"\b[fm](\d{2})\b",
    )
]
_AGE_PARTS = re.compile(
    r"\b(\d{1,2})[ -]?(day|d|week|wk|w|month|mth|mo|m)s?[ -]old\b|\b(\d{1,2})/(7|52|12)(?: old\b|(?= (?:baby|boy|girl|infant|old)))"
    r"|\b(?:is|only|he's|she's|hes|shes|baby|aged?|son|daughter|bub|(?:son|daughter|baby|grandson|boy|girl|lad)'s)(?: is| only| just)* (\d{1,2}) (day|week|wk|month|mth)s?\b(?! (?:pregnant|ago|gone|now|in\b|since|of\b))"
    r"|\b(\d{1,2})(mo)\b|^\s*(\d{1,2})(?: (month|mth)s?|/(12))(?=\s*,| (?:baby|boy|girl))"
)
_PER_YEAR = {"d": 365.25, "7": 365.25, "w": WEEKS_A_YEAR, "52": WEEKS_A_YEAR, "m": 12.0, "12": 12.0}
_NEWBORN = re.compile(
    r"\bnew ?-?born\b|\bborn (?:yesterday|today|last night|on \w+day|this week|days ago)\b"
)
_PREGNANT = re.compile(
    r"\bpreg(?:nant|gers|nancy|)\b|\b\d{1,2}/40\b|\bweeks gone\b|\bup the duff\b|\bexpecting (?:a baby|our|my|her|twins|in|again)"
    r"|\bi'?m expecting\b|\bmonths? gone\b|\bher bump\b|\bmy bump\b|\bin labour\b|\bwaters (?:have )?(?:broke|gone)"
)
_NOT_PREGNANT = re.compile(
    r"\b(?:not|isn'?t|never|no chance of being|denies being|nor) (?:\w+ )?preg|\bnot expecting\b|\bpreg(?:nancy)? test (?:was )?(?:neg|-ve)"
    r"|\b(?:might|could|may|if|trying|think|maybe|possibly|when|was|were|get|getting|got) (?:i |she )?(?:\w+ )?(?:be |am |is |to (?:be|get|become) )?preg"
    r"|\bpregnancy (?:test|yoga|vitamins)|\bafter (?:my |the )?preg|\bjust had (?:a|my) baby"
)
_WORD = re.compile(r"[a-z]+|\d+")
_FEMALE = frozenset({"she", "her", "shes", "hers", "herself", *RELATIVES_F})
_MALE = frozenset({"he", "his", "him", "hes", "himself", *RELATIVES_M})
_FEMALE_SHORT = re.compile(r"\b\d{1,3}\s?f\b|\bf\d{2}\b")
_MALE_SHORT = re.compile(r"\b\d{1,3}\s?m\b|\bm\d{2}\b")
_PREGNANCY_HINTS = ("preg", "/40", "gone", "duff", "expecting", "bump", "labour", "waters")
_HER_OWN = re.compile(r"\bmy (?:period|periods|womb|cervix|smear|coil|bump|vagina)\b")
_HIS_OWN = re.compile(r"\bmy (?:balls|testicles?|willy|penis|prostate|foreskin|scrotum|nuts)\b")


def facts_said(words: str) -> Said:
    """What the words state of the patient; None for whatever they do not, or state in two ways."""
    text = plain(words)
    spoken = frozenset(_WORD.findall(text))
    numbered = _numbered(text, spoken)
    pregnant = None
    if any(hint in text for hint in _PREGNANCY_HINTS):
        pregnant = _pregnant_said(numbered)
    sex = Sex.FEMALE if pregnant else _sex_said(text, spoken)
    has_number = any(word.isdigit() for word in spoken) or numbered is not text
    return Said(_age_said(numbered) if has_number else _newborn(text), sex, pregnant)


def _numbered(text: str, spoken: frozenset[str]) -> str:
    """The text with number words as figures: "thirty two" becomes 32."""
    if spoken.isdisjoint(NUMBERS):
        return text
    return _TENS.sub(_join_tens, _NUMBER_WORDS.sub(lambda found: NUMBERS[found.group()], text))


def _join_tens(found: re.Match[str]) -> str:
    return str(int(found.group(1)) + int(found.group(2)))


def _age_said(text: str) -> float | None:
    part = _AGE_PARTS.search(text)
    if part:
        number, unit = (group for group in part.groups() if group is not None)
        return float(number) / _PER_YEAR[unit if unit.isdigit() else unit[0]]
    for pattern in _AGE_YEARS:
        found = pattern.search(text)
        if found and int(found.group(1)) <= _OLDEST:
            return float(found.group(1))
    return _newborn(text)


def _newborn(text: str) -> float | None:
    return _DAYS_OLD if "born" in text and _NEWBORN.search(text) else None


def _sex_said(text: str, spoken: frozenset[str]) -> Sex | None:
    if "my" in spoken and _HER_OWN.search(text):
        return Sex.FEMALE
    if "my" in spoken and _HIS_OWN.search(text):
        return Sex.MALE
    female = not spoken.isdisjoint(_FEMALE) or bool(_FEMALE_SHORT.search(text))
    male = not spoken.isdisjoint(_MALE) or bool(_MALE_SHORT.search(text))
    if female == male:
        return None
    return Sex.FEMALE if female else Sex.MALE


def _pregnant_said(text: str) -> bool | None:
    if re.search(r"\b(?:not|isn'?t|denies being) (?:\w+ )?preg|\bnot expecting\b", text):
        return False
    doubtful = bool(_NOT_PREGNANT.search(text)) and not re.search(
        r"\b(?:weeks|wks|\d+/40|months)\b[^.]{0,12}\bpreg|\d/40", text
    )
    return True if _PREGNANT.search(text) and not doubtful else None
