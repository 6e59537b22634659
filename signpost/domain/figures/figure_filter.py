"""Which records figures are about, besides their days."""

from dataclasses import dataclass

from signpost.domain.call import Outcome


@dataclass(frozen=True)
class FigureFilter:
    """Only records that fit everything that is set; empty text and None ask for nothing.

    `recorder_id` is ever only the person who asks: figures are never about somebody else.
    """

    kind: str = ""
    service_id: str = ""
    topic_id: str = ""
    outcome: Outcome | None = None
    recorder_id: str = ""

    @property
    def asks_nothing(self) -> bool:
        """True when every counted record fits."""
        return self == FigureFilter()


EVERYTHING = FigureFilter()
