"""Entry rules of a service: met, ask first with the exact questions, or not met because ….

What is not known is asked, never assumed. Rules are data; beside each stands who set it and when.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from signpost.domain.caller import PatientFacts, Sex, age_in_words
from signpost.domain.protocol import Answer
from signpost.domain.service_kind import ServiceKind
from signpost.domain.suggestion import Fit

PREGNANCY_ASKED_FROM_YEARS = 10.0
PREGNANCY_ASKED_UNTIL_YEARS = 60.0
"""Outside these ages pregnancy is not asked about (our own limits); when it is known, it counts."""

_ONE = {Sex.FEMALE: "a woman (female anatomy)", Sex.MALE: "a man (male anatomy)"}
_PEOPLE = {Sex.FEMALE: "women (female anatomy)", Sex.MALE: "men (male anatomy)"}


@dataclass(frozen=True)
class Evidence:
    """Who says so, for which nation, when it was read, and by when to look again (None: not set).

    `is_local` marks a rule that only some areas have.
    """

    source: str
    nation: str = "England"
    source_date: date | None = None
    review_date: date | None = None
    is_local: bool = False


@dataclass(frozen=True)
class Among:
    """Whom a rule concerns. Years, the upper limit not included; None means no limit."""

    age_min_years: float | None = None
    age_max_years: float | None = None
    sex: Sex | None = None

    def includes(self, patient: PatientFacts) -> bool | None:
        """Whether this patient is one of them; None while that cannot be told."""
        age = patient.age_years
        if age is not None and not within(age, self.age_min_years, self.age_max_years):
            return False
        if self.sex is not None and patient.sex is not None and patient.sex is not self.sex:
            return False
        limits_age = self.age_min_years is not None or self.age_max_years is not None
        unknown = (limits_age and age is None) or (self.sex is not None and patient.sex is None)
        return None if unknown else True


EVERYONE = Among()


@dataclass(frozen=True)
class AgeRule:
    """Ages accepted, in years, the upper limit not included; None means no limit.

    `falls_to` is the kind of service to offer instead when the rule is not met.
    """

    age_min_years: float | None
    age_max_years: float | None
    evidence: Evidence
    falls_to: ServiceKind | None = None


@dataclass(frozen=True)
class SexRule:
    """Only for this sex."""

    sex: Sex
    evidence: Evidence
    falls_to: ServiceKind | None = None


@dataclass(frozen=True)
class PregnancyRule:
    """Pregnant (`pregnant` true) or not pregnant (false), among the patients named."""

    pregnant: bool
    evidence: Evidence
    among: Among = EVERYONE
    falls_to: ServiceKind | None = None


@dataclass(frozen=True)
class QuestionRule:
    """A yes/no question. `met_by` is the answer that meets it; `because` says what the other means.

    With `refuses` false the other answer does not refuse: it becomes something to ask the service.
    """

    id: str
    text: str
    because: str
    evidence: Evidence
    met_by: Answer = Answer.NO
    refuses: bool = True
    among: Among = EVERYONE
    falls_to: ServiceKind | None = None


@dataclass(frozen=True)
class AreaRule:
    """Only for patients registered with a GP in `area` (a place, an ICB, a county, in words).

    `covers_practice` says whether this practice lies in it: its patients then meet the rule, or do
    not. None means that nobody has said yet, and it is asked.
    """

    area: str
    covers_practice: bool | None
    evidence: Evidence
    falls_to: ServiceKind | None = None

    @property
    def id(self) -> str:
        """The id of its question."""
        return f"area:{self.area}"


EntryRule = AgeRule | SexRule | PregnancyRule | QuestionRule | AreaRule


@dataclass(frozen=True)
class Entry:
    """How the rules stand for one patient. `not_met` is what follows "not met because".

    `ask_ids` are the ids of the questions in `ask_first`; empty where a field of the call (age,
    sex, pregnant) answers it.
    `falls_to` is the kind to offer instead; None when the rules name none, or do not agree on one.
    """

    fit: Fit
    ask_first: tuple[str, ...] = ()
    ask_ids: tuple[str, ...] = ()
    not_met: str = ""
    falls_to: ServiceKind | None = None


@dataclass(frozen=True)
class _Verdict:
    ask: str = ""
    not_met: str = ""


_MET = _Verdict()


def entry_for(
    rules: Iterable[EntryRule], patient: PatientFacts, answers: Mapping[str, Answer]
) -> Entry:
    """How these rules stand; `answers` holds gateway answers by question id."""
    rules = tuple(rules)
    verdicts = [(rule, _verdict(rule, rules, patient, answers)) for rule in rules]
    failed = [(rule, verdict) for rule, verdict in verdicts if verdict.not_met]
    if failed:
        becauses = dict.fromkeys(verdict.not_met for _, verdict in failed)
        kinds = {rule.falls_to for rule, _ in failed}
        falls_to = kinds.pop() if len(kinds) == 1 else _safer(kinds)
        return Entry(Fit.NOT_SUITABLE, not_met="; ".join(becauses), falls_to=falls_to)
    asked: dict[str, str] = {}
    for rule, verdict in verdicts:
        if verdict.ask:
            asked.setdefault(
                verdict.ask, rule.id if isinstance(rule, QuestionRule | AreaRule) else ""
            )
    return Entry(Fit.ASK if asked else Fit.SUITABLE, tuple(asked), tuple(asked.values()))


def within(age: float, low: float | None, high: float | None) -> bool:
    """Whether an age lies from `low` up to, not including, `high`; None means no limit."""
    return (low is None or age >= low) and (high is None or age < high)


def ages_in_words(low: float | None, high: float | None) -> str:
    """A range of ages as people say it: "1 to 17", "5 and over", "under 18"."""
    if low and high is not None:
        if low >= 1 and high == int(high):
            return f"{age_in_words_from(low)} to {int(high) - 1}"
        return f"{age_in_words_from(low)} and over, under {age_in_words_from(high)}"
    if low:
        return f"{age_in_words_from(low)} and over"
    return f"under {age_in_words_from(high)}" if high is not None else "any age"


def age_in_words_from(years: float) -> str:
    """A limit of age in words: whole years as a number, babies in weeks or months."""
    return str(int(years)) if years >= 1 and years == int(years) else age_in_words(years)


def _safer(kinds: set[ServiceKind | None]) -> ServiceKind | None:
    """When failed rules lead to different kinds: a clinician of the practice, duty one first."""
    clinicians = (ServiceKind.DUTY_CLINICIAN, ServiceKind.GP_APPOINTMENT)
    return next((kind for kind in clinicians if kind in kinds), None)


def _verdict(
    rule: EntryRule,
    rules: tuple[EntryRule, ...],
    patient: PatientFacts,
    answers: Mapping[str, Answer],
) -> _Verdict:
    if isinstance(rule, AgeRule):
        return _age(rule, rules, patient)
    if isinstance(rule, SexRule):
        return _sex(rule, patient)
    if isinstance(rule, PregnancyRule):
        return _pregnancy(rule, patient)
    if isinstance(rule, AreaRule):
        return _area(rule, answers)
    return _question(rule, patient, answers)


def _age(rule: AgeRule, rules: tuple[EntryRule, ...], patient: PatientFacts) -> _Verdict:
    ages = [each for each in rules if isinstance(each, AgeRule)]
    lows = [each.age_min_years for each in ages if each.age_min_years is not None]
    highs = [each.age_max_years for each in ages if each.age_max_years is not None]
    words = ages_in_words(max(lows, default=None), min(highs, default=None))
    if patient.age_years is None:
        return _Verdict(ask=f"How old is the patient? (For ages {words}.)")
    if within(patient.age_years, rule.age_min_years, rule.age_max_years):
        return _MET
    return _Verdict(not_met=f"it is for ages {words} and the patient is {_aged(patient)}")


def _aged(patient: PatientFacts) -> str:
    return "" if patient.age_years is None else age_in_words(patient.age_years)


def _sex(rule: SexRule, patient: PatientFacts) -> _Verdict:
    if patient.sex is None:
        return _Verdict(ask=f"Is the patient {_ONE[rule.sex]}?")
    return _MET if patient.sex is rule.sex else _Verdict(not_met=f"it is for {_PEOPLE[rule.sex]}")


def _pregnancy(rule: PregnancyRule, patient: PatientFacts) -> _Verdict:
    concerned = rule.among.includes(patient)
    if concerned is False or patient.pregnant is rule.pregnant:
        return _MET
    limit = rule.among.age_max_years
    under = "" if limit is None else f" under {age_in_words_from(limit)}"
    if patient.pregnant is not None:
        if concerned is None:
            return _Verdict(ask=f"Is the patient{under}? (Not for pregnant patients{under}.)")
        return _Verdict(not_met=_pregnancy_words(rule, under))
    if not (rule.pregnant or _may_be_pregnant(patient)):
        return _MET
    unless = f"If{under}: is" if under and patient.age_years is None else "Is"
    return _Verdict(ask=f"{unless} the patient pregnant?")


def _pregnancy_words(rule: PregnancyRule, under: str) -> str:
    if rule.pregnant:
        return "it is for pregnant patients"
    return f"the patient is pregnant and{under}" if under else "the patient is pregnant"


def _may_be_pregnant(patient: PatientFacts) -> bool:
    if patient.sex is Sex.MALE:
        return False
    return patient.age_years is None or within(
        patient.age_years, PREGNANCY_ASKED_FROM_YEARS, PREGNANCY_ASKED_UNTIL_YEARS
    )


def _area(rule: AreaRule, answers: Mapping[str, Answer]) -> _Verdict:
    answer = answers.get(rule.id)
    if rule.covers_practice or answer is Answer.YES:
        return _MET
    if rule.covers_practice is None and answer is not Answer.NO:
        return _Verdict(ask=f"Is the patient registered with a GP in {rule.area}?")
    return _Verdict(not_met=f"it is for patients registered in {rule.area}")


def _question(rule: QuestionRule, patient: PatientFacts, answers: Mapping[str, Answer]) -> _Verdict:
    answer = answers.get(rule.id)
    if answer is rule.met_by or rule.among.includes(patient) is False:
        return _MET
    if answer is None or answer is Answer.DONT_KNOW:
        return _Verdict(ask=rule.text)
    if rule.refuses:
        return _Verdict(not_met=rule.because)
    return _Verdict(ask=rule.because)
