"""Invented records in any number, the same ones for the same seed, for benchmarks and trials.

How they are spread, and which of that is published, is in `synthetic_proportions.py`.

Run: .venv/bin/python benchmarks/synthetic_records.py FOLDER [--records 100000] [--seed 1]
fills a new database in FOLDER, for `signpost --data-dir FOLDER`.
"""

import argparse
import json
import random
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import synthetic_proportions as spread

from signpost.build import build_desk
from signpost.domain.call_number import SIGNS, check_sign
from signpost.domain.caller import age_band
from signpost.domain.local_time import london
from signpost.domain.service_kind import ServiceKind
from signpost.storage.data_file import data_file
from signpost.storage.database import FILE_NAME
from signpost.storage.driver import opened
from signpost.storage.tables import PromptRow, SignpostRow

PHARMACIES, OTHER_PLACES = 12, 3
AT_A_TIME = 5_000
RECORDS = tuple(column.name for column in SignpostRow.__table__.columns)
PROMPTS = tuple(column.name for column in PromptRow.__table__.columns)

Columns = dict[str, Any]


@dataclass(frozen=True)
class Plan:
    """What is to be made. `patients`: over how many references they are spread; 0 is none."""

    practice_id: str
    staff_ids: Sequence[str]
    records: int
    seed: int = 1
    first: date = date(2023, 4, 3)
    last: date = date(2026, 3, 31)
    patients: int = 0


class SyntheticRecords:
    """Records one after the other, in the order of the calls, as the columns of their tables.

    Ids are 32 hex digits, days and moments text and truths 0 or 1: what SQLite holds, and what COPY
    in PostgreSQL reads.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._chance = random.Random(plan.seed)  # noqa: S311 - not a secret
        self._practice = plan.practice_id.replace("-", "")
        self._staff = [staff_id.replace("-", "") for staff_id in plan.staff_ids]
        self._pharmacies = [self._service(spread.PHARMACY[n % 3], n) for n in range(PHARMACIES)]
        self._others = [
            self._service(kind, PHARMACIES + n * OTHER_PLACES + place)
            for n, kind in enumerate(spread.ELSEWHERE)
            for place in range(OTHER_PLACES)
        ]
        rest = 1 - sum(spread.PUBLISHED[name] for name in ("accepted", "declined", "emergency"))
        whole = sum(spread.OTHER_OUTCOMES.values())
        self._outcomes = {
            name: spread.PUBLISHED[name] for name in ("accepted", "declined", "emergency")
        }
        self._outcomes |= {
            name: rest * part / whole for name, part in spread.OTHER_OUTCOMES.items()
        }

    def __iter__(self) -> Iterator[tuple[Columns, list[Columns]]]:
        plan, chance, number = self._plan, self._chance, 0
        span = range((plan.last - plan.first).days + 1)
        days = [plan.first + timedelta(days=day) for day in span]
        days = [day for day in days if day.weekday() < len(spread.WEEKDAYS)]
        busy = [spread.WEEKDAYS[day.weekday()] for day in days]
        calls = Counter(chance.choices(range(len(days)), busy, k=plan.records))
        for at, day in enumerate(days):
            hours = chance.choices(list(spread.HOURS), list(spread.HOURS.values()), k=calls[at])
            midnight = datetime.combine(day, time(), london()).astimezone(UTC)
            for second in sorted(hour * 3_600 + chance.randrange(3_600) for hour in hours):
                number += 1
                yield self._call(number, day, midnight, second)

    def _call(
        self, number: int, day: date, midnight: datetime, second: int
    ) -> tuple[Columns, list[Columns]]:
        chance = self._chance
        started = midnight + timedelta(seconds=second)
        entered = started + timedelta(seconds=chance.randrange(60, 420))
        topic = chance.choice(spread.TOPICS)
        wording = chance.choice(spread.WORDS).format(
            about=topic[1].lower(), when=chance.choice(spread.WHEN)
        )
        [outcome] = chance.choices(list(self._outcomes), list(self._outcomes.values()))
        record: Columns = {
            "practice_id": self._practice,
            "id": self._id(started),
            "call_number": _call_number(number),
            "record_mode": "live",
            "example_practice": 0,
            "started_at": _moment(started),
            "entered_at": _moment(entered),
            "event_date": day.isoformat(),
            "event_time": f"{second // 3_600:02}:{second // 60 % 60:02}",
            "duration_seconds": (entered - started).seconds,
            "recorded_by": chance.choice(self._staff),
            "recorded_by_role": "reception",
            "topic_id": topic[0],
            "topic_title": topic[1],
            "topic_group": topic[2],
            "words": wording,
            "content_version": f"{(day.year * 12 + day.month) * 0x9E3779B9:012x}"[-12:],
            "outcome": outcome,
            **self._patient(),
            **self._said(outcome, entered),
        }
        record |= self._destination(outcome, wording, record["call_number"], day)
        record |= self._afterwards(entered)
        return {**_EMPTY, **record}, self._prompts(record["id"], started, outcome)

    def _patient(self) -> Columns:
        chance = self._chance
        age = int(chance.triangular(0, 96, 42))
        known = chance.random()
        people = self._plan.patients
        return {
            "channel": chance.choices(("telephone", "front_desk", "online"), (80, 12, 8))[0],
            "who_is_calling": "parent" if age < 16 else "patient",  # noqa: PLR2004 - a child
            "patient_ref": f"{chance.randrange(people):08}" if people else None,
            "age_years": age if known < 0.8 else None,  # noqa: PLR2004 - four of five are asked
            "age_band": age_band(age) if known < 0.8 else "",  # noqa: PLR2004
            "sex": ("F" if chance.random() < spread.WOMEN else "M") if known < 0.9 else None,  # noqa: PLR2004
        }

    def _said(self, outcome: str, entered: datetime) -> Columns:
        chance = self._chance
        said: Columns = {
            "consent": chance.choice((1, 1, 1, None)),
            "safety_net": chance.choice((1, 1, None, 0)),
            "understanding": chance.choice((1, 1, None)),
        }
        if outcome == "declined":
            tried = chance.random() < spread.PUBLISHED["tried_already"]
            why = "tried_already" if tried else chance.choice(spread.DECLINED_OTHERWISE)
            said |= {"decline_reason": why, "arranged_instead": chance.choice(spread.INSTEAD)}
        if outcome in {"appointment_booked", "callback_promised"}:
            said["promised_by"] = _moment(entered + timedelta(hours=chance.randrange(1, 72)))
        if outcome == "passed_to_clinician":
            said["clinician_took_over"] = "Duty doctor"
        return said

    def _destination(self, outcome: str, wording: str, number: str, day: date) -> Columns:
        chance = self._chance
        if outcome not in {"accepted", "declined", "not_eligible"}:
            return {"record_text": f"Call {number}. Reason: {wording}."}
        to_pharmacy = chance.random() < spread.PUBLISHED["to_pharmacy"]
        service = chance.choice(self._pharmacies if to_pharmacy else self._others)
        where = f"{service['service_name']}. Contact: {service['service_phone']}."
        if outcome != "accepted":
            return {**service, "record_text": f"Call {number}. Offered: {where} Reason: {wording}."}
        text = f"Call {number}. Signposted to: {where} Reason: {wording}."
        return {**service, "record_text": text, **self._followed_up(service, day)}

    def _followed_up(self, service: Columns, day: date) -> Columns:
        chance = self._chance
        due: Columns = {"follow_up_due": (day + timedelta(days=7)).isoformat()}
        if service["service_referral_needed"]:
            due["referral"] = "sent"
        heard = chance.random()
        if service["service_kind"].startswith("pharmacy"):
            if heard < spread.PUBLISHED["pharmacy_completed"]:
                due["follow_up_outcome"] = "completed"
            elif (
                heard
                < spread.PUBLISHED["pharmacy_completed"] + spread.PUBLISHED["pharmacy_returned"]
            ):
                due["follow_up_outcome"] = f"returned_{chance.choice(spread.RETURNED)}"
        elif heard < 0.3:  # noqa: PLR2004 - assumed
            due["follow_up_outcome"] = chance.choice(("completed", "did_not_attend", "not_known"))
        return due

    def _afterwards(self, entered: datetime) -> Columns:
        later = entered + timedelta(minutes=20)
        if self._chance.random() < spread.VOIDED:
            return {"voided_at": _moment(later), "void_reason": "Typed twice"}
        return {"revision_id": self._id(later)} if self._chance.random() < spread.CORRECTED else {}

    def _prompts(self, signpost_id: str, started: datetime, outcome: str) -> list[Columns]:
        chance = self._chance
        if outcome != "emergency" and chance.random() >= spread.PROMPTED:
            return []
        shown = []
        for position in range(chance.choice((1, 1, 1, 2))):
            raised = started + timedelta(seconds=chance.randrange(5, 60))
            acted = raised + timedelta(seconds=chance.randrange(10, 600))
            action = "999_by_caller" if outcome == "emergency" else chance.choice(spread.ACTIONS)
            shown.append(
                {
                    "practice_id": self._practice,
                    "signpost_id": signpost_id,
                    "position": position,
                    "kind": "prompt",
                    "protocol_id": f"RF{chance.randrange(1, 104):02}",
                    "version": chance.randrange(1, 4),
                    "title": "Invented protocol",
                    "row_id": "r1",
                    "answers": json.dumps([["q1", "yes"]]),
                    "because": json.dumps(["invented"]),
                    "action": action,
                    "raised_at": _moment(raised),
                    "acted_at": _moment(acted),
                    "clinician": "Duty doctor" if action == "clinician_took_over" else "",
                    "fell_to_check": 0,
                    "check_reason": "",
                    "check_answer": None,
                }
            )
        return shown

    def _service(self, kind: ServiceKind, number: int) -> Columns:
        pharmacy = kind in spread.PHARMACY
        return {
            "service_id": f"SV{number:03}",
            "service_name": f"Anytown {kind.label.partition(':')[0]} {number}",
            "service_kind": kind.value,
            "service_phone": f"01632 960{number:03}",
            "service_place": f"{number} Example Street, Anytown",
            "service_hours": "Monday to Friday 09:00 to 17:30",
            "service_how_to_access": "Self-refer online" if number % 5 == 0 else "Ring or go in",
            "service_snomed_code": "310080006" if pharmacy else "",
            "service_snomed_term": "Pharmacy service" if pharmacy else "",
            "service_ods_code": f"FX{number:03}" if pharmacy else "",
            "service_referral_needed": int(kind is ServiceKind.PHARMACY_MINOR_ILLNESS),
        }

    def _id(self, moment: datetime) -> str:
        bits = self._chance.getrandbits(74)
        milliseconds = int(moment.timestamp() * 1_000)
        variant = 0x8 | bits >> 60 & 3
        return f"{milliseconds:012x}7{bits >> 62:03x}{variant:x}{bits & (1 << 60) - 1:015x}"


_EMPTY: Columns = {
    name: None if SignpostRow.__table__.columns[name].nullable else "" for name in RECORDS
} | {"leaflet_given": 0, "service_referral_needed": 0, "referral": "not_needed"}


def _moment(moment: datetime) -> str:
    return f"{str(moment)[:19]}.000000"


def _call_number(number: int) -> str:
    body = ""
    for _ in range(6):
        number, sign = divmod(number, len(SIGNS))
        body = SIGNS[sign] + body
    return f"{body}-{check_sign(body)}"


def fill(folder: Path, records: int, seed: int = 1, patients: int = 0, people: int = 10) -> None:
    """Make a database in the folder and put the records of `people` receptionists into it.

    A South Tees practice had 352 / 37, some ten, receptionists.
    """
    desk = build_desk(folder)
    now = datetime(2023, 4, 1, tzinfo=UTC)
    names = [f"Robin Example{'abcdefghijklmnopqrstuvwxyz'[n]}" for n in range(people)]
    staff = [desk.choose_recorder.add(f"R{name[-1]}", name, now).id for name in names]
    practice = desk.set_up_practice.practice().id
    desk.close()
    made = iter(SyntheticRecords(Plan(practice, staff, records, seed, patients=patients)))
    file = data_file(folder / FILE_NAME)
    with opened(file.path, file.key) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        while batch := list(islice(made, AT_A_TIME)):
            insert(connection, "signpost", RECORDS, [record for record, _ in batch])
            shown = [row for _, rows in batch for row in rows]
            insert(connection, "signpost_prompt", PROMPTS, shown)
            connection.commit()


def insert(
    connection: sqlite3.Connection, table: str, names: Sequence[str], rows: Sequence[Columns]
) -> None:
    """Put rows into a table."""
    listed, marks = ", ".join(names), ", ".join(f":{name}" for name in names)
    connection.executemany(f"INSERT INTO {table} ({listed}) VALUES ({marks})", rows)  # noqa: S608 - our own names


def main() -> None:
    """Fill a database."""
    parser = argparse.ArgumentParser(description="Fills a database with invented records.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--patients", type=int, default=0, help="spread over so many references")
    arguments = parser.parse_args()
    if (arguments.folder / FILE_NAME).exists():
        parser.error(f"{arguments.folder} has a database already: name another folder.")
    fill(arguments.folder, arguments.records, arguments.seed, arguments.patients)


if __name__ == "__main__":
    main()
