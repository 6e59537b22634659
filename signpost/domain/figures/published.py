"""What others published about care navigation, as counts, and whether it agrees with itself.

Practices are shown such figures as a yardstick. Entered as counts they are read like our own: each
share with its denominator. Where a page says a share that its own counts do not make, that is said.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class ShareClaim:
    """A page says that a part is so many per cent of a whole."""

    part: int
    part_is: str
    whole: int
    whole_is: str
    said_per_cent: float

    @property
    def true_per_cent(self) -> float:
        """What the page's own counts make, with one decimal."""
        return round(100 * self.part / self.whole, 1)

    @property
    def holds(self) -> bool:
        """Whether the counts make what is said, as far as it was rounded."""
        digits = 0 if self.said_per_cent == int(self.said_per_cent) else 1
        return round(100 * self.part / self.whole, digits) == self.said_per_cent

    @property
    def words(self) -> str:
        """What is said, and what the counts make where that is something else."""
        counts = f"{self.part:,} {self.part_is} of {self.whole:,} {self.whole_is}"
        if self.holds:
            return f"{counts}: {self.said_per_cent:g} %."
        whole = self.part / self.said_per_cent * 100
        return (
            f"It says {self.said_per_cent:g} % {self.part_is} ({self.part:,}); {self.part:,} is "
            f"{self.true_per_cent:g} % of its own {self.whole:,} {self.whole_is}. "
            f"{self.said_per_cent:g} % would be of {whole:,.0f}: no denominator is given."
        )


@dataclass(frozen=True)
class SumClaim:
    """A page says that parts make a total."""

    total: int
    total_is: str
    parts: tuple[tuple[int, str], ...]

    @property
    def holds(self) -> bool:
        """Whether they do."""
        return sum(count for count, _ in self.parts) == self.total

    @property
    def words(self) -> str:
        """The sum, and whether it is right."""
        parts = " + ".join(f"{count:,} {what}" for count, what in self.parts)
        if self.holds:
            return f"{self.total:,} {self.total_is} = {parts}."
        made = sum(count for count, _ in self.parts)
        return f"It says {self.total:,} {self.total_is}; {parts} make {made:,}."


Claim = ShareClaim | SumClaim


@dataclass(frozen=True)
class Published:
    """One published table. `offered` and `accepted` are its people where it counts them (None: it
    does not); `gp_hours` what it credits.
    """

    name: str
    source: str
    contacts: int | None
    offered: int | None
    accepted: int | None
    declined: int | None
    gp_hours: int
    claims: tuple[Claim, ...]

    @property
    def contradictions(self) -> tuple[str, ...]:
        """Where it contradicts itself, in sentences."""
        return tuple(claim.words for claim in self.claims if not claim.holds)


SOUTH_TEES = Published(
    name="South Tees, 37 practices, 15 months",
    source="southteesccg.nhs.uk/care-navigation",
    contacts=269_994,
    offered=None,
    accepted=None,
    declined=7_586,
    gp_hours=26_747,
    claims=(
        SumClaim(26_747, "GP hours", ((26_103, "internal"), (644, "external"))),
        ShareClaim(7_586, "declined", 269_994, "navigations", 8),
    ),
)
CONEXUS = Published(
    name="Conexus (West Wakefield), 2016-17",
    source="Conexus care navigation, 2016-17",
    contacts=None,
    offered=25_852,
    accepted=5_819,
    declined=None,
    gp_hours=743,
    claims=(ShareClaim(5_819, "signposted", 25_852, "offered a choice", 22.5),),
)
PUBLISHED = (SOUTH_TEES, CONEXUS)
