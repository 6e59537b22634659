"""Every key of the screens, once: what it does, how it is written, where it is shown."""

from enum import Enum


class Key(Enum):
    """A key and how it is written on screen."""

    RULES = ("F1", "F1")
    QUESTIONS = ("F2", "F2")
    CHECKS = ("F3", "F3")
    PARK = ("F4", "F4")
    PARKED = ("F5", "F5")
    HUNG_UP = ("F6", "F6")
    FILL = ("F7", "F7")
    NOT_MET = ("F8", "F8")
    COPY_PATIENT = ("F9", "F9")
    COPY_RECORD = ("F10", "F10")
    COPY_HANDOVER = ("F11", "F11")
    ASK_CLINICIAN = ("F12", "F12")
    SAVE = ("Ctrl+Return", "Ctrl+Enter")
    UNDO_SAVE = ("Ctrl+U", "Ctrl+U")
    RECORDER = ("Ctrl+R", "Ctrl+R")
    DISCARD = ("Esc", "Esc")
    ACKNOWLEDGE = ("Ctrl+K", "Ctrl+K")
    LOOK_UP = ("Ctrl+L", "Ctrl+L")
    PRINT = ("Ctrl+P", "Ctrl+P")
    DIRECTORY = ("Ctrl+D", "Ctrl+D")
    REPORT = ("Ctrl+W", "Ctrl+W")
    EDIT = ("Ctrl+E", "Ctrl+E")
    CHECKED = ("Ctrl+M", "Ctrl+M")
    PAUSE = ("Ctrl+B", "Ctrl+B")
    NEW_ENTRY = ("Ctrl+N", "Ctrl+N")
    FILES = ("Ctrl+I", "Ctrl+I")
    STATISTICS = ("Ctrl+T", "Ctrl+T")

    def __init__(self, sequence: str, shown: str) -> None:
        self.sequence = sequence
        self.shown = shown


SCREEN_KEYS = (Key.LOOK_UP, Key.DIRECTORY, Key.STATISTICS)
"""The keys that go to a screen from any other."""

DIRECTORY_KEYS = (Key.EDIT, Key.CHECKED, Key.PAUSE, Key.NEW_ENTRY, Key.FILES)
"""The keys that do something on the directory screen only."""

CALL_KEYS = tuple(key for key in Key if key not in {Key.PRINT, *SCREEN_KEYS, *DIRECTORY_KEYS})
"""The keys that do something on the call screen."""


def raise_key(index: int) -> str:
    """The key of the high-risk button at this place, from 0."""
    return f"Ctrl+{index + 1}"


def outcome_key(digit: str) -> str:
    """The key that chooses an outcome from anywhere on the call screen."""
    return f"Alt+{digit}"
