"""A peer of start_up.py: the usual order, a database through SQLAlchemy and then a window."""

import sys

from first_key import FirstKey, since_start, tell
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

times = {}
application = QApplication([])
with Session(create_engine("sqlite://")) as session:
    session.execute(text("SELECT 1")).one()
times["database ready"] = since_start()
window = QMainWindow()
editor = QPlainTextEdit()
window.setCentralWidget(editor)
window.resize(1366, 768)


def accepted() -> None:
    tell({"first keystroke": since_start(), **times})
    application.quit()


watching = FirstKey(window, editor, accepted)
window.show()
editor.setFocus()
sys.exit(application.exec())
