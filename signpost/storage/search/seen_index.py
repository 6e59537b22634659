"""The directory as its search index shows it from one point; what was read is kept for the next
key, within bounds.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from signpost.domain.listing import (
    FEW_PLACES,
    MOST_OF_A_NAME,
    MOST_PLACELESS,
    NEAREST_PLACES,
    Listing,
)
from signpost.domain.name_index import SHORTEST_PREFIX, words_of
from signpost.domain.place import Position
from signpost.domain.service_kind import ServiceKind
from signpost.storage.search.index_reader import Asked, IndexReader
from signpost.storage.search.index_text import generic_mark, topic_mark
from signpost.storage.search.nearest import nearest, placeless

AT_A_TIME = 32
MOST_LISTINGS = 5_000
MOST_ROWS = 150
MOST_NAMES_KNOWN = 20_000
LONGEST_NAME = 8
"""Words of a name that can be said outright."""
MOST_BEING_TYPED = 20


class ListingShelf:
    """Listings of one index that were read before; the oldest go first."""

    def __init__(self, reader: IndexReader) -> None:
        self.reader = reader
        self._kept: dict[int, Listing] = {}

    def get(self, numbers: Iterable[int]) -> dict[int, Listing]:
        """Listings by number; one with very many places comes without them."""
        wanted = list(numbers)
        missing = [number for number in wanted if number not in self._kept]
        if missing:
            self._kept |= self.reader.listings(missing)
        found = {number: self._kept[number] for number in wanted if number in self._kept}
        for oldest in list(islice(self._kept, max(0, len(self._kept) - MOST_LISTINGS))):
            del self._kept[oldest]
        return found


class _Row:
    """Numbers of listings in order, read only as far as somebody wanted."""

    def __init__(self, groups: Iterator[list[int]]) -> None:
        self._groups = groups
        self._known: dict[int, None] = {}
        self._in_order: list[int] = []

    def some_from(self, start: int) -> list[int]:
        """The next few; empty at the end."""
        while len(self._in_order) <= start:
            group = next(self._groups, None)
            if group is None:
                break
            fresh = [each for each in dict.fromkeys(group) if each not in self._known]
            self._known |= dict.fromkeys(fresh)
            self._in_order += fresh
        return self._in_order[start : start + AT_A_TIME]


class SeenIndex:
    """Listings of an index, seen from `origin` (None: not known)."""

    def __init__(self, shelf: ListingShelf, origin: Position | None) -> None:
        self.origin = origin
        self._shelf = shelf
        self._reader = shelf.reader
        self._rows: dict[object, _Row] = {}
        self._crowded: dict[int, Listing] = {}
        self._is_name: dict[str, bool] = {}
        self._priorities: dict[ServiceKind, int] = {}

    def of_kind(self, kind: ServiceKind) -> Iterable[Listing]:
        """Services of a kind that are not only for certain topics."""
        return self.matching(f"marks : {generic_mark(kind)}")

    def for_topic(self, topic_id: str) -> Iterable[Listing]:
        """Services that name this topic."""
        return self.matching(f"marks : {topic_mark(topic_id)}")

    def matching(self, expression: str) -> Iterable[Listing]:
        """Services of which a document matches a full-text expression."""
        return self._listed(expression, self._reader.matching(expression), MOST_PLACELESS)

    def named_in(self, words: str) -> Iterable[tuple[Listing, str]]:
        """Services that the words name outright, each with the name that was found."""
        said = words_of(words)
        grams = {
            " ".join(said[start : start + length])
            for start in range(len(said))
            for length in range(1, min(LONGEST_NAME, len(said) - start) + 1)
        }
        names = sorted(self._names_among(grams), key=lambda name: -len(name.split()))
        if said and len(said[-1]) >= SHORTEST_PREFIX:
            names += self._reader.single_names_from(said[-1], MOST_BEING_TYPED)
        for name in dict.fromkeys(names):
            asked = self._reader.called(name)
            listed = self._listed(("called", name), asked, MOST_OF_A_NAME)
            for listing in islice(listed, MOST_OF_A_NAME):
                yield listing, name

    def priority_of(self, kind: ServiceKind) -> int:
        """The practice's priority of a kind: the highest that any of its services carries."""
        if kind not in self._priorities:
            self._priorities[kind] = self._reader.priority_of(kind)
        return self._priorities[kind]

    def _listed(self, key: object, asked: Asked, most_placeless: int) -> Iterator[Listing]:
        row = self._rows.get(key)
        if row is None:
            if len(self._rows) >= MOST_ROWS:
                del self._rows[next(iter(self._rows))]
            row = self._rows[key] = _Row(self._groups(asked, most_placeless))
        start = 0
        while numbers := row.some_from(start):
            start += len(numbers)
            for number, listing in self._shelf.get(numbers).items():
                yield self._with_places(number, listing)

    def _groups(self, asked: Asked, most_placeless: int) -> Iterator[list[int]]:
        without = placeless(self._reader, asked, MOST_PLACELESS * FEW_PLACES)
        yield list(dict.fromkeys(each.number for each in without))[:most_placeless]
        for group in nearest(self._reader, asked, self.origin):
            yield [each.number for each in group]

    def _with_places(self, number: int, listing: Listing) -> Listing:
        """The listing with its nearest places, when there are too many for all of them."""
        if listing.places <= FEW_PLACES:
            return listing
        known = self._crowded.get(number)
        if known is None:
            documents: list[int] = []
            for group in nearest(self._reader, self._reader.places_of(number), self.origin):
                documents += [each.document for each in group]
                if len(documents) >= NEAREST_PLACES:
                    break
            spots = self._reader.spots(documents[:NEAREST_PLACES])
            known = self._crowded[number] = replace(listing, spots=spots)
        return known

    def _names_among(self, grams: set[str]) -> list[str]:
        unknown = [gram for gram in grams if gram not in self._is_name]
        if unknown:
            if len(self._is_name) > MOST_NAMES_KNOWN:
                self._is_name.clear()
            found = self._reader.names_among(unknown)
            self._is_name |= {gram: gram in found for gram in unknown}
        return [gram for gram in grams if self._is_name.get(gram)]
