"""More records than are read at a time, exported with little memory."""

import tracemalloc
from datetime import timedelta
from pathlib import Path

from sqlalchemy import text

from signpost.build import Desk
from signpost.domain.record_id import new_id
from signpost.domain.staff import StaffMember
from signpost.storage.record_export_store import ROWS_AT_A_TIME
from tests.desk import CONTENT, NOW, a_call, a_prompt, export_march

MANY = 2 * ROWS_AT_A_TIME + 50


def test_more_records_than_one_batch_come_in_the_order_of_the_calls(
    desk: Desk, kim: StaffMember, tmp_path: Path
) -> None:
    saved = desk.record_signpost.save(a_call(kim.id, prompts=(a_prompt(),)), CONTENT, NOW)
    copy_record(desk, saved.signpost_id, MANY)
    out = tmp_path / "signposts.csv"
    done = export_march(desk.exports, out)
    assert done.rows == MANY + 1
    lines = out.read_bytes().split(b"\r\n")
    moments = [line.split(b",")[3] for line in lines[1:-1]]
    assert moments == sorted(moments)
    assert all(b"RF02/3/r1/999_by_caller" in line for line in lines[1:-1])


def test_memory_does_not_grow_with_the_number_of_records(
    desk: Desk, kim: StaffMember, tmp_path: Path
) -> None:
    saved = desk.record_signpost.save(a_call(kim.id, words="x" * 5_000), CONTENT, NOW)
    copy_record(desk, saved.signpost_id, 2 * ROWS_AT_A_TIME, start=1)
    some = most_memory(desk, tmp_path / "signposts.csv")
    copy_record(desk, saved.signpost_id, 4 * ROWS_AT_A_TIME, start=10_000)
    many = most_memory(desk, tmp_path / "signposts.csv")
    assert many < 1.2 * some


def most_memory(desk: Desk, out: Path) -> int:
    tracemalloc.start()
    export_march(desk.exports, out)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def copy_record(desk: Desk, signpost_id: str, times: int, start: int = 1) -> None:
    """Copies of a record and its prompts, a second apart, made by the database itself."""
    with desk.database.transaction() as stores:
        session = stores.signposts._session
        columns = {
            table: [row.name for row in session.execute(text(f"PRAGMA table_info({table})"))]
            for table in ("signpost", "signpost_prompt")
        }
        for place in range(start, start + times):
            changes = {
                "id": new_id(NOW).replace("-", ""),
                "call_number": f"N{place}",
                "started_at": f"{NOW.replace(tzinfo=None) + timedelta(seconds=place)}.000000",
            }
            for table, key in (("signpost", "id"), ("signpost_prompt", "signpost_id")):
                new = {"signpost_id": changes["id"]} if key != "id" else changes
                picked = ", ".join(f":{name}" if name in new else name for name in columns[table])
                session.execute(
                    text(
                        f"INSERT INTO {table} SELECT {picked} FROM {table} "  # noqa: S608
                        f"WHERE practice_id = (SELECT practice_id FROM practice) AND {key} = :old"
                    ),
                    {**new, "old": signpost_id.replace("-", "")},
                )
