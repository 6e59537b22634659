"""Finds services that the words name outright: "physio", "Samaritans", "district nurse"."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from signpost.domain.service import Service

SHORTEST_ALONE = 8
"""A one-word name shorter than this is an everyday word too often: Mind, Beat, Scope, Contact."""

SHORTEST_PREFIX = 5
_WORD = re.compile(r"[a-z0-9]+")
_ASIDE = re.compile(r"\([^)]*\)")

Words = tuple[str, ...]


class NameIndex:
    """Names by their first word, and one-word names in order for the word being typed."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._by_first: dict[str, list[tuple[Words, str]]] = {}
        alone: set[tuple[str, str]] = set()
        for service_id, name in names:
            words = words_of(name)
            if not words:
                continue
            self._by_first.setdefault(words[0], []).append((words, service_id))
            if len(words) == 1:
                alone.add((words[0], service_id))
        self._alone = sorted(alone)

    def named_in(self, text: str) -> dict[str, str]:
        """Ids of services named in the text, each with the words that name it; longest first."""
        words = words_of(text)
        found: dict[str, str] = {}
        hits = [hit for place in range(len(words)) for hit in self._hits(words, place)]
        for name, service_id in sorted(hits, key=lambda hit: -len(hit[0])):
            found.setdefault(service_id, " ".join(name))
        for whole, service_id in self._being_typed(words[-1]) if words else ():
            found.setdefault(service_id, whole)
        return found

    def _hits(self, words: Words, place: int) -> Iterator[tuple[Words, str]]:
        for name, service_id in self._by_first.get(words[place], ()):
            if words[place : place + len(name)] == name:
                yield name, service_id

    def _being_typed(self, last: str) -> Iterator[tuple[str, str]]:
        if len(last) < SHORTEST_PREFIX:
            return
        for name, service_id in self._alone[bisect_left(self._alone, (last, "")) :]:
            if not name.startswith(last):
                return
            yield name, service_id


def words_of(text: str) -> Words:
    """Words in lower case; apostrophes are dropped, so that doctor's and doctors are one."""
    return tuple(_WORD.findall(text.lower().replace("'", "").replace("’", "")))


def names_of(service: Service) -> Iterator[str]:
    """What a service is called: its alternate names, and its own name without asides."""
    yield from service.alternate_names
    name = _ASIDE.sub(" ", service.name)
    words = words_of(name)
    if len(words) > 1 or (words and len(words[0]) >= SHORTEST_ALONE):
        yield name
