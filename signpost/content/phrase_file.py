"""Phrase tests: callers' words with what should be heard in them, as CSV or JSON lines."""

import csv
import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from signpost.domain.caller import PatientFacts, Sex
from signpost.domain.faults import ContentFault

EXPECTATIONS = ("raise", "check", "nothing", "topic")


@dataclass(frozen=True)
class PhraseTest:
    """One text and what is expected of it.

    `expect` is one of EXPECTATIONS; `wanted` holds the protocols any of which must be raised, or
    the topics any of which must be heard. `kinds` are the fitting kinds of service, empty when not
    said.
    """

    id: str
    words: str
    patient: PatientFacts
    expect: str
    wanted: frozenset[str]
    kinds: frozenset[str]
    style: str


def read_phrase_tests(path: Path, faults: list[ContentFault]) -> tuple[PhraseTest, ...]:
    """Every usable row of a CSV (by its ending) or JSON lines file; the others become faults."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        faults.append(ContentFault(path.name, "", f"cannot be read as UTF-8 text ({error})."))
        return ()
    rows = _csv_rows(text) if path.suffix.lower() == ".csv" else _json_rows(path, text, faults)
    tests = []
    for number, row in rows:
        try:
            tests.append(_phrase_test(number, row))
        except ValueError as error:
            faults.append(ContentFault(path.name, f"row {number}", str(error)))
    return tuple(tests)


def _csv_rows(text: str) -> list[tuple[int, dict[str, Any]]]:
    return [(number, dict(row)) for number, row in enumerate(csv.DictReader(io.StringIO(text)), 2)]


def _json_rows(
    path: Path, text: str, faults: list[ContentFault]
) -> list[tuple[int, dict[str, Any]]]:
    rows: list[tuple[int, dict[str, Any]]] = []
    for number, line in enumerate(text.splitlines(), 1):
        try:
            row = json.loads(line) if line.strip() else None
        except ValueError:
            faults.append(ContentFault(path.name, f"row {number}", "is not a JSON object."))
            continue
        if isinstance(row, dict):
            rows.append((number, row))
    return rows


def _phrase_test(number: int, row: dict[str, Any]) -> PhraseTest:
    words = row.get("words")
    if not isinstance(words, str) or not words.strip():
        raise ValueError("has no words.")
    expect, _, wanted = str(row.get("expect") or "").strip().partition(" ")
    if expect not in EXPECTATIONS or (expect in {"raise", "topic"} and not wanted):
        raise ValueError("expect must be raise PROTOCOL, check, nothing or topic TOPIC.")
    return PhraseTest(
        id=str(row.get("id") or number),
        words=words,
        patient=_patient(row),
        expect=expect,
        wanted=frozenset(part.strip() for part in wanted.split("|") if part.strip()),
        kinds=frozenset(part for part in str(row.get("kinds") or "").split("|") if part),
        style=str(row.get("style") or ""),
    )


def _patient(row: dict[str, Any]) -> PatientFacts:
    age, sex, pregnant = row.get("age"), row.get("sex"), row.get("pregnant")
    try:
        years = None if age in {None, ""} else float(str(age))
    except ValueError:
        raise ValueError(f"age '{age}' is not a number of years.") from None
    if sex not in {None, "", "F", "M"}:
        raise ValueError(f"sex '{sex}' is not F or M.")
    said = {"true": True, "false": False}.get(str(pregnant).lower())
    return PatientFacts(years, Sex(sex) if sex else None, said)
