"""Keeping the directory true: who may, what is refused, what is remembered."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from signpost.build import Desk
from signpost.domain.caller import Sex
from signpost.domain.directory_change import FieldChange
from signpost.domain.directory_listing import Listed, Wanted
from signpost.domain.eligibility import AgeRule, SexRule
from signpost.domain.incoming import Incoming
from signpost.domain.permission import NotAllowedError
from signpost.domain.service import Access, Phone, Service, Status
from signpost.domain.service_kind import ServiceKind
from signpost.domain.staff import StaffMember
from signpost.errors import UserMistake
from signpost.usecases.import_directory import ImportChoices, ImportDirectory
from signpost.usecases.keep_directory import Author, KeepDirectory, Mark
from signpost.usecases.prove_who import ProveWho
from signpost.usecases.set_up_practice import SetUpTyped
from signpost.usecases.typed_entry import EntryMistakes
from tests.desk import NOW
from tests.usecases.directories import LOCAL, OLD, PHARMACIES, PHYSIO, TODAY, a_manager, by, fill


@pytest.fixture
def keep(desk: Desk) -> KeepDirectory:
    fill(desk.database, PHYSIO, LOCAL, OLD, PHARMACIES)
    return desk.directory.keep


@pytest.fixture
def manager(desk: Desk) -> Author:
    return a_manager(desk)


def now(desk: Desk, service_id: str = "P1") -> Service:
    with desk.database.reading() as stores:
        return stores.directory().services([service_id])[service_id]


def generation(desk: Desk) -> int:
    with desk.database.reading() as stores:
        return stores.directory().generation()


def test_what_was_typed_is_kept_and_everything_else_stays(
    keep: KeepDirectory, desk: Desk, manager: Author
) -> None:
    typed = {"phones": "01632 960199; out of hours: 01632 960198", "schedule": "Mo-Fr 08:00-18:00"}
    keep.save("P1", typed, manager)
    service = now(desk)
    assert service.phones == (Phone("01632 960199"), Phone("01632 960198", "out of hours"))
    assert service.schedule == "Mo-Fr 08:00-18:00"
    assert service.rules == PHYSIO.rules
    assert service.assurance == PHYSIO.assurance


@pytest.mark.parametrize(
    ("key", "text", "sentence"),
    [
        ("name", "  ", "cannot stay empty"),
        ("kind", "", "Choose what kind"),
        ("phones", "01632 960", "not a telephone number"),
        ("email", "hill at nhs.net", "not an e-mail address"),
        ("url", "ftp://hill", "not a web address"),
        ("ods_code", "FA 5?", "not an ODS code"),
        ("schedule", "nine to five", "cannot be read"),
        ("schedule", "Mo-Fr sunrise-sunset", "not understood"),
        ("snomed_code", "310080007", "check digit"),
        ("snomed_term", "", "belongs to the code"),
        ("minimum_age", "grown up", "Type an age"),
        ("maximum_age", "12", "below the youngest"),
        ("wait_date", "last week", "not a day"),
        ("review_date", "31/2/2027", "not a day"),
        ("description", "x" * 2001, "at most 2000"),
    ],
)
def test_what_cannot_be_used_is_told_by_its_field_and_nothing_is_kept(
    keep: KeepDirectory, desk: Desk, *, manager: Author, key: str, text: str, sentence: str
) -> None:
    before = generation(desk)
    typed = {"alert": "new", "snomed_code": "310080006", "snomed_term": "Pharmacy service"}
    with pytest.raises(EntryMistakes) as told:
        keep.save("P1", {**typed, key: text}, manager)
    assert told.value.field == key
    assert sentence in told.value.sentence
    assert generation(desk) == before


def test_all_mistakes_are_told_at_once(keep: KeepDirectory, manager: Author) -> None:
    with pytest.raises(EntryMistakes) as told:
        keep.save("P1", {"email": "x", "url": "y z", "name": ""}, manager)
    assert [each.field for each in told.value.mistakes] == ["name", "email", "url"]


def test_reception_reads_but_does_not_change_once_there_is_a_manager(
    keep: KeepDirectory, desk: Desk, kim: StaffMember, manager: Author
) -> None:
    before = generation(desk)
    for deed in (
        lambda: keep.save("P1", {"name": "x"}, by(kim)),
        lambda: keep.remove("P1", by(kim)),
        lambda: keep.prioritise(ServiceKind.PHYSIOTHERAPY, "1", by(kim)),
    ):
        with pytest.raises(NotAllowedError, match="Only a manager may edit the directory"):
            deed()
    assert generation(desk) == before
    assert not keep.may_change(by(kim))
    assert keep.may_change(manager)


def test_before_a_practice_has_named_its_manager_whoever_is_recording_fills_it_in(
    keep: KeepDirectory, desk: Desk, kim: StaffMember
) -> None:
    keep.checked_today("P1", by(kim))
    assert now(desk).assurance.assured_by == kim.initials
    with pytest.raises(UserMistake, match="Choose who is recording"):
        keep.checked_today("P1", Author(None, NOW))


def test_once_the_manager_has_a_pin_it_must_be_proved(
    keep: KeepDirectory, desk: Desk, manager: Author
) -> None:
    who = ProveWho(desk.database)
    who.set_pin(manager.staff_id, "", "correct horse", NOW)
    with pytest.raises(UserMistake, match="Prove who you are"):
        keep.checked_today("P1", manager)
    proof = who.prove(manager.staff_id, "correct horse", manager.now)
    keep.checked_today("P1", replace(manager, proof=proof))
    assert now(desk).assurance.assured_date == TODAY


def test_a_local_entry_is_filled_in_and_counts_as_checked(
    keep: KeepDirectory, desk: Desk, manager: Author
) -> None:
    with pytest.raises(UserMistake, match="a telephone number, web page"):
        keep.save("L1", {"access": "phone"}, manager, Mark.FILLED)
    keep.save("L1", {"access": "phone", "phones": "01632 960222"}, manager, Mark.FILLED)
    service = now(desk, "L1")
    assert not service.is_unfilled
    assert service.access == (Access.PHONE,)
    assert (service.assurance.assured_date, service.assurance.assured_by) == (TODAY, "MM")


def test_a_local_entry_can_be_saved_half_done(
    keep: KeepDirectory, desk: Desk, manager: Author
) -> None:
    keep.save("L1", {"organization": "Community Health"}, manager)
    assert now(desk, "L1").is_unfilled


def test_an_entry_is_added_by_name_and_kind(
    keep: KeepDirectory, desk: Desk, manager: Author
) -> None:
    with pytest.raises(EntryMistakes) as told:
        keep.save("", {}, manager)
    assert [each.field for each in told.value.mistakes] == ["name", "kind"]
    made = keep.save("", {"name": "Knitting", "kind": "wellbeing"}, manager, Mark.CHECKED)
    service = now(desk, made)
    assert (service.name, service.kind) == ("Knitting", ServiceKind.WELLBEING)
    assert service.assurance.assured_by == "MM"


def test_checked_today_moves_the_review_by_six_months(
    keep: KeepDirectory, desk: Desk, manager: Author
) -> None:
    keep.checked_today("O1", manager)
    service = now(desk, "O1")
    assert service.assurance.review_date == date(2026, 9, 9)
    assert not service.is_stale(TODAY)


def test_the_practice_says_after_how_many_months_to_look_again(
    keep: KeepDirectory, desk: Desk, manager: Author
) -> None:
    desk.set_up_practice.set_up(SetUpTyped(review_months="3"), None, NOW)
    keep.checked_today("O1", manager)
    assert now(desk, "O1").assurance.review_date == date(2026, 6, 9)


def test_a_pause_has_a_reason_and_may_have_an_end(
    keep: KeepDirectory, desk: Desk, manager: Author
) -> None:
    with pytest.raises(UserMistake, match="Say why"):
        keep.pause("P1", " ", "", manager)
    with pytest.raises(UserMistake, match="come already"):
        keep.pause("P1", "Staff away", "9/3/2026", manager)
    keep.pause("P1", "Staff away", "16/3/2026", manager)
    service = now(desk)
    assert service.is_paused(date(2026, 3, 15))
    assert not service.is_paused(date(2026, 3, 16))
    keep.take_up("P1", manager)
    assert (now(desk).status, now(desk).pause_reason) == (Status.ACTIVE, "")


def test_closed_and_removed_entries_leave_the_lists_that_they_are_not_of(
    keep: KeepDirectory, desk: Desk, manager: Author
) -> None:
    keep.close("P1", manager)
    keep.remove("O1", manager)
    listed = {
        each: {entry.id for entry in desk.directory.browse.page(Wanted(each), TODAY)}
        for each in Listed
    }
    assert listed[Listed.CLOSED] == {"P1"}
    assert listed[Listed.ALL] == {"P1", "L1", "PF"}
    with pytest.raises(UserMistake, match="taken this entry out"):
        keep.checked_today("O1", manager)


def test_a_removed_entry_comes_back_by_its_history(
    keep: KeepDirectory, desk: Desk, manager: Author
) -> None:
    before = generation(desk)
    keep.remove("O1", manager)
    keep.restore("O1", before, manager)
    assert now(desk, "O1") == OLD


def test_a_number_that_somebody_has_confirmed_is_shown(
    keep: KeepDirectory, desk: Desk, manager: Author
) -> None:
    keep.confirm_number("L1", manager)
    service = now(desk, "L1")
    assert service.phones == (Phone("01632 960222"),)
    assert service.unconfirmed_phone == ""


def test_priority_is_given_to_a_kind_as_a_whole(
    keep: KeepDirectory, desk: Desk, manager: Author
) -> None:
    second = keep.save("", {"name": "Vale physio", "kind": "physiotherapy"}, manager)
    keep.prioritise(ServiceKind.PHYSIOTHERAPY, "3", manager)
    assert [now(desk, each).practice_priority for each in ("P1", second, "O1")] == [3, 3, 0]
    with pytest.raises(UserMistake, match="whole number"):
        keep.prioritise(ServiceKind.PHYSIOTHERAPY, "first", manager)


def test_ages_and_sex_are_set_and_taken_away_and_the_practice_is_their_source(
    keep: KeepDirectory, desk: Desk, manager: Author
) -> None:
    keep.save("P1", {"minimum_age": "6w", "maximum_age": "17", "sex": "F"}, manager)
    sex, ages = now(desk).rules
    assert isinstance(ages, AgeRule)
    assert ages.age_max_years == 18
    assert ages.evidence.source == "the practice"
    assert isinstance(sex, SexRule)
    assert sex.sex is Sex.FEMALE
    keep.save("P1", {"minimum_age": "", "maximum_age": "", "sex": ""}, manager)
    assert now(desk).rules == ()


def test_a_place_is_added_changed_for_every_service_and_taken_away(
    keep: KeepDirectory, desk: Desk, manager: Author
) -> None:
    typed = {"name": "Mill Clinic", "postal_code": "bs14dj", "phones": "01632 960444"}
    made = keep.save_place("P1", "", typed, manager)
    [place] = now(desk).locations
    assert (place.location.name, place.location.postal_code) == ("Mill Clinic", "BS1 4DJ")
    keep.save_place("P1", made, {"schedule": "Mo 09:00-12:00"}, manager)
    assert now(desk).locations[0].schedule == "Mo 09:00-12:00"
    with pytest.raises(EntryMistakes) as told:
        keep.save_place("P1", made, {"postal_code": "nowhere"}, manager)
    assert told.value.field == "postal_code"
    keep.take_place("P1", made, manager)
    assert now(desk).locations == ()


def test_a_new_place_needs_a_name(keep: KeepDirectory, manager: Author) -> None:
    with pytest.raises(EntryMistakes, match="cannot stay empty"):
        keep.save_place("P1", "", {}, manager)


def test_a_service_with_places_keeps_them_when_it_is_changed(
    keep: KeepDirectory, desk: Desk, manager: Author
) -> None:
    keep.save("PF", {"alert": "Busy this week"}, manager)
    assert now(desk, "PF").locations == PHARMACIES.locations


def test_the_history_says_who_when_before_and_after_and_any_version_comes_back(
    keep: KeepDirectory, desk: Desk, manager: Author
) -> None:
    keep.save("P1", {"name": "Hill MSK"}, manager)
    keep.save_place("P1", "", {"name": "Mill Clinic"}, manager)
    newest, edited, first = desk.directory.browse.entry("P1").history
    assert newest.changes == (FieldChange("places", "0 taken away", "1 added"),)
    assert edited.changes == (FieldChange("name", "Hill physiotherapy", "Hill MSK"),)
    assert (edited.made_by, edited.made_at) == (manager.staff_id, manager.now)
    assert first.is_first
    keep.restore("P1", first.generation, manager)
    assert now(desk).name == "Hill physiotherapy"
    assert len(now(desk).locations) == 1
    assert desk.directory.browse.entry("P1").history[0].kind.value == "restore"


def test_nothing_new_makes_no_step(keep: KeepDirectory, desk: Desk, manager: Author) -> None:
    before = generation(desk)
    keep.save("P1", {"name": PHYSIO.name}, manager)
    assert generation(desk) == before


def test_an_import_does_not_overwrite_what_a_person_changed(
    keep: KeepDirectory, desk: Desk, manager: Author
) -> None:
    keep.save("P1", {"name": "Hill MSK"}, manager)
    imports = ImportDirectory(desk.database)
    imports.stage(Incoming("starter", services=(PHYSIO,)), "f.csv", ImportChoices())
    imports.confirm(NOW, manager.staff_id)
    assert now(desk).name == "Hill MSK"


def test_a_wait_is_dated_today_unless_somebody_says_otherwise(
    keep: KeepDirectory, desk: Desk, manager: Author
) -> None:
    keep.save("P1", {"wait_time": "about 3 weeks"}, manager)
    assert now(desk).wait_date == TODAY
    keep.save("P1", {"wait_time": "a week", "wait_date": "1 Mar 2026"}, manager)
    assert now(desk).wait_date == date(2026, 3, 1)


def test_the_lists_count_what_waits_for_somebody(
    keep: KeepDirectory, desk: Desk, manager: Author, kim: StaffMember
) -> None:
    desk.directory.reports.report("P1", "", "no answer", by(kim))
    keep.pause("PF", "Flood", "", manager)
    counts = desk.directory.browse.overview(TODAY).counts
    assert {listed: counts[listed] for listed in Listed} == {
        Listed.ALL: 4,
        Listed.DUE: 1,
        Listed.REPORTED: 1,
        Listed.UNFILLED: 1,
        Listed.UNCONFIRMED: 1,
        Listed.PAUSED: 1,
        Listed.CLOSED: 0,
    }


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("physio hill", ["P1"]),
        ("STROLL", ["O1"]),
        ("parks", ["O1"]),
        ("o1", ["O1"]),
        ("50%_", []),
        ("", ["L1", "P1", "PF", "O1"]),
    ],
)
def test_names_other_names_and_organizations_are_found_by_parts(
    keep: KeepDirectory, desk: Desk, words: str, found: list[str]
) -> None:
    page = desk.directory.browse.page(Wanted(words=words), TODAY)
    assert [entry.id for entry in page] == found


def test_a_list_goes_on_after_an_entry(keep: KeepDirectory, desk: Desk) -> None:
    page = desk.directory.browse.page(Wanted(), TODAY, after="P1")
    assert [entry.id for entry in page] == ["PF", "O1"]


def test_rules_that_are_due_make_their_entry_due(
    keep: KeepDirectory, desk: Desk, manager: Author
) -> None:
    assert desk.directory.browse.overview(TODAY + timedelta(days=365)).counts[Listed.DUE] == 2
