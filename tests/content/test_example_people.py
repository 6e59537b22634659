"""The example practice's people are invented, and complete enough to try everything."""

import re

from signpost.content.example_people import read_example_people
from signpost.domain.staff import Role, checked_initials
from tests.exchange.seed import SEED

PEOPLE, DUTY = read_example_people(SEED / "example")


def test_there_is_somebody_for_every_role() -> None:
    assert {person.role for person in PEOPLE} == set(Role)


def test_initials_are_usable_and_different() -> None:
    initials = [checked_initials(person.initials) for person in PEOPLE]
    assert len(initials) == len(set(initials))


def test_everybody_is_marked_as_an_example() -> None:
    names = [*(person.name for person in PEOPLE), DUTY.clinician, DUTY.backup]
    assert [name for name in names if not name.endswith("(example)")] == []


def test_the_duty_numbers_are_kept_for_drama() -> None:
    for number in (DUTY.how_to_reach, DUTY.backup_how_to_reach):
        assert re.fullmatch(r"07700 900\d{3}", number)
