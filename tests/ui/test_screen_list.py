"""Screens are made when they are first shown, and reached by tab, key or menu at every width."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from signpost.ui.parts.keys import SCREEN_KEYS, Key
from signpost.ui.window.main_window import MainWindow
from signpost.ui.window.screen_list import ScreenEntry
from tests.ui.conftest import show

NAMES = ("Call", "Protocols", "Directory", "Log", "Statistics")


def a_window(qtbot, made: list[str]) -> MainWindow:
    def entry(name: str, key: Key | None = None) -> ScreenEntry:
        def make() -> QWidget:
            made.append(name)
            return QWidget()

        return ScreenEntry(name, make, key)

    first, second, *others = NAMES
    listed = (entry(first), entry(second, Key.LOOK_UP), *(entry(name) for name in others))
    window = MainWindow(listed)
    show(qtbot, window)
    return window


def shown_tabs(window: MainWindow) -> list[str]:
    return [name for name, tab in window.top.tabs.items() if tab.isVisible()]


def test_a_screen_is_made_when_it_is_first_shown_and_only_once(qtbot) -> None:
    made: list[str] = []
    window = a_window(qtbot, made)
    assert made == ["Call"]
    for name in ("Log", "Call", "Log"):
        window.show_screen(name)
    assert made == ["Call", "Log"]


def test_where_all_tabs_fit_there_is_no_menu(qtbot) -> None:
    window = a_window(qtbot, [])
    assert shown_tabs(window) == list(NAMES)
    assert not window.top.more.isVisible()


def test_a_narrow_window_keeps_the_first_tab_and_the_one_in_use_and_lists_all(qtbot) -> None:
    window = a_window(qtbot, [])
    window.resize(420, 700)
    assert shown_tabs(window) == ["Call"]
    actions = {action.text(): action for action in window.top.menu.actions()}
    assert tuple(actions) == NAMES
    actions["Log"].trigger()
    assert shown_tabs(window) == ["Call", "Log"]
    assert window.top.tabs["Log"].isChecked()


def test_a_key_goes_to_its_screen_although_its_tab_is_in_the_menu(qtbot) -> None:
    window = a_window(qtbot, [])
    window.resize(420, 700)
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(window.screen_shown) as shown:
        qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert shown.args == ["Protocols"]


def test_every_screen_but_the_first_has_a_key(at_the_desk) -> None:
    first, *others = at_the_desk.screens.window.entries
    assert first.key is None
    assert [entry.key for entry in others] == list(SCREEN_KEYS)
