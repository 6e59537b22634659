"""The rules of every call: one quiet strip while a prompt is open, the whole list behind a key."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from signpost.ui.parts.button import Button, ButtonLook
from signpost.ui.parts.keys import Key
from signpost.ui.parts.text import label

_FACTS = "Ask every time"
_RULES = "Rules of every call"


class RulesStrip(QWidget):
    """The rules in a few words; pressing it shows them whole.

    toggled: open the list or fold it.
    """

    toggled = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.button = Button("", Key.RULES.shown, ButtonLook.STRIP, centred=False)
        self.button.setProperty("look", "strip")
        self.button.clicked.connect(self.toggled)
        column.addWidget(self.button)
        self.hide()

    def show_words(self, sentence: str) -> None:
        """What it says."""
        self.button.show_text(sentence)


class RulesList(QFrame):
    """The rules whole; it never takes the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 8, 12, 10)
        inside.setSpacing(4)
        self.facts = label(look="small")
        self.rules = label(look="small", rich=True)
        inside.addWidget(label(_FACTS, "heading"))
        inside.addWidget(self.facts)
        inside.addWidget(label(_RULES, "heading"))
        inside.addWidget(self.rules)
        inside.addWidget(label(f"{Key.RULES.shown} folds this list", "quiet"))
        self.hide()

    def show_rules(self, facts: tuple[str, ...], rules: tuple[tuple[str, str], ...]) -> None:
        """Facts to ask for, and rules as (name, text)."""
        self.facts.setText("\n".join(f"• {fact}" for fact in facts))
        lines = (f"<b>{_safe(name)}</b> {_safe(text)}" for name, text in rules)
        self.rules.setText("<br>".join(f"{at + 1}. {line}" for at, line in enumerate(lines)))


def _safe(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
