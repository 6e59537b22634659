"""The invented directories of the benchmarks: the same every time, and fit for the program."""

from collections import Counter
from itertools import islice

from synthetic_directory import TODAY, synthetic_services

from signpost.domain.opening_hours import check_hours
from signpost.domain.place import LocationType
from signpost.domain.service import Status

MANY = 2_000


def test_the_same_seed_makes_the_same_services_however_many_are_asked_for() -> None:
    assert list(synthetic_services(20)) == list(islice(synthetic_services(1_000_000), 20))
    assert list(synthetic_services(20)) != list(synthetic_services(20, seed=2))


def test_every_service_has_an_id_of_its_own_and_hours_that_can_be_read() -> None:
    services = list(synthetic_services(MANY))
    assert len({service.id for service in services}) == MANY
    for hours in {place.schedule for service in services for place in service.locations}:
        if hours:
            check_hours(hours)


def test_the_mix_is_the_one_it_is_said_to_be() -> None:
    mix: Counter[str] = Counter()
    for service in synthetic_services(MANY):
        mix["stale"] += service.is_stale(TODAY)
        mix["never checked"] += service.assurance.assured_date is None
        mix["paused"] += service.status is Status.PAUSED
        mix["closed"] += service.status is Status.CLOSED
        mix["no place"] += not service.locations
        mix["virtual"] += any(
            place.location.location_type is LocationType.VIRTUAL for place in service.locations
        )
    shares = {name: count / MANY for name, count in mix.items()}
    assert 0.09 < shares["stale"] < 0.15
    assert 0.07 < shares["never checked"] < 0.13
    assert 0.01 < shares["paused"] < 0.05
    assert 0.01 < shares["closed"] < 0.04
    assert 0.08 < shares["no place"] < 0.16
    assert shares["virtual"] > 0.01


def test_places_lie_in_england_and_several_services_share_some() -> None:
    shared: Counter[str] = Counter()
    for service in synthetic_services(MANY):
        for place in service.locations:
            shared[place.location.id] += 1
            if place.location.position is not None:
                assert 49.5 < place.location.position.latitude < 56.2
                assert -6.5 < place.location.position.longitude < 2.2
    assert max(shared.values()) > 1
