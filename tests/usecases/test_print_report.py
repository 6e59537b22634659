"""The monthly report: two pages whatever is in it, no small number, written to the audit log."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from signpost.build import Desk
from signpost.domain.audit import AuditEvent
from signpost.domain.call import ChosenService
from signpost.domain.figures.breakdown import Audience
from signpost.domain.figures.figure_filter import EVERYTHING
from signpost.domain.figures.gp_time import TimeAssumption
from signpost.domain.figures.panels import every_panel
from signpost.domain.figures.period import month_of
from signpost.domain.figures.sheet import Sheet
from signpost.domain.figures.statistics import Spans
from signpost.domain.figures.tally import Measure, Tally
from signpost.domain.staff import StaffMember
from signpost.errors import NotAvailable, UserMistake
from signpost.exchange.monthly_report import MonthlyReport, write_monthly_report
from signpost.paths import bundled
from signpost.usecases.print_report import PrintReport, headlines
from tests.records import plain_tally, some_records
from tests.usecases.test_review_statistics import APRIL, as_manager

MARCH = month_of(date(2026, 3, 1))
ASSUMED = (TimeAssumption("", 7.7, "Conexus, 2016-17"),)


@pytest.fixture
def reports(desk: Desk) -> PrintReport:
    return PrintReport(desk.database, bundled("resources"))


def record(desk: Desk, kim: StaffMember, number: int = 300):
    records = some_records((kim.id,), number)
    with desk.database.transaction() as stores:
        for one in records:
            stores.signposts.insert(one)
    return records


def text_of(file: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())


def test_the_report_has_two_pages_with_denominators_and_its_notes(
    desk: Desk, kim: StaffMember, reports: PrintReport, tmp_path: Path
) -> None:
    records = record(desk, kim)
    desk.set_up_practice.practice()
    out = tmp_path / "report.pdf"
    done = reports.month(date(2026, 3, 9), out, None, kim.id, APRIL)
    counted = plain_tally(records, MARCH, EVERYTHING).total(Measure.CONTACT)
    assert (done.period, done.contacts) == (MARCH, counted)
    assert len(PdfReader(out).pages) == 2
    text = text_of(out)
    assert "Active signposting, March 2026" in text
    assert f"{counted} contacts" in text
    assert "7,586 is 2.8 % of its own 269,994 navigations" in text
    assert "No number from 1 to 4 is told" in text
    assert "voided records are not counted" in text


def test_the_audit_log_says_who_reported_what(
    desk: Desk, kim: StaffMember, reports: PrintReport, tmp_path: Path
) -> None:
    record(desk, kim, 40)
    proof = as_manager(desk)
    out = tmp_path / "report.pdf"
    with pytest.raises(UserMistake, match="Prove who you are"):
        reports.month(date(2026, 3, 9), out, None, kim.id, APRIL)
    assert not out.exists()
    reports.month(date(2026, 3, 9), out, proof, kim.id, APRIL)
    with desk.database.reading() as stores:
        entry = stores.audit.last()
    assert (entry.who, entry.event) == (proof.person.id, AuditEvent.EXPORTED)
    assert entry.details["format"] == "report"
    assert (entry.details["from"], entry.details["to"]) == ("2026-03-01", "2026-03-31")
    assert entry.details["identifiable"] == "no"


def test_a_report_that_cannot_be_written_is_not_logged(
    desk: Desk, kim: StaffMember, reports: PrintReport, tmp_path: Path
) -> None:
    with desk.database.reading() as stores:
        before = stores.audit.last()
    with pytest.raises(NotAvailable, match="no folder"):
        reports.month(date(2026, 3, 9), tmp_path / "none" / "report.pdf", None, kim.id, APRIL)
    with desk.database.reading() as stores:
        assert stores.audit.last() == before


@pytest.mark.parametrize("number", [0, 3, 60])
def test_few_contacts_make_a_report_as_well(
    desk: Desk, kim: StaffMember, reports: PrintReport, tmp_path: Path, number: int
) -> None:
    record(desk, kim, number)
    reports.month(date(2026, 3, 9), tmp_path / "report.pdf", None, kim.id, APRIL)
    assert len(PdfReader(tmp_path / "report.pdf").pages) == 2


def test_the_fullest_report_still_has_two_pages(tmp_path: Path) -> None:
    long_names = [
        ChosenService(
            f"SV{n}",
            f"Anytown and District Community Support Partnership {n}",
            f"kind_of_service_with_a_long_name_{n}",
        )
        for n in range(30)
    ]
    counts = {
        Measure.CONTACT: {
            (one,): 900
            for one in (
                "accepted",
                "declined",
                "hung_up",
                "administrative",
                "emergency",
                "callback_promised",
                "nothing_matched",
                "not_discussed",
                "not_eligible",
                "passed_to_clinician",
                "appointment_booked",
            )
        },
        Measure.VOLUME: {
            (f"2026-03-{day:02}", f"{hour:02}"): 30 for day in range(1, 32) for hour in range(7, 20)
        },
        Measure.OFFER: {("accepted", one.kind, one.service_id): 30 for one in long_names},
        Measure.FOLLOW_UP: {
            (one.kind, one.service_id, heard): 9
            for one in long_names
            for heard in (
                "completed",
                "returned_criteria",
                "returned_red_flag",
                "did_not_attend",
                "",
            )
        },
        Measure.TOPIC: {(f"t{n}", "accepted"): 300 for n in range(30)},
        Measure.DECLINED: {
            (why, "appointment"): 100
            for why in (
                "cost",
                "hours",
                "other",
                "privacy",
                "prefers_gp",
                "tried_already",
                "cannot_travel",
                "language_or_access",
            )
        },
        Measure.AGE: {
            (band, one): 90
            for band in ("under_1", "1-4", "5-17", "18-34", "35-49", "50-64", "65-79", "80+", "")
            for one in ("accepted", "declined")
        },
        Measure.PROMPT: {
            ("RF01", action): 40
            for action in (
                "999_by_caller",
                "999_by_practice",
                "ae",
                "refused",
                "clinician_took_over",
                "specialist_line",
                "same_day_booked",
                "not_this_clinician_decided",
                "not_this_figure_of_speech",
            )
        },
        Measure.TO_CLINICIAN: {
            (span,): 40 for span in ("0-1", "1-2", "2-5", "5-10", "10-30", "30+")
        },
        Measure.TIME: {(span,): 1_600 for span in ("0-1", "1-2", "2-5", "5-10", "10-30", "30+")},
        Measure.REFERRAL: {(long_names[0].kind, "sent"): 30},
    }
    names = {f"service {one.service_id}": one.name for one in long_names}
    names |= {
        f"topic t{n}": f"Something that callers say in very many words {n}" for n in range(30)
    }
    tally = Tally(counts, 90_000, names)
    sheet = Sheet(MARCH, Spans(tally, tally), Audience.OUTSIDE, ASSUMED, 8)
    report = MonthlyReport(
        "The Long Name Medical Centre and Partners, Anytown",
        "A12345",
        MARCH,
        headlines(sheet),
        every_panel(sheet),
    )
    out = tmp_path / "full.pdf"
    resources = bundled("resources")
    write_monthly_report(
        report, out, datetime(2026, 4, 9, tzinfo=UTC), resources / "print", resources / "fonts"
    )
    assert len(PdfReader(out).pages) == 2
    assert "A12345" in text_of(out)


def test_headlines_say_what_they_are_part_of() -> None:
    tally = Tally(
        {
            Measure.CONTACT: {("accepted",): 30, ("declined",): 10, ("hung_up",): 60},
            Measure.FOLLOW_UP: {("k", "s", "returned_criteria"): 6, ("k", "s", ""): 24},
        }
    )
    told = headlines(Sheet(MARCH, Spans(tally, Tally()), Audience.OUTSIDE))
    assert [(one.number, one.what, one.of) for one in told] == [
        ("100", "contacts", "0 in February 2026"),
        ("40", "offered a service", "40.0 % of contacts"),
        ("30", "accepted", "75.0 % of offered"),
        ("6", "came back", "20.0 % of accepted"),
    ]


def test_headlines_hide_what_is_small() -> None:
    tally = Tally({Measure.CONTACT: {("accepted",): 2, ("declined",): 10, ("hung_up",): 60}})
    told = headlines(Sheet(MARCH, Spans(tally, Tally()), Audience.OUTSIDE))
    assert [one.number for one in told] == ["72", "hidden", "<5", "hidden"]
