"""Finds protocols and topics by name, body area or letter, and writes the selected one out."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from signpost.domain.protocol import Protocol
from signpost.domain.protocol_words import condition
from signpost.domain.topic import Topic
from signpost.ui.browser.browser_view import BrowserView
from signpost.ui.call.prompt_words import approval_words

if TYPE_CHECKING:
    from signpost.usecases.listen import Listening


class BrowserPresenter(QObject):
    """Lists what the program listens for."""

    def __init__(self, view: BrowserView) -> None:
        super().__init__()
        self._view = view
        self._all: tuple[Protocol | Topic, ...] = ()
        self._listed: tuple[Protocol | Topic, ...] = ()
        view.sought.connect(self._find)
        view.selected.connect(self._show)

    def use(self, listening: "Listening") -> None:
        """The content is there."""
        protocols = sorted(listening.protocols.values(), key=lambda item: item.title.casefold())
        topics = sorted(listening.topics.values(), key=lambda item: item.title.casefold())
        self._all = (*protocols, *topics)
        self._find(self._view.finder.text())

    def _find(self, typed: str) -> None:
        sought = typed.strip().casefold()
        self._listed = tuple(item for item in self._all if _fits(item, sought))
        names = tuple(_name(item) for item in self._listed)
        protocols = sum(isinstance(item, Protocol) for item in self._listed)
        count = f"{protocols} protocols, {len(self._listed) - protocols} topics"
        self._view.show_names(names, count)
        if not names:
            self._view.show_text("")

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._listed):
            item = self._listed[row]
            html = _protocol_html(item) if isinstance(item, Protocol) else _topic_html(item)
            self._view.show_text(html)


def _name(item: Protocol | Topic) -> str:
    return item.title if isinstance(item, Protocol) else f"{item.title} (topic)"


def _fits(item: Protocol | Topic, sought: str) -> bool:
    if len(sought) <= 1:
        return item.title.casefold().startswith(sought)
    return sought in item.title.casefold() or sought in item.group.casefold()


def _protocol_html(protocol: Protocol) -> str:
    questions = "".join(f"<li>{escape(question.text)}</li>" for question in protocol.questions)
    rows = "".join(
        f"<p><b>{escape(condition(protocol, row))} →</b> {escape(row.level.label)}: "
        f"{escape(row.action)}</p>"
        for row in protocol.rows_gravest_first
    )
    return (
        f"<h2>{escape(protocol.title)}</h2>"
        f"<p>{escape(protocol.group)} · {escape(protocol.applies_to)}</p>"
        f"<h3>Ask</h3><ol>{questions}</ol><h3>Then</h3>{rows}"
        f"<p><b>While waiting:</b> {escape(protocol.while_waiting)}</p>"
        f"<p><b>Do not say:</b> {escape(protocol.do_not_say)}</p>"
        f"<p>{escape(approval_words(protocol))}</p>"
    )


def _topic_html(topic: Topic) -> str:
    kinds = "".join(f"<li>{escape(kind.label)}</li>" for kind in topic.kinds)
    questions = "".join(f"<li>{escape(question)}</li>" for question in topic.questions)
    variants = "".join(
        f"<p>{escape(variant.note)}</p>" for variant in topic.variants if variant.note
    )
    self_care = f"<p>NHS page: {escape(topic.self_care)}</p>" if topic.self_care else ""
    return (
        f"<h2>{escape(topic.title)}</h2><p>{escape(topic.group)}</p><h3>Ask</h3><ul>{questions}</ul>"
        f"<h3>Services that fit, best first</h3><ol>{kinds}</ol>{variants}"
        f"<p><b>Not for signposting:</b> {escape(topic.unsuitable)}</p>{self_care}"
    )
