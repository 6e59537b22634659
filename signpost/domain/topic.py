"""A topic: a presenting problem in callers' words, with the kinds of service that fit it."""

from dataclasses import dataclass

from signpost.domain.service_kind import ServiceKind


@dataclass(frozen=True)
class AgeVariant:
    """What differs for an age group; both limits in years, the upper one not included. None means
    no limit."""

    age_min_years: float | None
    age_max_years: float | None
    kinds: tuple[ServiceKind, ...]
    note: str = ""


@dataclass(frozen=True)
class Topic:
    """A presenting problem. `kinds` are in order of fit; `self_care` is an NHS page's address or
    empty."""

    id: str
    title: str
    group: str
    lay_terms: tuple[str, ...]
    kinds: tuple[ServiceKind, ...]
    questions: tuple[str, ...]
    self_care: str
    unsuitable: str
    variants: tuple[AgeVariant, ...] = ()

    def kinds_for(self, age_years: float | None) -> tuple[ServiceKind, ...]:
        """The kinds for a patient of this age (years); None gives the general list."""
        if age_years is not None:
            for variant in self.variants:
                low = variant.age_min_years is None or age_years >= variant.age_min_years
                high = variant.age_max_years is None or age_years < variant.age_max_years
                if low and high:
                    return variant.kinds
        return self.kinds
