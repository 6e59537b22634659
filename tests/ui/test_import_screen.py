"""Importing on screen: read, asked about, previewed, decided line by line, taken over, undone."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl

from signpost.domain.directory_change import Decision, LineKind
from signpost.domain.service import Organization, Phone, Service
from signpost.domain.service_kind import ServiceKind
from signpost.domain.staff import Role
from signpost.exchange.directory_csv import write_directory_csv
from signpost.ui.parts.button import Button
from tests.ui.conftest import MONDAY_TEN
from tests.ui.test_nothing_is_cut import SIZES, cut
from tests.usecases.directories import LOCAL, OLD, PHARMACIES, PHYSIO, fill

CTRL = Qt.KeyboardModifier.ControlModifier
NHS_UK = Path(__file__).parents[1] / "exchange/files/nhs_uk/Pharmacy.csv"
FEED = "Signpost: mine.zip"
NEW = Service("N1", "Vale physio", ServiceKind.PHYSIOTHERAPY, Organization("N1", "Vale"))


@pytest.fixture
def page(at_the_desk):
    """Import and export, opened by its key by somebody who may import."""
    desk = at_the_desk.desk
    fill(desk.database, PHYSIO, LOCAL, OLD, PHARMACIES)
    at_the_desk.use_own_directory()
    manager = desk.choose_recorder.add("MM", "Mo Manager", MONDAY_TEN, Role.MANAGER)
    at_the_desk.screens.desk.people += (manager,)
    at_the_desk.screens.desk._use_person(manager)
    at_the_desk.key(Qt.Key.Key_D, CTRL)
    at_the_desk.key(Qt.Key.Key_I, CTRL)
    return at_the_desk.screens.directory.view.files_page


def a_file(tmp_path: Path, *services: Service) -> Path:
    out = tmp_path / "mine.zip"
    write_directory_csv(services, out)
    return out


def choose(at_the_desk, page, path: Path) -> None:
    at_the_desk.file_dialog.source = path
    page.start.file.click()
    at_the_desk.executor.drain()


def now(at_the_desk, service_id: str) -> Service | None:
    found = at_the_desk.desk.directory.browse.entry(service_id)
    return found.service if found else None


def names(page) -> list[str]:
    return [line.name for line in page.preview.model.lines]


def changed(tmp_path: Path) -> Path:
    renamed = replace(PHYSIO, name="Hill MSK", phones=(Phone("01632 960199"),))
    return a_file(tmp_path, renamed, NEW)


def test_a_file_is_read_asked_about_previewed_and_taken_over(
    at_the_desk, page, tmp_path: Path
) -> None:
    choose(at_the_desk, page, changed(tmp_path))
    assert page.stack.currentWidget() is page.questions
    assert "2 services" in page.questions.heading.text()
    at_the_desk.key(Qt.Key.Key_Return, CTRL)
    assert page.stack.currentWidget() is page.preview
    assert names(page) == ["Vale physio"]
    page.preview.tabs.choose(LineKind.CHANGED)
    at_the_desk.executor.drain()
    assert "Name: Hill physiotherapy → Hill MSK" in page.preview.list.currentIndex().data()
    assert now(at_the_desk, "P1").name == PHYSIO.name
    at_the_desk.key(Qt.Key.Key_Return, CTRL)
    assert page.start.told.text() == "Done: mine.zip, 1 added, 1 changed, 0 removed."
    assert now(at_the_desk, "P1").name == "Hill MSK"
    assert now(at_the_desk, "N1") is not None


def test_what_was_taken_over_is_undone_in_one_press(at_the_desk, page, tmp_path: Path) -> None:
    choose(at_the_desk, page, changed(tmp_path))
    for _ in range(2):
        at_the_desk.key(Qt.Key.Key_Return, CTRL)
    assert "mine.zip" in page.start.steps.toPlainText()
    page.start.undo.click()
    at_the_desk.executor.drain()
    assert now(at_the_desk, "P1").name == PHYSIO.name
    assert now(at_the_desk, "N1") is None
    assert page.start.steps.toPlainText() == "None yet."
    events = [entry.event.value for entry in audit(at_the_desk)]
    assert events.count("directory_imported") == 2


def audit(at_the_desk):
    with at_the_desk.desk.database.reading() as stores:
        return tuple(stores.audit.entries())


def test_an_earlier_import_is_undone_from_the_list(at_the_desk, page, tmp_path: Path) -> None:
    choose(at_the_desk, page, changed(tmp_path))
    for _ in range(2):
        at_the_desk.key(Qt.Key.Key_Return, CTRL)
    generation = at_the_desk.desk.directory.browse.steps()[0].generation
    page.start.steps.anchorClicked.emit(QUrl(f"undo:{generation}"))
    at_the_desk.executor.drain()
    assert now(at_the_desk, "N1") is None


def test_a_line_is_left_out_by_its_number(at_the_desk, page, tmp_path: Path) -> None:
    choose(at_the_desk, page, changed(tmp_path))
    at_the_desk.key(Qt.Key.Key_Return, CTRL)
    assert page.preview.list.hasFocus()
    at_the_desk.key(Qt.Key.Key_2)
    assert "Vale physio · leave out" in page.preview.model.index(0).data()
    assert page.preview.confirm.text() == "Take 1 over"
    at_the_desk.key(Qt.Key.Key_Return, CTRL)
    assert now(at_the_desk, "N1") is None
    assert now(at_the_desk, "P1").name == "Hill MSK"


def test_all_lines_of_a_tab_are_decided_at_once(at_the_desk, page, tmp_path: Path) -> None:
    choose(at_the_desk, page, changed(tmp_path))
    at_the_desk.key(Qt.Key.Key_Return, CTRL)
    page.preview.all[Decision.LEAVE].click()
    at_the_desk.executor.drain()
    page.preview.tabs.choose(LineKind.CHANGED)
    at_the_desk.executor.drain()
    page.preview.all[Decision.LEAVE].click()
    at_the_desk.executor.drain()
    assert page.preview.confirm.text() == "Nothing to take over"
    assert not page.preview.confirm.isEnabled()


def test_what_was_edited_here_stays_unless_the_files_is_taken(
    at_the_desk, page, tmp_path: Path
) -> None:
    screen = at_the_desk.screens.directory
    at_the_desk.desk.directory.keep.save("P1", {"name": "Our name"}, screen.keeper.author())
    choose(at_the_desk, page, changed(tmp_path))
    at_the_desk.key(Qt.Key.Key_Return, CTRL)
    page.preview.tabs.choose(LineKind.KEPT)
    at_the_desk.executor.drain()
    assert "Name: Our name → Hill MSK" in page.preview.list.currentIndex().data()
    at_the_desk.key(Qt.Key.Key_Return, CTRL)
    assert now(at_the_desk, "P1").name == "Our name"
    assert now(at_the_desk, "P1").phones == (Phone("01632 960199"),)


def test_a_list_of_places_asks_at_which_services_they_are(at_the_desk, page) -> None:
    choose(at_the_desk, page, NHS_UK)
    [asked] = [row for title, row in page.questions.places.items() if title == "Pharmacies"]
    assert asked.values == ("PF",)
    at_the_desk.key(Qt.Key.Key_Return, CTRL)
    assert len(names(page)) > 3
    at_the_desk.key(Qt.Key.Key_Return, CTRL)
    assert len(at_the_desk.desk.directory.browse.places("PF")) > 3


def test_the_whole_directory_takes_out_what_it_does_not_have(
    at_the_desk, page, tmp_path: Path
) -> None:
    choose(at_the_desk, page, changed(tmp_path))
    page.questions.whole.choose(True)  # noqa: FBT003 - a choice's value
    page.questions.go_on.click()
    at_the_desk.executor.drain()
    page.preview.tabs.choose(LineKind.REMOVED)
    at_the_desk.executor.drain()
    assert sorted(names(page)) == sorted(
        [LOCAL.name, OLD.name, PHARMACIES.name, "High Street Pharmacy"]
    )


def test_a_file_of_no_known_format_is_told_and_nothing_waits(
    at_the_desk, page, tmp_path: Path
) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear practice,\n", "utf-8")
    choose(at_the_desk, page, file)
    assert page.stack.currentWidget() is page.start
    assert page.start.mistake.text()
    assert page.start.file.isEnabled()


def test_an_import_that_was_put_off_is_offered_again_and_given_up(
    at_the_desk, page, tmp_path: Path
) -> None:
    choose(at_the_desk, page, changed(tmp_path))
    at_the_desk.key(Qt.Key.Key_Return, CTRL)
    at_the_desk.key(Qt.Key.Key_Escape)
    at_the_desk.key(Qt.Key.Key_I, CTRL)
    page.show_page(page.start)
    assert page.start.waiting.text() == "The import of mine.zip waits for you."
    assert not page.start.file.isEnabled()
    page.start.look.click()
    at_the_desk.executor.drain()
    assert page.stack.currentWidget() is page.preview
    page.preview.give_up.click()
    at_the_desk.executor.drain()
    assert page.start.told.text() == "Given up: nothing was changed."
    assert page.start.file.isEnabled()
    assert now(at_the_desk, "N1") is None


def test_stopping_leaves_nothing_behind(at_the_desk, page, tmp_path: Path) -> None:
    at_the_desk.file_dialog.source = changed(tmp_path)
    page.start.file.click()
    assert page.stack.currentWidget() is page.working
    at_the_desk.qtbot.keyClick(page.working.stop, Qt.Key.Key_Escape)
    assert page.working.stop.text() == "Stopping…"
    at_the_desk.executor.drain()
    assert page.start.mistake.text() == "Reading was stopped. Nothing has been changed."
    assert at_the_desk.desk.directory.imports.preview() is None


def test_reception_cannot_import(at_the_desk, page, tmp_path: Path) -> None:
    desk = at_the_desk.screens.desk
    [kay] = [person for person in desk.people if person.initials == "KP"]
    desk._use_person(kay)
    choose(at_the_desk, page, changed(tmp_path))
    assert page.start.mistake.text() == "Only a manager may import a directory."


def test_the_template_is_written_where_the_person_says(at_the_desk, page, tmp_path: Path) -> None:
    at_the_desk.file_dialog.answer = tmp_path / "template"
    page.start.template.click()
    at_the_desk.executor.drain()
    written = tmp_path / "template.xlsx"
    assert written.read_bytes().startswith(b"PK")
    assert str(written) in at_the_desk.screens.window.notices.text.text()


@pytest.mark.parametrize(
    ("name", "ending", "starts"),
    [
        ("xlsx", ".xlsx", b"PK"),
        ("csv", ".zip", b"PK"),
        ("oruk", ".json", b"{"),
        ("hsds-json", ".json", b"{"),
        ("hsds-package", ".zip", b"PK"),
        ("pdf", ".pdf", b"%PDF"),
    ],
)
def test_the_directory_is_written_in_every_format(
    at_the_desk, page, tmp_path: Path, *, name: str, ending: str, starts: bytes
) -> None:
    at_the_desk.file_dialog.answer = tmp_path / "out"
    page.start.formats[name].click()
    at_the_desk.executor.drain()
    assert at_the_desk.file_dialog.suggested[-1] == f"Signpost directory 2026-11-23{ending}"
    assert (tmp_path / f"out{ending}").read_bytes().lstrip().startswith(starts)
    assert "services are in" in at_the_desk.screens.window.notices.text.text()


def test_what_was_exported_reads_back_as_nothing_new(at_the_desk, page, tmp_path: Path) -> None:
    at_the_desk.file_dialog.answer = tmp_path / "out.zip"
    page.start.formats["csv"].click()
    at_the_desk.executor.drain()
    choose(at_the_desk, page, tmp_path / "out.zip")
    at_the_desk.key(Qt.Key.Key_Return, CTRL)
    assert page.preview.confirm.text() == "Nothing to take over"


def test_the_lines_model_keeps_qts_rules(qtmodeltester, at_the_desk, page, tmp_path: Path) -> None:
    choose(at_the_desk, page, changed(tmp_path))
    at_the_desk.key(Qt.Key.Key_Return, CTRL)
    qtmodeltester.check(page.preview.model)


def test_nothing_is_cut_in_import_and_export(at_the_desk, page, tmp_path: Path) -> None:
    window = at_the_desk.screens.window
    steps = [lambda: None, lambda: choose(at_the_desk, page, changed(tmp_path))]
    steps.append(lambda: at_the_desk.key(Qt.Key.Key_Return, CTRL))
    for step in steps:
        step()
        for width, height, per_cent in SIZES:
            window.resize(width, height)
            window.show_text_size(per_cent)
            at_the_desk.qtbot.waitUntil(lambda: cut_buttons(page) == [])


def cut_buttons(page) -> list[str]:
    shown = [button for button in page.findChildren(Button) if button.isVisible()]
    assert shown
    return [button.text() for button in shown if cut(button)]
