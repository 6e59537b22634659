"""The example practice's invented people: who records calls, and the duty clinician and back-up."""

import csv
from dataclasses import dataclass
from pathlib import Path

from signpost.domain.staff import Role


@dataclass(frozen=True)
class ExamplePerson:
    """One person of the example practice, not yet in any database."""

    initials: str
    name: str
    role: Role


@dataclass(frozen=True)
class ExampleDuty:
    """The example practice's duty clinician and back-up, with how to reach them."""

    clinician: str
    how_to_reach: str
    backup: str
    backup_how_to_reach: str


def read_example_people(folder: Path) -> tuple[tuple[ExamplePerson, ...], ExampleDuty]:
    """The people in staff.csv and duty.csv, which ship with the program and are tested."""
    people = tuple(
        ExamplePerson(row["initials"], row["name"], Role(row["role"]))
        for row in _rows(folder / "staff.csv")
    )
    return people, ExampleDuty(**_rows(folder / "duty.csv")[0])


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
