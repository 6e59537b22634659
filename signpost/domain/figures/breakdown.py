"""A whole and its parts, now and in the span before, as a screen or a page may show them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from signpost.domain.suppression import Count, is_small, shown_parts

ALL_OTHERS = "All others"


class Audience(Enum):
    """Who reads it: within the practice everything is shown, outside no small number."""

    WITHIN = auto()
    OUTSIDE = auto()


@dataclass(frozen=True)
class Part:
    """One part: a key for sorting and tests, its name, its count now and in the span before (None:
    not told).
    """

    key: str
    name: str
    count: int
    before: int | None = 0


@dataclass(frozen=True)
class ShownPart:
    """A part as it may be shown; `share` is of the whole, empty where it may not be told."""

    key: str
    name: str
    count: Count
    before: Count
    share: str


@dataclass(frozen=True)
class Breakdown:
    """Parts that make a whole together. `whole_name` is the denominator: "contacts", "offered"."""

    whole_name: str
    parts: tuple[Part, ...]

    @property
    def whole(self) -> int:
        """What the parts add up to."""
        return sum(part.count for part in self.parts)

    @property
    def before(self) -> int:
        """What they added up to in the span before."""
        return sum(part.before or 0 for part in self.parts)

    def shown(self, audience: Audience) -> tuple[ShownPart, ...]:
        """The parts in their own order. What is last is hidden first, beside a small number."""
        counts = counts_for([part.count for part in self.parts], audience)
        befores = counts_for([part.before or 0 for part in self.parts], audience)
        return tuple(
            ShownPart(
                part.key,
                part.name,
                count,
                Count(None) if part.before is None else before,
                share_of(count.number, self.whole),
            )
            for part, count, before in zip(self.parts, counts, befores, strict=True)
        )

    def largest(self, most: int, audience: Audience) -> "Breakdown":
        """The largest parts by size, at most so many, and all others in one.

        Outside the practice no small part is named, the others are never few together, and nothing
        is told of the span before: its own page told it, and two pages that name other parts could
        be subtracted from each other.
        """
        outside = audience is Audience.OUTSIDE
        by_size = sorted(self.parts, key=lambda part: (-part.count, part.name))
        named = [part for part in by_size if not (outside and is_small(part.count))][:most]
        while outside and named and is_small(self.whole - sum(part.count for part in named)):
            named.pop()
        keys = {part.key for part in named}
        rest = [part for part in self.parts if part.key not in keys]
        if any(part.count or part.before for part in rest):
            others = Breakdown(self.whole_name, tuple(rest))
            named.append(Part(ALL_OTHERS, ALL_OTHERS, others.whole, others.before))
        found = Breakdown(self.whole_name, tuple(named))
        return found.now_only() if outside else found

    def now_only(self) -> "Breakdown":
        """Without the span before."""
        return replace(self, parts=tuple(replace(part, before=None) for part in self.parts))


def counts_for(counts: Sequence[int], audience: Audience) -> tuple[Count, ...]:
    """Parts of a known total as this audience may see them."""
    if audience is Audience.OUTSIDE:
        return shown_parts(counts)
    return tuple(Count(count) for count in counts)


def parts_of(
    now: Mapping[str, int], before: Mapping[str, int], name: Callable[[str], str]
) -> tuple[Part, ...]:
    """Parts from two counts by key, in the order of their names."""
    keys = dict.fromkeys((*now, *before))
    made = (Part(key, name(key), now.get(key, 0), before.get(key, 0)) for key in keys)
    return tuple(sorted(made, key=lambda part: (part.name, part.key)))


def share_of(part: int | None, whole: int) -> str:
    """A share in per cent with one decimal; empty without a whole or for what is hidden."""
    if part is None or not whole:
        return ""
    return f"{100 * part / whole:.1f} %"


def with_share(part: Count, whole: int, of_what: str) -> str:
    """A number with its denominator: "412 of 1,830 offered (22.5 %)"."""
    share = share_of(part.number, whole)
    return f"{part.words} of {whole:,} {of_what}" + (f" ({share})" if share else "")
