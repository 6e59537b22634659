"""A peer of start_up.py: nothing but a window with a text field."""

import sys

from first_key import FirstKey, since_start, tell
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit

application = QApplication([])
window = QMainWindow()
editor = QPlainTextEdit()
window.setCentralWidget(editor)
window.resize(1366, 768)


def accepted() -> None:
    tell({"first keystroke": since_start()})
    application.quit()


watching = FirstKey(window, editor, accepted)
window.show()
editor.setFocus()
sys.exit(application.exec())
