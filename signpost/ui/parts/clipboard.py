"""Texts handed to the clipboard: kept out of its history where the system allows, and cleared
after a minute.
"""

import sys

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard

CLEARED_AFTER_MS = 60_000

_NO = (0).to_bytes(4, "little")
_KEPT_OUT_OF_HISTORY: dict[str, dict[str, bytes]] = {
    "win32": {
        'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': _NO,
        'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': _NO,
        'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': _NO,
    },
    "darwin": {'application/x-apple-mime;value="org.nspasteboard.ConcealedType"': b"1"},
}
_ELSEWHERE = {"x-kde-passwordManagerHint": b"secret"}


class HandedClipboard(QObject):
    """Our text on the clipboard, and whether it is still there."""

    def __init__(self, clipboard: QClipboard, platform: str = sys.platform) -> None:
        super().__init__()
        self._clipboard = clipboard
        self._formats = _KEPT_OUT_OF_HISTORY.get(platform, _ELSEWHERE)
        self._ours = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CLEARED_AFTER_MS)
        self._timer.timeout.connect(self.clear)

    @property
    def still_ours(self) -> str:
        """Our text while it is on the clipboard; empty when something else is, or nothing."""
        return self._ours if self._ours and self._clipboard.text() == self._ours else ""

    def hand_over(self, text: str) -> None:
        """Put a text on the clipboard for a minute."""
        data = QMimeData()
        data.setText(text)
        for name, value in self._formats.items():
            data.setData(name, value)
        self._clipboard.setMimeData(data)
        self._ours = text
        self._timer.start()

    def clear(self) -> None:
        """Take our text off; what somebody else has put there stays."""
        if self.still_ours:
            self._clipboard.clear()
        self._ours = ""
        self._timer.stop()
