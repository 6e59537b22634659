"""Which concepts a text says, and for each how it was said: outright, softly, or denied."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from signpost.domain.caller import PatientFacts, Sex
from signpost.domain.concept import BUILT_IN_AGES
from signpost.domain.protocol import Limits
from signpost.language.compiled import Compiled
from signpost.language.finder import Indices, PhraseHit
from signpost.language.heard import CheckReason
from signpost.language.said import Spoken
from signpost.language.scope import Scopes

_SOFT = 2
_WEIGHTS = {
    None: 0,
    CheckReason.HINT: 1,
    CheckReason.LIMITS: 1,
    CheckReason.WEAK: 1,
    CheckReason.NEGATED: 3,
}


class Evidence(NamedTuple):
    """The tokens that say a concept, and why they may not be happening now (None: they are)."""

    tokens: Indices
    reason: CheckReason | None


def softness(reason: CheckReason | None) -> int:
    """0 for what is said outright; more for soft mentions; most for a denial."""
    return _WEIGHTS.get(reason, _SOFT)


SaidConcepts = Mapping[str, Sequence[Evidence]]


@dataclass(frozen=True)
class Known:
    """The fields as typed, and what the words state."""

    patient: PatientFacts
    spoken: Spoken

    def meets(self, limits: Limits) -> bool:
        """False only when all that is known contradicts the limits; what is unknown never does."""
        patient, spoken = self.patient, self.spoken
        low, high = limits.age_min_years, limits.age_max_years
        ages = spoken.ages if patient.age_years is None else (patient.age_years,)
        too_young = low is not None and ages and max(ages) < low
        too_old = high is not None and ages and min(ages) >= high
        sexes = spoken.sexes if patient.sex is None else {patient.sex}
        other_sex = limits.sex is not None and sexes and limits.sex not in sexes
        pregnant = spoken.pregnant if patient.pregnant is None else patient.pregnant
        other = (
            pregnant is not None and limits.pregnant is not None and pregnant is not limits.pregnant
        )
        return not (too_young or too_old or other_sex or other)

    def built_ins(self) -> dict[str, Evidence]:
        """The built-in concepts that are met; one that the field contradicts only as LIMITS."""
        met: dict[str, Evidence] = {}
        patient, spoken = self.patient, self.spoken
        for name, (low, high) in BUILT_IN_AGES.items():
            age = patient.age_years
            typed = None if age is None else low <= age < high
            _add(met, name, typed, any(low <= said < high for said in spoken.ages))
        for name, sex in (("@female", Sex.FEMALE), ("@male", Sex.MALE)):
            typed = None if patient.sex is None else patient.sex is sex
            _add(met, name, typed, sex in spoken.sexes)
        _add(met, "@pregnant", patient.pregnant, spoken.pregnant)
        return met


def gather(
    hits: Sequence[PhraseHit], compiled: Compiled, scopes: Scopes, known: Known
) -> dict[str, list[Evidence]]:
    """Every concept said, its evidence in order from outright to denied."""
    masked = _masked(hits, compiled, scopes)
    found: dict[str, list[Evidence]] = defaultdict(list)
    mentions = {
        (name, hit.tokens): None for hit in hits for name in compiled.concepts.get(hit.pattern, ())
    }
    hinted = {
        (name, hit.tokens): CheckReason.HINT
        for hit in hits
        for name in compiled.hints.get(hit.pattern, ())
    }
    for (name, tokens), weakness in {**hinted, **mentions}.items():
        if name not in masked or masked[name].isdisjoint(tokens):
            reason = scopes.reason_for(tokens)
            as_background = reason is CheckReason.PAST and name in compiled.past_counts
            found[name].append(Evidence(tokens, weakness if as_background else reason or weakness))
    for said in found.values():
        if len(said) > 1:
            said.sort(key=_softness_of)
    found.update({name: [item] for name, item in known.built_ins().items()})
    return found


def _masked(hits: Sequence[PhraseHit], compiled: Compiled, scopes: Scopes) -> dict[str, set[int]]:
    """For each concept the tokens that its masks cover. A mask in words that follow one another
    does not reach over a "not": "breathing normal" hides nothing in "breathing not normal"."""
    masked: dict[str, set[int]] = defaultdict(set)
    for hit in hits:
        names = compiled.masks.get(hit.pattern, ())
        in_a_row = len(compiled.patterns[hit.pattern]) == 1
        if names and not (in_a_row and scopes.reaches_over_not(hit.tokens)):
            for name in names:
                masked[name].update(hit.tokens)
    return masked


def _softness_of(item: Evidence) -> int:
    return softness(item.reason)


def _add(met: dict[str, Evidence], name: str, typed: bool | None, said: bool | None) -> None:
    if typed or (typed is None and said):
        met[name] = Evidence((), None)
    elif typed is False and said:
        met[name] = Evidence((), CheckReason.LIMITS)
