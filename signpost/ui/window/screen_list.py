"""What the window knows of its screens: their names, the keys that go to them, how each is made."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from signpost.ui.parts.keys import Key


@dataclass(frozen=True)
class ScreenEntry:
    """One screen, in the order of the tabs. `key` goes to it from any other; the first has none.

    `make` is called once, when the screen is shown for the first time: nothing that is seldom
    opened may slow the start.
    """

    name: str
    make: Callable[[], QWidget]
    key: Key | None = None

    @property
    def shown_key(self) -> str:
        """The key as it is written on screen; empty when there is none."""
        return self.key.shown if self.key else ""
