"""The caller played by the program, the timeline, the debrief, and progress."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signpost.domain.rehearsal import EventKind, TrainingSession, Way
from signpost.domain.scenario import COMMON_POINTS
from signpost.training.caller_played import (
    NOTHING_MORE,
    SAID_ALREADY,
    Played,
    choose,
    reply_to,
    said_by_itself,
)
from signpost.training.debrief import debrief, points_of, suggested_marks, words_of_concern
from signpost.training.progress import Done, never_rehearsed, not_done_by, progress_of
from tests.training.a_scenario import ARM, BY_ITSELF, NOW, TIGHT

SESSION = TrainingSession("s", "S01", 2, "kim", Way.ALONE)
TODAY = date(2026, 11, 3)
EVERY_MARK = {point.id: 2 for point in points_of(TIGHT)}


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("Does the pain go anywhere else?", ("arm",)),
        ("does it go into your arms", ("arm",)),
        ("is it happening now", ("now",)),
        ("Is it going anywhere now?", ("arm", "now")),
        ("are you sweating at all", ("sweat",)),
        ("does it go anywehre", ("arm",)),
        ("what is your favourite colour", ()),
        ("go on", ()),
        ("", ()),
    ],
)
def test_a_fitting_question_brings_facts_out(question: str, facts: tuple[str, ...]) -> None:
    assert reply_to(TIGHT, Played(), question).facts == facts


def test_what_was_said_is_not_said_again() -> None:
    first = reply_to(TIGHT, Played(), "is it there now?")
    again = reply_to(TIGHT, first.played, "so is it there now?")
    assert (first.words, again.words, again.facts) == (NOW.says, SAID_ALREADY, ())
    assert reply_to(TIGHT, Played(), "hm").words == NOTHING_MORE
    assert choose(TIGHT, first.played, "now").words == SAID_ALREADY
    assert choose(TIGHT, first.played, "arm").words == ARM.says


def test_some_facts_come_out_by_themselves_after_a_while() -> None:
    assert said_by_itself(TIGHT, Played(), 89) is None
    reply = said_by_itself(TIGHT, Played(), 90)
    assert reply is not None
    assert reply.words == BY_ITSELF.says
    assert said_by_itself(TIGHT, reply.played, 200) is None


def test_a_caller_who_is_brushed_off_hangs_up_and_says_no_more() -> None:
    played = Played()
    for _ in range(3):
        played = reply_to(TIGHT, played, "it's probably nothing, calm down").played
    assert played.has_hung_up
    assert said_by_itself(TIGHT, played, 500) is None


@given(st.text(max_size=80), st.integers(-2, 3))
def test_no_question_brings_out_what_it_does_not_ask(question: str, mood: int) -> None:
    reply = reply_to(TIGHT, Played(mood=mood), question)
    assert set(reply.facts) <= {"arm", "now", "sweat"}
    assert reply.words
    assert abs(reply.played.mood - mood) <= 1


def a_good_session() -> TrainingSession:
    session = SESSION.with_event(0, EventKind.RANG, "")
    for seconds, kind, what in (
        (20, EventKind.FACT_CAME_OUT, "arm"),
        (25, EventKind.PROMPT_RAISED, "RF02"),
        (40, EventKind.ACTION_TAKEN, "by_caller_999"),
        (90, EventKind.SAVED, "emergency"),
    ):
        session = session.with_event(seconds, kind, what)
    return session


def test_the_debrief_lays_the_path_beside_what_was_done() -> None:
    found = debrief(TIGHT, a_good_session(), EVERY_MARK)
    assert [step.done_at for step in found.path] == [20, 25, 40, 90]
    assert (found.seconds_to_recognise, found.seconds_to_act) == (25, 40)
    assert not found.again


def test_a_missed_must_sends_it_round_again() -> None:
    found = debrief(TIGHT, a_good_session(), {**EVERY_MARK, "asks_now": 0, "address": 0})
    assert found.again
    assert [point.id for point in found.missed_musts] == ["asks_now"]


def test_a_session_that_was_left_gets_no_mark() -> None:
    left = a_good_session().with_event(95, EventKind.LEFT, "")
    found = debrief(TIGHT, left, {**EVERY_MARK, "asks_now": 0})
    assert not found.is_marked
    assert not found.again


@pytest.mark.parametrize("mark", [-1, 3])
def test_marks_are_0_1_or_2(mark: int) -> None:
    with pytest.raises(ValueError, match="0, 1 or 2"):
        debrief(TIGHT, SESSION, {"asks_now": mark})


def test_the_timeline_gives_the_marks_that_it_can() -> None:
    assert suggested_marks(TIGHT, a_good_session()) == {"recognises": 2, "outcome": 2, "record": 2}
    wrong = SESSION.with_event(9, EventKind.SAVED, "appointment_booked")
    assert suggested_marks(TIGHT, wrong) == {"recognises": 0, "outcome": 0, "record": 2}
    assert suggested_marks(TIGHT, SESSION) == {"recognises": 0, "record": 0}
    assert set(suggested_marks(TIGHT, wrong)) <= {point.id for point in COMMON_POINTS}


def test_sentences_that_should_have_raised_concern_are_found_in_their_order() -> None:
    assert words_of_concern(TIGHT, ("now", "arm")) == (ARM.says,)
    assert words_of_concern(replace(TIGHT, opening_raises=("RF02",)), ()) == (TIGHT.opening,)


def test_the_timeline_never_goes_back() -> None:
    session = SESSION.with_event(10, EventKind.RANG, "").with_event(5, EventKind.ASKED, "?")
    assert [event.seconds for event in session.events] == [10, 10]


def done(day: date, *missed: str, version: int = 2, person: str = "kim") -> Done:
    return Done(person, "S01", version, day, missed, 30.0)


def test_progress_counts_the_latest_try_and_falls_due_after_a_year() -> None:
    first, second = done(date(2026, 10, 1), "asks_now"), done(date(2026, 10, 2))
    assert progress_of("kim", [first], [TIGHT], TODAY).to_repeat == {"S01"}
    later = progress_of("kim", [second, first], [TIGHT], TODAY)
    assert (later.completed, later.to_repeat) == ({"S01"}, frozenset())
    assert later.missed_musts == {"asks_now": 1}
    assert later.median_seconds_to_recognise == 30.0
    old = progress_of("kim", [done(date(2025, 11, 3))], [TIGHT], TODAY)
    assert (old.completed, old.due_again) == (frozenset(), {"S01"})
    assert progress_of("kim", [done(TODAY, version=1)], [TIGHT], TODAY).due_again == {"S01"}


def test_what_nobody_rehearsed_and_what_a_person_has_not_done() -> None:
    assert never_rehearsed(["RF01", "RF02"], [done(TODAY)], [TIGHT]) == ("RF01",)
    assert not_done_by("kim", [done(TODAY)], [TIGHT]) == ()
    assert not_done_by("ann", [done(TODAY)], [TIGHT]) == (TIGHT,)
    assert not_done_by("kim", [done(TODAY, "asks_now"), done(TODAY, version=1)], [TIGHT]) == (
        TIGHT,
    )
