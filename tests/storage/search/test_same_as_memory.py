"""A directory in the database gives exactly the suggestions that it gives in memory."""

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from synthetic_directory import synthetic_services

from signpost.domain.caller import PatientFacts, Sex
from signpost.domain.directory import Directory
from signpost.domain.listing import Findable
from signpost.domain.place import Location, Position
from signpost.domain.protocol import Answer
from signpost.domain.service import Service, ServiceAtLocation
from signpost.domain.service_kind import ServiceKind
from signpost.domain.signpost import RecordMode
from signpost.domain.suggestion import Suggestion
from signpost.exchange.directory_file import read_directory
from signpost.paths import bundled
from signpost.storage.database import Database
from signpost.usecases.find_services import FindServices
from tests.domain.moments import at
from tests.domain.services import topic
from tests.storage.search.stored import Kept

MOMENTS = ("2026-11-23 10:00", "2026-11-23 03:00", "2026-11-28 19:30", "2026-12-25 11:00")
LEEDS, EXETER = Position(53.8, -1.55), Position(50.72, -3.53)
WORDS = (
    "",
    "could I have a physio",
    "told to ring the samaritans or the district nurse about her chemist",
    "samar",
)


def ask(directory: Findable, seed: int) -> tuple[Suggestion, ...]:
    """A question drawn by chance, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - not a secret
    topics = [
        (replace(topic(topic_id, *chance.sample(list(ServiceKind), 3)), self_care="x"), score)
        for topic_id, score in zip(
            chance.sample(("earache", "loneliness", "benefits_form", "cough"), 2),
            (1.0, 0.8),
            strict=True,
        )
    ]
    patient = PatientFacts(
        chance.choice((None, 0.3, 6.0, 34.0, 81.0)),
        chance.choice((None, Sex.FEMALE, Sex.MALE)),
        chance.choice((None, True, False)),
    )
    return FindServices(directory).find(
        topics[: chance.randint(0, 2)],
        patient,
        chance.choice((None, None, tuple(chance.sample(list(ServiceKind), 5)))),
        at(chance.choice(MOMENTS)),
        chance.choice((RecordMode.LIVE, RecordMode.REHEARSAL)),
        words=chance.choice(WORDS),
        answers=chance.choice(({}, {"q": Answer.YES})),
        near=chance.choice((None, LEEDS, EXETER)),
    )


def many_places(count: int) -> Iterator[ServiceAtLocation]:
    chance = random.Random(7)  # noqa: S311 - not a secret
    for number in range(count):
        where = Position(chance.gauss(53.8, 0.3), chance.gauss(-1.5, 0.4))
        hours = chance.choice(("24/7", "Mo-Fr 09:00-17:00; PH off", ""))
        yield ServiceAtLocation(
            Location(f"many{number}", f"Place {number}", position=where), (), hours
        )


def example() -> list[Service]:
    seed = bundled("directory_seed")
    found = read_directory(seed / "starter", seed / "example").directory.services
    return [
        replace(each, locations=tuple(many_places(700)))
        if each.kind is ServiceKind.PHARMACY_MINOR_ILLNESS
        else each
        for each in found
    ]


@pytest.fixture(scope="module", params=["example", "synthetic"])
def pair(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Directory, Kept]]:
    """The same directory in memory and in a database."""
    services = example() if request.param == "example" else list(synthetic_services(1_500))
    database = Database(tmp_path_factory.mktemp("stored"))
    kept = Kept(database, tmp_path_factory.mktemp("index"))
    kept.put(services, LEEDS)
    kept.build()
    yield Directory(services, LEEDS), kept
    kept.directory.close()
    database.close()


@pytest.mark.parametrize("seed", range(40))
def test_the_same_is_suggested(pair: tuple[Directory, Kept], seed: int) -> None:
    in_memory, kept = pair
    assert ask(kept.directory, seed) == ask(in_memory, seed)
