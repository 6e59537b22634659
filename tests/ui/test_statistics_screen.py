"""The statistics screen: figures in two steps, the newest wish wins, a table behind each chart."""

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel

from signpost.domain.call import Outcome
from signpost.domain.figures.gp_time import PRESETS
from signpost.domain.figures.panel import Table
from signpost.domain.figures.sheet import NONE
from signpost.domain.staff import Role, StaffMember
from signpost.ui.parts.button import Button
from signpost.ui.screens import STATISTICS
from signpost.ui.statistics.assumption_dialog import AssumptionDialog
from signpost.ui.statistics.figure_chooser import Days, Telling, Whose
from signpost.ui.statistics.figure_table import FigureTableModel
from tests.records import some_records
from tests.ui.conftest import MONDAY_TEN, AtTheDesk
from tests.ui.test_nothing_is_cut import SIZES, cut

PIN = "246810"


def fill(at: AtTheDesk, number: int = 150) -> None:
    """Records of Kay and of somebody else, some ten months ago."""
    [kay, *_] = at.desk.choose_recorder.recorders()
    other = at.desk.choose_recorder.add("BB", "Bo Brown", MONDAY_TEN)
    with at.desk.database.transaction() as stores:
        for one in some_records((kay.id, other.id), number):
            assert stores.signposts.insert(one).stored


def open_it(at: AtTheDesk, days: Days = Days.ALL):
    """The screen, with figures of these days."""
    at.screens.window.show_screen(STATISTICS)
    at.executor.drain()
    view = at.screens.statistics.view
    view.chooser.days.choose(days)
    at.executor.drain()
    return view


def contacts(view) -> str:
    """How many contacts the first panel tells of."""
    return view.panels["outcomes"].sentence.text().split(" ")[0]


def make_manager(at: AtTheDesk) -> StaffMember:
    """Somebody who may see everybody's figures, and proves it."""
    manager = StaffMember("01900000-0000-7000-8000-000000000009", "MM", "Mo Mint", Role.MANAGER)
    with at.desk.database.transaction() as stores:
        stores.staff.insert(manager)
    at.desk.prove_who.set_pin(manager.id, "", PIN, MONDAY_TEN)
    return at.desk.choose_recorder.recorders()[-1]


def test_its_key_opens_it_and_figures_come_in_two_steps(at_the_desk: AtTheDesk) -> None:
    fill(at_the_desk)
    at_the_desk.key(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    view = at_the_desk.screens.statistics.view
    view.chooser.days.choose(Days.ALL)
    steps = 0
    while "outcomes" not in view.panels:
        at_the_desk.executor.run_next()
        steps += 1
        assert steps < 20
    at_the_desk.executor.drain()
    assert list(view.panels)[:3] == ["outcomes", "volume", "hours"]
    assert len(view.panels) == 17


def test_only_the_first_two_are_there_after_the_first_step(at_the_desk: AtTheDesk) -> None:
    fill(at_the_desk)
    view = open_it(at_the_desk, Days.LAST_MONTH)
    for panel in list(view.panels.values()):
        panel.sentence.setText("")
    view.chooser.days.choose(Days.ALL)
    while not view.panels["outcomes"].sentence.text():
        at_the_desk.executor.run_next()
    assert not view.panels["kinds"].sentence.text()
    at_the_desk.executor.drain()
    assert view.panels["kinds"].sentence.text()


def test_the_newest_wish_wins(at_the_desk: AtTheDesk) -> None:
    fill(at_the_desk)
    view = open_it(at_the_desk)
    whole = contacts(view)
    view.chooser.days.choose(Days.LAST_MONTH)
    view.chooser.days.choose(Days.ALL)
    view.chooser.outcome.picked.emit(None)
    at_the_desk.executor.drain()
    assert contacts(view) == whole


def test_figures_follow_the_filters(at_the_desk: AtTheDesk) -> None:
    fill(at_the_desk)
    view = open_it(at_the_desk)
    whole = int(contacts(view))
    view.chooser.outcome.show_value(Outcome.ACCEPTED.value)
    view.chooser.outcome.picked.emit(Outcome.ACCEPTED.value)
    at_the_desk.executor.drain()
    accepted = int(contacts(view))
    assert 0 < accepted < whole
    assert view.panels["kinds"].sentence.text().startswith(f"{accepted} accepted")
    assert view.chooser.kind.count() > 1
    assert view.chooser.service.count() > 1


def test_days_are_typed_and_mistakes_are_told_beside_them(at_the_desk: AtTheDesk) -> None:
    fill(at_the_desk)
    view = open_it(at_the_desk, Days.OWN)
    at_the_desk.type("1/2/2026")
    at_the_desk.key(Qt.Key.Key_Tab)
    at_the_desk.type("31/1/2026")
    at_the_desk.key(Qt.Key.Key_Return)
    assert "swap them" in view.chooser.day_mistake.text()
    view.chooser.last.setText("the day after")
    at_the_desk.key(Qt.Key.Key_Return)
    assert "is not a day" in view.chooser.day_mistake.text()
    view.chooser.last.setText("28/2/2026")
    at_the_desk.key(Qt.Key.Key_Return)
    assert view.chooser.day_mistake.isHidden()
    assert "(January 2026)" in view.panels["outcomes"].sentence.text()


def test_reception_sees_its_own_figures_where_others_need_a_proof(at_the_desk: AtTheDesk) -> None:
    fill(at_the_desk)
    whole = int(contacts(open_it(at_the_desk)))
    make_manager(at_the_desk)
    view = at_the_desk.screens.statistics.view
    at_the_desk.screens.statistics.refresh()
    at_the_desk.executor.drain()
    assert view.chooser.whose.value is Whose.MINE
    assert int(contacts(view)) < whole
    assert "manager" in at_the_desk.screens.window.notices.text.text()


def test_a_manager_proves_who_they_are_once(at_the_desk: AtTheDesk) -> None:
    fill(at_the_desk)
    manager = make_manager(at_the_desk)
    at_the_desk.screens.desk.people = (manager,)
    at_the_desk.screens.desk._use_person(manager)
    view = open_it(at_the_desk)
    assert view.chooser.whose.value is Whose.MINE
    assert view.panels["outcomes"].sentence.text() == NONE
    view.chooser.whose.choose(Whose.PRACTICE)
    at_the_desk.executor.drain()
    at_the_desk.type("111111")
    at_the_desk.key(Qt.Key.Key_Return)
    form = QApplication.activeModalWidget()
    assert "not the PIN" in form.mistakes["pin"].text()
    form.fields["pin"].setText(PIN)
    at_the_desk.key(Qt.Key.Key_Return)
    assert QApplication.activeModalWidget() is None
    assert int(contacts(view)) > 100
    view.chooser.days.choose(Days.THIS_MONTH)
    at_the_desk.executor.drain()
    assert QApplication.activeModalWidget() is None


def test_a_manager_without_a_pin_sets_one(at_the_desk: AtTheDesk) -> None:
    fill(at_the_desk, 30)
    make_manager(at_the_desk)
    lead = StaffMember("01900000-0000-7000-8000-000000000008", "LL", "Lo", Role.CLINICAL_LEAD)
    with at_the_desk.desk.database.transaction() as stores:
        stores.staff.insert(lead)
    at_the_desk.screens.desk._use_person(lead)
    view = open_it(at_the_desk)
    view.chooser.whose.choose(Whose.PRACTICE)
    at_the_desk.executor.drain()
    form = QApplication.activeModalWidget()
    form.fields["pin"].setText("135790")
    form.fields["again"].setText("135791")
    form.confirm.click()
    at_the_desk.executor.drain()
    assert "differ" in form.mistakes["again"].text()
    form.fields["again"].setText("135790")
    form.confirm.click()
    at_the_desk.executor.drain()
    assert QApplication.activeModalWidget() is None
    assert view.chooser.whose.value is Whose.PRACTICE


def test_the_table_stands_behind_the_chart_and_the_keyboard_reaches_it(at_the_desk) -> None:
    fill(at_the_desk)
    panel = open_it(at_the_desk).panels["outcomes"]
    at_the_desk.qtbot.waitUntil(panel.chart.isVisible)
    assert not panel.table.isVisible()
    panel.switch.setFocus()
    at_the_desk.key(Qt.Key.Key_Return)
    assert not panel.chart.isVisible()
    assert panel.table.isVisible()
    model = panel.table.figures
    first = model.index(0, 0), model.index(0, 1)
    assert first[0].data() == "Accepted"
    assert first[1].data(Qt.ItemDataRole.AccessibleTextRole).startswith("Accepted, Number: ")
    rows = sum(panel.table.rowHeight(row) for row in range(model.rowCount()))
    assert panel.table.viewport().height() >= rows


def test_the_model_of_a_table_keeps_the_rules_of_models() -> None:
    model = FigureTableModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(Table(("", "Number"), (("Accepted", "3"), ("Declined", "1"))))
    assert (model.rowCount(), model.columnCount()) == (2, 2)
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None
    model.show(Table((), ()))
    assert model.rowCount() == 0


def test_what_leaves_the_practice_hides_small_numbers_and_callers_words(at_the_desk) -> None:
    fill(at_the_desk)
    view = open_it(at_the_desk)
    view.chooser.telling.choose(Telling.OUTSIDE)
    at_the_desk.executor.drain()
    rows = view.panels["outcomes"].panel.table.rows
    assert not [row for row in rows if row[1] in {"1", "2", "3", "4"}]
    assert "never leave the practice" in view.panels["unheard"].sentence.text()


def test_a_chart_is_drawn_and_saved_as_a_picture_without_small_numbers(
    at_the_desk: AtTheDesk, tmp_path: Path
) -> None:
    fill(at_the_desk)
    view = open_it(at_the_desk)
    chart = view.panels["outcomes"].chart
    colours = chart.grab().toImage().convertToFormat(QImage.Format.Format_Indexed8).colorCount()
    assert colours > 5
    at_the_desk.file_dialog.answer = tmp_path / "chart"
    view.panels["outcomes"].picture.click()
    at_the_desk.executor.drain()
    assert at_the_desk.file_dialog.suggested[-1].endswith(".png")
    saved = QImage(str(tmp_path / "chart.png"))
    assert saved.width() == 1440
    assert saved.height() > 200
    at_the_desk.file_dialog.answer = tmp_path / "no such folder" / "chart.png"
    view.panels["outcomes"].picture.click()
    at_the_desk.executor.drain()
    assert "cannot be written" in at_the_desk.screens.window.notices.text.text()


def test_a_published_figure_becomes_the_assumption(at_the_desk: AtTheDesk) -> None:
    fill(at_the_desk)
    view = open_it(at_the_desk)
    assert "No minutes are assumed yet" in view.panels["gp_time"].sentence.text()
    view.panels["gp_time"].deed.click()
    at_the_desk.executor.drain()
    form = QApplication.activeModalWidget()
    assert isinstance(form, AssumptionDialog)
    form.fields[""].setText("a quarter of an hour")
    form.confirm.click()
    at_the_desk.executor.drain()
    assert "from 0 to 60" in form.mistakes[""].text()
    form.presets[0].click()
    form.confirm.click()
    at_the_desk.executor.drain()
    assert view.panels["gp_time"].sentence.text().startswith("About ")
    assert PRESETS[0].source in view.panels["gp_time"].note.text()


def test_the_monthly_report_is_two_keys_away(at_the_desk: AtTheDesk, tmp_path: Path) -> None:
    fill(at_the_desk)
    open_it(at_the_desk)
    at_the_desk.file_dialog.answer = tmp_path / "report"
    at_the_desk.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert at_the_desk.file_dialog.suggested == ["Signposting report 2026-10.pdf"]
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    assert "October 2026" in at_the_desk.screens.window.notices.text.text()


def test_practices_are_compared_from_their_files(at_the_desk: AtTheDesk, tmp_path: Path) -> None:
    counts = tmp_path / "counts.csv"
    counts.write_text(
        "practice_ods_code,month,record_type,code_term,outcome,signposts\n"
        "A12345,2026-03,signpost,Signposting to Pharmacy (local term),accepted,12\n"
    )
    view = open_it(at_the_desk)
    at_the_desk.files_dialog.answer = (counts,)
    at_the_desk.file_dialog.answer = tmp_path / "compared.pdf"
    view.compare.click()
    at_the_desk.executor.drain()
    assert (tmp_path / "compared.pdf").read_bytes().startswith(b"%PDF")
    counts.write_text("nothing\n")
    view.compare.click()
    at_the_desk.executor.drain()
    assert "not a file of monthly counts" in at_the_desk.screens.window.notices.text.text()


@pytest.mark.parametrize(("width", "height", "per_cent"), SIZES)
def test_no_words_are_cut_and_nothing_lies_outside(
    at_the_desk: AtTheDesk, width: int, height: int, per_cent: int
) -> None:
    fill(at_the_desk)
    window = at_the_desk.screens.window
    window.resize(width, height)
    window.show_text_size(per_cent)
    view = open_it(at_the_desk)
    at_the_desk.qtbot.wait(300)  # layouts settle over several turns of the event loop
    shown = [
        widget
        for widget in [*view.findChildren(Button), *view.findChildren(QLabel)]
        if widget.isVisible() and widget.text()
    ]
    assert len(shown) > 40
    assert [one.text() for one in shown if cut(one)] == []
    right = [one.mapTo(window, one.rect().topRight()).x() for one in shown]
    assert max(right) <= width


def test_escape_leads_back_to_the_callers_words(at_the_desk: AtTheDesk) -> None:
    open_it(at_the_desk)
    at_the_desk.key(Qt.Key.Key_Escape)
    assert at_the_desk.screens.window.stack.currentWidget() is at_the_desk.screens.call
    at_the_desk.type("cough")
    assert at_the_desk.call.words == "cough"
