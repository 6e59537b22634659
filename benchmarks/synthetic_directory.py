"""Invented directories of any size for benchmarks: realistic in their words, wholly made up.

Run: .venv/bin/python benchmarks/synthetic_directory.py [--services 50000] [--seed 1]
prints what such a directory is made of and how long it took to make.

    from synthetic_directory import synthetic_services
    for service in synthetic_services(50_000): ...

Each service begins as one of the starter directory's (its kind, description, topics, entry rules,
ways in), chosen by how common its kind is, and becomes a local one: a town of England in proportion
to its people, an invented district, a name as such services bear, places with positions around that
town, hours, telephone numbers from Ofcom's drama range, freshness. It is a stream that never looks
back: the first 500 are the same whether 500 or 1,000,000 are asked for.

By share of the whole: no place 15 %, 2 to 12 places 15 % (one place in twenty virtual), else one;
three in ten are given where the one before of the same trade is (one pharmacy gives several
services); hours not known 8 %; past review 12 %, never checked 10 %; paused 3 %, closed 2 %;
alert 4 %; usual wait 20 %; local entries not filled in 1 %.
"""

import argparse
import random
import resource
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import accumulate
from typing import NamedTuple

from synthetic_words import (
    ALERTS,
    CLAUSES,
    OWNERS,
    ROADS,
    TRADES,
    VENUES,
    WAITS,
    WEEKLY_HOURS,
    districts,
    listed,
    street_names,
    surnames,
    towns,
)

from signpost.domain.place import Location, LocationType, Position
from signpost.domain.service import (
    Assurance,
    Organization,
    Phone,
    Service,
    ServiceAtLocation,
    Status,
    Verified,
)
from signpost.exchange.directory_file import read_directory
from signpost.paths import bundled

TODAY = date(2026, 11, 23)
"""The day from which entries are fresh, stale or paused."""

SIZES = (500, 50_000, 1_000_000)

COMMON = {
    **dict.fromkeys(("pharmacy", "pharmacy_first", "dentist", "mental_health_support"), 60),
    **dict.fromkeys(("optician", "wellbeing", "social_prescribing", "older_people", "carers"), 40),
    **dict.fromkeys(("pharmacy_minor_illness", "physiotherapy", "food", "housing"), 30),
    **dict.fromkeys(("emergency_999", "nhs_111", "self_care", "duty_clinician"), 1),
}
"""How common a kind is; others 12. It is shared out among the starter's services of the kind."""
_OTHERS = 12
EARLY_WINS = {"pharmacy_first": 10, "optician_urgent": 5}
"""The practice's priorities, of kinds and never of single businesses."""

NO_PLACE, MANY_PLACES, SAME_PLACE, VIRTUAL = 0.15, 0.15, 0.3, 0.05
NO_HOURS, ALERT, WAIT, TWO_PHONES, UNFILLED = 0.08, 0.04, 0.2, 0.1, 0.01
CLOSED, PAUSED, NEVER_CHECKED, PAST_REVIEW = 0.02, 0.03, 0.1, 0.12
"""Shares of the whole; what each is of is said above."""

_BUSINESSES = {
    "pharmacy_first": "pharmacy",
    "pharmacy_minor_illness": "pharmacy",
    "optician_urgent": "optician",
    "urgent_dental": "dentist",
    **{trade: trade for trade in TRADES},
}
_MILE = 1 / 69
_INWARD = "ABDEFGHJLNPQRSTUWXYZ"


def synthetic_services(count: int, seed: int = 1, today: date = TODAY) -> Iterator[Service]:
    """`count` invented services, the same ones for the same seed, one at a time."""
    maker = _Maker(random.Random(seed), today)  # noqa: S311 - not a secret
    for number in range(1, count + 1):
        yield maker.service(number)


Town = tuple[str, str, str, float, float, int]
"""As in synthetic_words.towns."""


class _Before(NamedTuple):
    """Where the last service of a trade is given, for another to be given there too."""

    town: Town
    district: str
    place: ServiceAtLocation


class _Maker:
    """The tables that services are drawn from, and the places that others may be given at too."""

    def __init__(self, chance: random.Random, today: date) -> None:
        self._chance = chance
        self._today = today
        self._towns, self._districts, self._surnames = towns(), districts(), surnames()
        self._people = list(accumulate(town[-1] for town in self._towns))
        self._models = read_directory(bundled("directory_seed") / "starter").directory.services
        kinds = Counter(model.kind for model in self._models)
        self._weights = list(
            accumulate(
                COMMON.get(model.kind, _OTHERS) / kinds[model.kind] for model in self._models
            )
        )
        self._streets, self._venues = street_names(), listed(VENUES)
        self._clauses, self._alerts = listed(CLAUSES), listed(ALERTS)
        self._waits, self._owners = listed(WAITS), listed(OWNERS)
        self._places = 0
        self._before: dict[str, _Before] = {}

    def service(self, number: int) -> Service:
        """The next service; `number` becomes its id."""
        chance = self._chance
        model = chance.choices(self._models, cum_weights=self._weights)[0]
        trade = _BUSINESSES.get(model.kind, "")
        before = self._before.get(trade) if self._by(SAME_PLACE) else None
        town = before.town if before else chance.choices(self._towns, cum_weights=self._people)[0]
        district = before.district if before else chance.choice(self._districts)
        surname = chance.choice(self._surnames)
        business = (
            before.place.location.name if before else self._business(trade, district, surname)
        )
        name, organization = self._names(model, town[0], district, surname, business)
        places = (before.place,) if before else self._service_places(town, district, business)
        if places:
            self._before[trade] = _Before(town, district, places[0])
        status, paused_until = self._status()
        waits = self._by(WAIT)
        return replace(
            model,
            id=f"SY{number:07d}",
            name=name,
            organization=Organization(f"SY{number:07d}", organization),
            alternate_names=self._alternates(model, district, surname),
            description=f"{model.description} {self._clause(town[0], district, surname, places)}.",
            phones=self._phones(number, two=self._by(TWO_PHONES)),
            unconfirmed_phone="",
            url=f"https://www.{district.lower()}-{number}.example/",
            email=f"contact@{district.lower()}-{number}.example",
            locations=places,
            schedule="" if places else self._hours(),
            alert=self._alert(district),
            status=status,
            paused_until=paused_until,
            wait_time=chance.choice(self._waits) if waits else "",
            wait_date=self._today - timedelta(days=chance.randrange(1, 200)) if waits else None,
            practice_priority=EARLY_WINS.get(model.kind, 0),
            assurance=self._assurance(),
            is_filled=not (model.is_local and self._by(UNFILLED)),
            owner=chance.choice(self._owners),
        )

    def _by(self, share: float) -> bool:
        """True in that share of all cases."""
        return self._chance.random() < share

    def _clause(
        self, town: str, district: str, surname: str, places: tuple[ServiceAtLocation, ...]
    ) -> str:
        venue = places[0].location.name if places else f"{district} {self._venues[0]}"
        clause = self._chance.choice(self._clauses)
        return clause.format(area=district, venue=venue, town=town, surname=surname)

    def _business(self, trade: str, district: str, surname: str) -> str:
        """What stands over the door."""
        if not trade:
            return f"{district} {self._chance.choice(self._venues)}"
        sign = self._chance.choice(TRADES[trade].split("|"))
        return f"{self._chance.choice((surname, district, f'{surname} & Son'))} {sign}"

    def _names(
        self, model: Service, town: str, district: str, surname: str, business: str
    ) -> tuple[str, str]:
        """What it is called, and who gives it: a business by its own name, a team by its area."""
        trade = _BUSINESSES.get(model.kind)
        if trade == model.kind:
            return f"{business}, {town}", business
        if trade is not None:
            return f"{model.name} ({business}, {town})", business
        givers = f"{town} Community NHS Trust", f"{district} Trust", f"{town} council"
        names = f"{model.name}, {district}", f"{district} {model.name}", f"{town}: {model.name}"
        return self._chance.choice(names), self._chance.choice((*givers, f"{surname} Aid"))

    def _alternates(self, model: Service, district: str, surname: str) -> tuple[str, ...]:
        own = self._chance.choice((f"{surname}'s", f"the {district} team", "", ""))
        return (*model.alternate_names, own) if own else model.alternate_names

    def _service_places(
        self, town: Town, district: str, business: str
    ) -> tuple[ServiceAtLocation, ...]:
        if self._by(NO_PLACE):
            return ()
        if self._by(MANY_PLACES / (1 - NO_PLACE)):
            return tuple(self._one_of_many(town) for _ in range(self._chance.randint(2, 12)))
        return (self._place(town, district, business),)

    def _one_of_many(self, town: Town) -> ServiceAtLocation:
        district = self._chance.choice(self._districts)
        venue = f"{district} {self._chance.choice(self._venues)}"
        place = self._place(town, district, venue)
        if not self._by(VIRTUAL):
            return place
        video = Location(place.location.id, f"{venue} by video", LocationType.VIRTUAL)
        return replace(place, location=video)

    def _place(self, town: Town, district: str, venue: str) -> ServiceAtLocation:
        chance = self._chance
        name, county, outward, latitude, longitude, people = town
        self._places += 1
        spread = (1 + people / 300) * _MILE
        street = f"{chance.choice(self._streets)} {chance.choice(ROADS)}"
        location = Location(
            id=f"SYP{self._places}",
            name=venue,
            address=f"{chance.randint(1, 240)} {street}, {district}, {name}, {county}",
            postal_code=f"{outward} {chance.randint(1, 9)}{''.join(chance.choices(_INWARD, k=2))}",
            position=Position(
                round(chance.gauss(latitude, spread), 5),
                round(chance.gauss(longitude, 1.6 * spread), 5),
            ),
        )
        return ServiceAtLocation(location, self._phones(self._places), self._hours())

    def _hours(self) -> str:
        return "" if self._by(NO_HOURS) else self._chance.choice(WEEKLY_HOURS)

    def _phones(self, number: int, *, two: bool = False) -> tuple[Phone, ...]:
        """Numbers that Ofcom keeps for drama; they come round again after a thousand."""
        first = Phone(f"01632 960{number % 1000:03d}")
        return (first, Phone("07700 900123", "out of hours")) if two else (first,)

    def _alert(self, district: str) -> str:
        if not self._by(ALERT):
            return ""
        return self._chance.choice(self._alerts).format(venue=f"{district} {self._venues[0]}")

    def _status(self) -> tuple[Status, date | None]:
        if self._by(CLOSED):
            return Status.CLOSED, None
        if self._by(PAUSED):
            until = self._today + timedelta(days=self._chance.randint(1, 90))
            return Status.PAUSED, self._chance.choice((until, None))
        return Status.ACTIVE, None

    def _assurance(self) -> Assurance:
        if self._by(NEVER_CHECKED):
            return Assurance(source="Invented")
        late = self._by(PAST_REVIEW / (1 - NEVER_CHECKED))
        days = self._chance.randint(366, 900) if late else self._chance.randint(1, 364)
        checked = self._today - timedelta(days=days)
        return Assurance(
            assured_date=checked,
            assured_by=self._chance.choice(self._owners),
            review_date=checked + timedelta(days=365),
            source="Invented",
            verified=self._chance.choice((Verified.YES, Verified.YES, Verified.PART)),
        )


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--services", type=int, default=SIZES[0], help="how many")
    parser.add_argument("--seed", type=int, default=1, help="another seed, another directory")
    asked = parser.parse_args()
    words: set[str] = set()
    counts: Counter[str] = Counter()
    start = time.perf_counter()
    for service in synthetic_services(asked.services, asked.seed):
        counts[service.status] += 1
        counts["past review"] += service.is_stale(TODAY)
        counts["never checked"] += service.assurance.assured_date is None
        counts["places"] += len(service.locations)
        words.update(service.name.lower().split())
    seconds = time.perf_counter() - start
    print(f"{asked.services} services in {seconds:.1f} s, {len(words)} words in names")
    print(", ".join(f"{name}: {count}" for name, count in sorted(counts.items())))
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    _main()
