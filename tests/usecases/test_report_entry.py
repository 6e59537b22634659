"""A desk says that an entry is wrong; a manager answers; never anything about a patient."""

from datetime import timedelta

import pytest

from signpost.build import Desk
from signpost.domain.directory_change import ChangeKind, DirectoryChange
from signpost.domain.staff import StaffMember
from signpost.errors import UserMistake
from signpost.usecases.keep_directory import Author
from signpost.usecases.report_entry import ReportEntry, reported_words
from tests.desk import NOW
from tests.usecases.directories import PHARMACIES, PHYSIO, TODAY, a_manager, by, fill


@pytest.fixture
def reports(desk: Desk) -> ReportEntry:
    fill(desk.database, PHYSIO, PHARMACIES)
    return desk.directory.reports


def test_a_report_says_what_is_wrong_with_which_service_and_who_said_so(
    reports: ReportEntry, kim: StaffMember
) -> None:
    reports.report("PF", "FA1", "  closed   at lunch ", by(kim))
    [report] = reports.open()
    assert (report.service_id, report.location_id) == ("PF", "FA1")
    assert (report.service_name, report.what_is_wrong) == ("Pharmacy First", "closed at lunch")
    assert report.made_by == kim.id


def test_an_empty_report_and_one_about_nothing_are_refused(
    reports: ReportEntry, kim: StaffMember
) -> None:
    with pytest.raises(UserMistake, match="Say in a few words"):
        reports.report("P1", "", "   ", by(kim))
    with pytest.raises(UserMistake, match="not in the directory"):
        reports.report("P9", "", "wrong", by(kim))
    assert reports.open() == ()


@pytest.mark.parametrize("text", ["ring about 943 476 5919", "dob 3/4/1961 was refused"])
def test_what_can_only_be_a_patients_is_never_kept(
    reports: ReportEntry, kim: StaffMember, text: str
) -> None:
    with pytest.raises(UserMistake, match="take it out"):
        reports.report("P1", "", text, by(kim), identifiers_seen=True)
    assert reports.open() == ()


def test_a_number_is_pointed_out_and_kept_when_it_is_the_services_own(
    reports: ReportEntry, kim: StaffMember
) -> None:
    text = "number is now 01632 960777"
    with pytest.raises(UserMistake, match="If it is the service's own"):
        reports.report("P1", "", text, by(kim))
    reports.report("P1", "", text, by(kim), identifiers_seen=True)
    assert [report.what_is_wrong for report in reports.open()] == [text]


def test_desks_see_a_report_until_a_manager_has_answered_it(
    reports: ReportEntry, desk: Desk, kim: StaffMember
) -> None:
    first = reports.report("P1", "", "no answer", by(kim))
    reports.report("P1", "", "moved", by(kim, 2))
    assert reported_words(reports.open(), TODAY) == {
        "P1": 'Reported wrong today: "no answer". Reported wrong today: "moved"'
    }
    yesterday = reported_words(reports.open(), TODAY + timedelta(days=1))
    assert yesterday["P1"].startswith("Reported wrong 9 Mar 2026:")
    manager = a_manager(desk)
    answered = reports.answer(first.id, "New number put in", manager)
    assert (answered.answer, answered.answered_at) == ("New number put in", manager.now)
    assert [report.what_is_wrong for report in reports.open()] == ["moved"]
    with pytest.raises(UserMistake, match="Somebody else"):
        reports.answer(first.id, "again", manager)


def test_only_a_manager_answers_and_with_words(
    reports: ReportEntry, desk: Desk, kim: StaffMember
) -> None:
    report, manager = reports.report("P1", "", "no answer", by(kim)), a_manager(desk)
    with pytest.raises(UserMistake, match="Only a manager"):
        reports.answer(report.id, "fine", by(kim))
    with pytest.raises(UserMistake, match="Say in a few words"):
        reports.answer(report.id, " ", manager)


def test_a_report_about_another_directory_names_nobody(desk: Desk, kim: StaffMember) -> None:
    owner = "0198c1f0-0000-7000-8000-000000000001"
    with desk.database.transaction() as stores:
        change = DirectoryChange(0, ChangeKind.STARTER, NOW)
        stores.directory_writer(owner).edit(change, [PHYSIO], edited={})
    reports = ReportEntry(desk.database, owner)
    assert reports.report("P1", "", "no answer", Author(kim.id, NOW)).made_by is None
    assert desk.directory.reports.open() == ()
