"""Finds protocols and topics by name, body area or letter, and writes the selected one out."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from signpost.domain.protocol import Protocol
from signpost.domain.protocol_words import condition
from signpost.domain.topic import Topic
from signpost.ui.browser.browser_view import BrowserView, Kind, Order, ShownItem
from signpost.ui.call.prompt_words import approval_words

if TYPE_CHECKING:
    from signpost.usecases.listen import Listening

_Item = Protocol | Topic


class BrowserPresenter(QObject):
    """Lists what the program listens for.

    used: the id of a protocol to be raised in the call.
    """

    used = Signal(str)

    def __init__(self, view: BrowserView) -> None:
        super().__init__()
        self._view = view
        self._all: tuple[_Item, ...] = ()
        self._listed: tuple[_Item, ...] = ()
        self._selected: _Item | None = None
        view.sought.connect(self._find)
        view.selected.connect(self._show)
        view.letter_pressed.connect(self._go_to_letter)
        view.use_asked.connect(self._use)

    def use(self, listening: "Listening") -> None:
        """The content is there."""
        self._all = (*listening.protocols.values(), *listening.topics.values())
        self._find()

    def _find(self) -> None:
        view = self._view
        sought = view.finder.text().strip().casefold()
        found = [item for item in self._all if _is_of(item, view.kinds.value)]
        found = [item for item in found if _fits(item, sought)]
        by_area = view.order.value is Order.AREA
        if by_area:
            areas = {item.group: _order_of_areas(item) for item in reversed(self._all)}
            found.sort(key=lambda item: (areas[item.group], item.group, *_by_name(item)))
        else:
            found.sort(key=_by_name)
        self._listed = tuple(found)
        protocols = sum(isinstance(item, Protocol) for item in found)
        view.show_letters(() if by_area else tuple(dict.fromkeys(_letter(item) for item in found)))
        self._selected = None
        view.show_text("", usable=False)
        view.show_items(
            _under_headings(self._listed, by_area=by_area),
            f"{protocols} protocols, {len(found) - protocols} topics",
        )

    def _show(self, place: int) -> None:
        item = self._listed[place]
        self._selected = item
        is_protocol = isinstance(item, Protocol)
        html = _protocol_html(item) if isinstance(item, Protocol) else _topic_html(item)
        self._view.show_text(html, usable=is_protocol)

    def _go_to_letter(self, letter: str) -> None:
        for place, item in enumerate(self._listed):
            if _letter(item) == letter:
                self._view.go_to(place)
                return

    def _use(self) -> None:
        if isinstance(self._selected, Protocol):
            self.used.emit(self._selected.id)


def _under_headings(items: tuple[_Item, ...], *, by_area: bool) -> tuple[ShownItem, ...]:
    shown: list[ShownItem] = []
    heading = ""
    for place, item in enumerate(items):
        above = item.group if by_area else _letter(item)
        if above != heading:
            heading = above
            shown.append(ShownItem(heading))
        shown.append(ShownItem(_name(item), place))
    return tuple(shown)


def _name(item: _Item) -> str:
    return item.title if isinstance(item, Protocol) else f"{item.title} (topic)"


def _by_name(item: _Item) -> tuple[str, str, bool]:
    return (_letter(item), item.title.casefold(), isinstance(item, Topic))


def _letter(item: _Item) -> str:
    return next((letter.upper() for letter in item.title if letter.isalpha()), "#")


def _order_of_areas(item: _Item) -> int:
    """Areas of protocols come before areas that only topics have."""
    return 0 if isinstance(item, Protocol) else 1


def _is_of(item: _Item, kind: object) -> bool:
    if kind is Kind.PROTOCOLS:
        return isinstance(item, Protocol)
    return kind is not Kind.TOPICS or isinstance(item, Topic)


def _fits(item: _Item, sought: str) -> bool:
    if len(sought) <= 1:
        return _letter(item).casefold().startswith(sought)
    if sought in item.title.casefold() or sought in item.group.casefold():
        return True
    return isinstance(item, Topic) and any(sought in term.casefold() for term in item.lay_terms)


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
