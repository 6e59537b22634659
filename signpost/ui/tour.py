"""A whole call, driven through the real window by its keys, with a numbered picture of
every step.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from signpost.ui.browser.browser_view import Order
from signpost.ui.parts.form_dialog import FormDialog
from signpost.ui.screens import CALL, PROTOCOLS, Screens

LIMIT_MS = 60_000
_LOOK_EVERY_MS = 20
_SETTLE_MS = 450
_WIDE, _COMPACT = (1366, 768), (420, 900)
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_NONE = Qt.KeyboardModifier.NoModifier

URINE = "34 yr old lady, burning when she wees, going every five minutes since yesterday. No temp. "
CHEST = "62, bit of tightness in his chest since breakfast, sweaty, says it's the bacon. "
STROKE = "wants his blood pressure tablets, he had a stroke last year. "

PRACTICE = {
    "name": "Riverside Surgery",
    "ods_code": "X99999",
    "initials_0": "kp",
    "name_0": "Kay Parker",
    "clinician": "Dr A. Example",
    "how_to_reach": "ext 201",
    "backup": "Dr B. Sample",
    "backup_how_to_reach": "ext 205",
}


class TourStopped(Exception):  # noqa: N818 - it says what happened, not that the program is wrong
    """The window did not do what the tour waited for; the text says at which step."""


class Tour:
    """Drives the window and takes pictures into a folder."""

    def __init__(self, screens: Screens, pictures: Path) -> None:
        self._screens = screens
        self._pictures = pictures
        self._number = 0
        self._saved = 0
        screens.saving.saved.connect(self._count)

    def drive(self) -> None:
        """The whole tour. Raises TourStopped where it cannot go on."""
        self._start()
        self._set_up()
        self._signpost()
        self._prompt()
        self._check_line()
        self._clinician()
        self._other_sizes()

    def _start(self) -> None:
        screens = self._screens
        screens.window.resize(*_WIDE)
        screens.window.show()
        self._wait("loading", lambda: screens.is_ready)
        self._activate()
        self._picture("first-start")
        screens.window.rehearsal.example.click()
        self._wait("the example practice", lambda: screens.is_example)
        self._picture("example-practice")

    def _set_up(self) -> None:
        self._screens.window.rehearsal.setup.click()
        form = self._form("setting up the practice")
        for field, text in PRACTICE.items():
            form.fields[field].setFocus()
            self._type_over(text)
        self._picture("set-up-your-practice", form)
        self._key(Qt.Key.Key_Return)
        self._wait("the duty clinician", lambda: self._screens.session.duty is not None)
        self._activate()
        self._key(Qt.Key.Key_R, _CTRL)
        form = self._form("who is recording")
        self._picture("who-is-recording", form)
        self._key(Qt.Key.Key_Escape)
        self._activate()

    def _signpost(self) -> None:
        words = self._screens.call.words.words
        words.setFocus()
        self._type(URINE)
        self._wait("services", lambda: self._screens.call.suggestions.list.model().rowCount() > 0)
        self._picture("services-that-fit")
        self._answer_checks()
        words.setFocus()
        self._pause(_SETTLE_MS)
        self._key(Qt.Key.Key_Down)
        self._picture("a-service-selected")
        self._key(Qt.Key.Key_Return)
        self._key(Qt.Key.Key_1)
        self._picture("accepted")
        self._save()
        self._picture("saved")

    def _prompt(self) -> None:
        self._type(CHEST)
        self._wait("the prompt", lambda: self._screens.call.prompts.card is not None)
        self._picture("prompt")
        self._pause(_SETTLE_MS)
        self._key(Qt.Key.Key_F2)
        self._key(Qt.Key.Key_Y)
        self._key(Qt.Key.Key_D)
        self._picture("prompt-answered")
        self._key(Qt.Key.Key_5)
        self._type("Dr A. Example")
        self._picture("clinician-took-over")
        self._key(Qt.Key.Key_Return)
        self._handle_other_prompts()
        self._answer_checks()
        self._key(Qt.Key.Key_E, _ALT)
        self._picture("emergency-recorded")
        self._save()

    def _check_line(self) -> None:
        self._type(STROKE)
        self._wait("the check line", lambda: bool(self._screens.call.checks.lines))
        self._picture("check-line")
        self._answer_checks()
        self._key(Qt.Key.Key_8, _ALT)
        self._save()

    def _clinician(self) -> None:
        self._type("very anxious, not making much sense on the phone ")
        self._key(Qt.Key.Key_F12)
        self._picture("ask-a-clinician")
        self._key(Qt.Key.Key_F4)
        form = self._form("parking")
        who = form.fields.get("parked_with")
        if who is not None:
            self._type("Dr A. Example")
        self._picture("park", form)
        self._key(Qt.Key.Key_Return)
        self._wait("the parked call", lambda: bool(self._screens.calls.parked))
        self._activate()
        self._type("3 year old with earache for two days, otherwise well ")
        self._picture("parked-and-next-call")

    def _other_sizes(self) -> None:
        window = self._screens.window
        window.resize(*_COMPACT)
        self._pause(_SETTLE_MS)
        self._picture("compact")
        window.show_text_size(200)
        window.resize(*_WIDE)
        self._pause(_SETTLE_MS)
        self._picture("text-at-200-per-cent")
        window.show_text_size(100)
        window.show_screen(PROTOCOLS)
        self._picture("protocols")
        self._screens.browser.order.choose(Order.AREA)
        self._picture("protocols-by-area")
        window.show_screen(CALL)

    def _count(self) -> None:
        self._saved += 1

    def _save(self) -> None:
        before, count = self._screens.session.call.id, self._saved
        self._key(Qt.Key.Key_Return, _CTRL)
        if self._screens.session.call.id == before:
            missing = "; ".join(item.sentence for item in self._screens.record.missing())
            raise TourStopped(f"The call could not be saved: {missing}")
        self._wait("saving", lambda: self._saved > count)

    def _answer_checks(self) -> None:
        self._pause(_SETTLE_MS)
        for _ in range(12):
            lines = self._screens.call.checks.lines
            if all(line.shown.collected for line in lines):
                return
            self._key(Qt.Key.Key_F3)
            self._key(Qt.Key.Key_P)
        raise TourStopped("Check lines stay open.")

    def _handle_other_prompts(self) -> None:
        for _ in range(6):
            if self._screens.call.prompts.card is None:
                return
            self._pause(_SETTLE_MS)
            self._key(Qt.Key.Key_F2)
            self._key(Qt.Key.Key_6)
        raise TourStopped("Prompts stay open.")

    def _form(self, what: str) -> FormDialog:
        self._wait(what, lambda: isinstance(QApplication.activeModalWidget(), FormDialog))
        form = QApplication.activeModalWidget()
        if not isinstance(form, FormDialog):
            raise TourStopped(f"No form asks about {what}.")
        form.activateWindow()
        next(iter(form.fields.values())).setFocus()
        self._pause(_LOOK_EVERY_MS)
        return form

    def _activate(self) -> None:
        self._screens.window.activateWindow()
        self._pause(_LOOK_EVERY_MS)

    def _target(self) -> QWidget:
        modal = QApplication.activeModalWidget()
        root = modal or self._screens.window
        if QApplication.activeWindow() is not root:
            # Without a screen nobody gives the focus back when a dialog has gone.
            root.activateWindow()
            self._pause(_LOOK_EVERY_MS)
        return root.focusWidget() or root

    def _key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        QTest.keyClick(self._target(), key, modifiers)
        self._pause(_LOOK_EVERY_MS)

    def _type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self._target(), letter)
        self._pause(_SETTLE_MS)

    def _type_over(self, text: str) -> None:
        self._key(Qt.Key.Key_A, _CTRL)
        self._type(text)

    def _picture(self, name: str, widget: QWidget | None = None) -> None:
        self._pause(_LOOK_EVERY_MS * 5)
        self._number += 1
        self._target()
        shown = widget or self._screens.window
        shown.grab().save(str(self._pictures / f"{self._number:02}-{name}.png"))

    def _pause(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def _wait(self, what: str, until: Callable[[], bool]) -> None:
        for _ in range(LIMIT_MS // _LOOK_EVERY_MS):
            if until():
                return
            self._pause(_LOOK_EVERY_MS)
        raise TourStopped(f"Nothing came of {what} within {LIMIT_MS // 1000} seconds.")
