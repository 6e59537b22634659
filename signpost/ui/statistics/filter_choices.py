"""What the filters offer: every kind, service and topic that was ever counted while the screen is
open.
"""

from signpost.domain.figures.statistics import Spans, kind_name
from signpost.domain.figures.tally import Measure


class FilterChoices:
    """Names by value, growing with what is counted: a filter must not take its own way back."""

    def __init__(self) -> None:
        self._kinds: dict[str, str] = {}
        self._named: dict[str, dict[str, str]] = {"service": {}, "topic": {}}

    def learn(self, spans: Spans) -> None:
        """Offer what was counted here as well."""
        for tally in (spans.now, spans.before):
            for _, kind, _ in tally.of(Measure.OFFER):
                if kind:
                    self._kinds[kind] = kind_name(kind)
            for key, name in tally.names.items():
                what, _, its_id = key.partition(" ")
                if what in self._named:
                    self._named[what][its_id] = name

    @property
    def by_field(self) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
        """Kinds, services, topics."""
        return self._kinds, self._named["service"], self._named["topic"]
