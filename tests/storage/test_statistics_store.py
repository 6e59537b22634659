"""Figures counted by query are those counted by hand, on both databases, under every filter."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from signpost.build import Desk, build_desk
from signpost.domain.call import Outcome
from signpost.domain.figures.figure_filter import EVERYTHING, FigureFilter
from signpost.domain.figures.period import Period
from signpost.domain.figures.tally import Measure, together
from signpost.domain.signpost import Signpost
from signpost.storage.database import Database
from signpost.usecases.choose_recorder import ChooseRecorder
from tests.desk import NOW
from tests.records import DAYS, FIRST, SERVICES, TOPICS, plain_tally, some_records

ALL = Period(FIRST, FIRST + timedelta(days=DAYS - 1))
Recorded = tuple[Database, list[Signpost]]


def record(database: Database, number: int) -> list[Signpost]:
    """Fill a database with records of two people."""
    people = ChooseRecorder(database)
    ids = tuple(people.add(name, f"{name} Example", NOW).id for name in ("AA", "BB"))
    records = some_records(ids, number)
    with database.transaction() as stores:
        for one in records:
            assert stores.signposts.insert(one).stored
    return records


@pytest.fixture(scope="module")
def on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Recorded]:
    desk = build_desk(tmp_path_factory.mktemp("figures"))
    yield desk.database, record(desk.database, 400)
    desk.close()


@pytest.fixture(scope="module")
def on_postgresql(postgresql: str) -> Iterator[Recorded]:
    database = Database(postgresql)
    with database.transaction() as stores:
        practice = stores.practice_id
        session = stores._session
        from signpost.storage.tables import PromptRow, RevisionRow, SignpostRow  # noqa: PLC0415

        for table in (PromptRow, RevisionRow, SignpostRow):
            session.query(table).filter(table.practice_id == practice).delete()
    yield database, record(database, 200)
    database.close()


def filters(records: list[Signpost]) -> st.SearchStrategy[FigureFilter]:
    return st.builds(
        FigureFilter,
        kind=st.sampled_from(("", *(one.kind for one in SERVICES), "no_such_kind")),
        service_id=st.sampled_from(("", "", *(one.service_id for one in SERVICES))),
        topic_id=st.sampled_from(("", *(topic for topic, _ in TOPICS))),
        outcome=st.sampled_from((None, None, *Outcome)),
        recorder_id=st.sampled_from(("", records[0].recorded_by_id)),
    )


def periods() -> st.SearchStrategy[Period]:
    days = st.integers(-3, DAYS + 3).map(lambda day: FIRST + timedelta(days=day))
    return st.tuples(days, days).map(lambda two: Period(min(two), max(two)))


def check(recorded: Recorded, data: st.DataObject) -> None:
    database, records = recorded
    period, chosen = data.draw(periods()), data.draw(filters(records))
    with database.reading() as stores:
        counted = stores.statistics().tally(period, chosen)
    by_hand = plain_tally(records, period, chosen)
    assert {measure: dict(counted.of(measure)) for measure in Measure} == {
        measure: dict(by_hand.of(measure)) for measure in Measure
    }
    assert (counted.seconds, counted.names) == (by_hand.seconds, by_hand.names)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_queries_count_what_a_person_would(on_sqlite: Recorded, data: st.DataObject) -> None:
    check(on_sqlite, data)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_queries_count_the_same_on_postgresql(on_postgresql: Recorded, data: st.DataObject) -> None:
    check(on_postgresql, data)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_total_is_the_sum_of_its_parts(on_sqlite: Recorded, data: st.DataObject) -> None:
    database, records = on_sqlite
    period, chosen = data.draw(periods()), data.draw(filters(records))
    with database.reading() as stores:
        tally = stores.statistics().tally(period, chosen)
        by_month = [stores.statistics().tally(month, chosen) for month in period.months()]
    outcomes = tally.by(Measure.CONTACT, 0)
    contacts = sum(outcomes.values())
    care = contacts - outcomes.get(("administrative",), 0)
    accepted, declined = (
        outcomes.get((one.value,), 0) for one in (Outcome.ACCEPTED, Outcome.DECLINED)
    )
    assert tally.total(Measure.VOLUME) == tally.total(Measure.TIME) == contacts
    assert tally.total(Measure.TOPIC) == tally.total(Measure.AGE) == care
    assert tally.total(Measure.OFFER) == accepted + declined
    assert tally.total(Measure.FOLLOW_UP) == accepted
    assert tally.total(Measure.DECLINED) == declined
    assert together(by_month) == tally


def test_only_what_is_asked_for_is_counted(on_sqlite: Recorded) -> None:
    database, _ = on_sqlite
    with database.reading() as stores:
        tally = stores.statistics().tally(ALL, EVERYTHING, [Measure.AGE])
    assert set(tally.counts) == {Measure.AGE}


def test_the_days_of_the_first_and_last_record(on_sqlite: Recorded, desk: Desk) -> None:
    database, records = on_sqlite
    live = [one.event_date for one in records if one.record_mode.value == "live"]
    with database.reading() as stores:
        assert stores.statistics().first_and_last_day() == Period(min(live), max(live))
    with desk.database.reading() as stores:
        assert stores.statistics().first_and_last_day() is None


def test_a_kept_month_reads_back_as_it_was_counted(on_sqlite: Recorded) -> None:
    database, _ = on_sqlite
    february = Period(date(2026, 2, 1), date(2026, 2, 28))
    with database.transaction() as stores:
        tally = stores.statistics().tally(february)
        months = stores.month_tallies()
        old = months.renew(february.first, NOW)
        newer = months.renew(february.first, NOW)
        months.keep(february.first, old, tally)
        assert months.of(february) == {}
        months.keep(february.first, newer, tally)
        assert months.of(february) == {february.first: tally}
