"""A call in progress is the same after being written and read."""

import json
import typing
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signpost.domain.call import Call, HandledCheck, HandledPrompt
from signpost.storage.call_json import call_from_json, call_to_json
from tests.desk import a_call, a_check, a_prompt

MOMENTS = st.datetimes(min_value=datetime(2020, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
st.register_type_strategy(datetime, MOMENTS)
TEXT = st.text(st.characters(), max_size=40)  # halves of surrogate pairs included
CALLS = st.builds(
    Call,
    **{name: TEXT for name, kind in typing.get_type_hints(Call).items() if kind is str},
    prompts=st.lists(st.builds(HandledPrompt, title=TEXT, clinician=TEXT), max_size=2).map(tuple),
    checks=st.lists(st.builds(HandledCheck, reason=TEXT), max_size=2).map(tuple),
    patient=st.builds(
        type(a_call(None).patient),
        age_years=st.none() | st.floats(0, 120, allow_nan=False),
    ),
)


@given(CALLS)
def test_every_call_survives_the_round_trip(call: Call) -> None:
    assert call_from_json(call_to_json(call)) == call


def test_a_full_call_survives_the_round_trip() -> None:
    call = a_call(
        "01960000-0000-7000-8000-000000000000", prompts=(a_prompt(),), checks=(a_check(),)
    )
    assert call_from_json(call_to_json(call)) == call


def test_what_a_newer_program_added_is_ignored_and_what_is_missing_has_its_default() -> None:
    call = a_call(None, note="kept")
    plain = json.loads(call_to_json(call))
    plain["colour"] = "blue"
    del plain["note"]
    assert call_from_json(json.dumps(plain).encode()) == replace(call, note="")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b'"call"',
        b"{" * 100_000,
        b'{"id":1,"call_number":"x","started_at":"2026-03-09T09:00:00+00:00"}',
        b'{"id":"1","call_number":"x","started_at":"monday"}',
        b'{"id":"1","call_number":"x","started_at":"2026-03-09T09:00:00+00:00","outcome":"won"}',
        b'{"id":"1","call_number":"x","started_at":"2026-03-09T09:00:00+00:00","prompts":{}}',
        b"\xff\xfe",
    ],
)
def test_what_is_no_call_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - json's own errors are among them
        call_from_json(data)
