"""The one-line field of the program: takes whatever is typed or pasted, and keeps what can be read
of it.
"""

import unicodedata

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QLineEdit

LONGEST_LINE = 200
_UNREADABLE = {"Cc", "Co", "Cs", "Cn"}
_DIRECTION_MARKS = frozenset(range(0x202A, 0x202F)) | frozenset(range(0x2066, 0x206A))


def readable(text: str) -> str:
    """The text without control characters and overrides of the writing direction."""
    text = (
        text.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\u2028", "\n")
        .replace("\u2029", "\n")
    )
    return "".join(letter for letter in text if letter in "\n\t" or _is_readable(letter))


def _is_readable(letter: str) -> bool:
    return unicodedata.category(letter) not in _UNREADABLE and ord(letter) not in _DIRECTION_MARKS


class LineField(QLineEdit):
    """A line of at most `longest` characters, without breaks and control characters."""

    def __init__(self, text: str = "", longest: int = LONGEST_LINE) -> None:
        super().__init__()
        self.setMaxLength(longest)
        self.setValidator(_Cleaning(self))
        self.setText(text)


class _Cleaning(QValidator):
    """Accepts everything, cleaned."""

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        clean = readable(text).replace("\n", " ").replace("\t", " ")
        return QValidator.State.Acceptable, clean, min(position, len(clean))
