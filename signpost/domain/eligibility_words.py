"""Entry rules in words, for print and for directories that have no rules as data."""

from collections.abc import Iterable

from signpost.domain.caller import Sex
from signpost.domain.eligibility import (
    AgeRule,
    Among,
    AreaRule,
    EntryRule,
    PregnancyRule,
    QuestionRule,
    SexRule,
    ages_in_words,
)
from signpost.domain.protocol import Answer

_ONLY = {Sex.FEMALE: "Women only (female anatomy)", Sex.MALE: "Men only (male anatomy)"}
_OF = {Sex.FEMALE: "women", Sex.MALE: "men", None: ""}


def rules_in_words(rules: Iterable[EntryRule]) -> tuple[str, ...]:
    """One sentence without its full stop for each rule, each said once."""
    return tuple(dict.fromkeys(_words(rule) for rule in rules))


def _words(rule: EntryRule) -> str:
    match rule:
        case AgeRule():
            words = ages_in_words(rule.age_min_years, rule.age_max_years)
            return f"Ages {words}" if words[0].isdigit() else words.capitalize()
        case SexRule():
            return _ONLY[rule.sex]
        case PregnancyRule():
            who = _among(rule.among)
            return f"{'Only' if rule.pregnant else 'Not'} for pregnant patients{who}"
        case AreaRule():
            return f"Patients registered with a GP in {rule.area}"
        case QuestionRule():
            wanted = "yes" if rule.met_by is Answer.YES else "no"
            who = _among(rule.among)
            if rule.refuses:
                return f"{rule.text} The answer must be {wanted}{who}"
            return f"To be checked{who}: {rule.text}"


def _among(among: Among) -> str:
    """ " (women, 16 and over)"; empty for everyone."""
    limits = among.age_min_years is not None or among.age_max_years is not None
    ages = ages_in_words(among.age_min_years, among.age_max_years) if limits else ""
    who = ", ".join(part for part in (_OF[among.sex], ages) if part)
    return f" ({who})" if who else ""
