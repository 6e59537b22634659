"""Exactly what is approved: each item with all that it uses, as one text with one hash."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

import msgspec

from signpost.content.library import Library
from signpost.domain.approval import ItemKind, Wording
from signpost.domain.concept import BUILT_INS, Concept, WordSet
from signpost.domain.protocol import Protocol, Trigger
from signpost.domain.scenario import Scenario

_NAMED = re.compile(r"\[([a-z0-9_~]+)\]")
_HASH_DIGITS = 8
_T = TypeVar("_T")


@dataclass(frozen=True)
class ProtocolWording:
    """A protocol with the concepts that its triggers use and the sets that those use."""

    protocol: Protocol
    concepts: tuple[Concept, ...]
    sets: tuple[WordSet, ...]


def whole_protocol(protocol: Protocol, library: Library) -> ProtocolWording:
    """A protocol with everything that decides when it is raised and what it shows."""
    concepts = {concept.name: concept for concept in library.concepts}
    sets = {word_set.name: word_set for word_set in library.sets}
    used: dict[str, Concept] = {}
    used_sets: dict[str, WordSet] = {}
    waiting = [*_concepts_of(protocol), *_named_in(protocol.lookalikes)]
    while waiting:
        name = waiting.pop()
        if name in concepts and name not in used:
            used[name] = concepts[name]
            waiting += _named_in(_phrases(concepts[name]))
        if name in sets and name not in used_sets:
            used_sets[name] = sets[name]
            waiting += _named_in(sets[name].members)
    return ProtocolWording(
        protocol,
        tuple(used[name] for name in sorted(used)),
        tuple(used_sets[name] for name in sorted(used_sets)),
    )


def wordings(library: Library, scenarios: Iterable[Scenario] = ()) -> dict[Wording, bytes]:
    """Every item that needs approval, with exactly what would be approved."""
    found: dict[Wording, bytes] = {}
    for protocol in library.protocols:
        whole = whole_protocol(protocol, library)
        _add(found, ItemKind.PROTOCOL, protocol.id, protocol.title, whole)
    for topic in library.topics:
        _add(found, ItemKind.TOPIC, topic.id, topic.title, topic)
    for scenario in scenarios:
        _add(found, ItemKind.SCENARIO, scenario.id, scenario.title, scenario)
    return found


def library_in_use(library: Library, approved: Mapping[str, bytes]) -> Library:
    """The content that a live call uses: each protocol at its approved wording where it has one.

    `approved` holds, by protocol id, the wordings last approved. A concept that such a wording
    knew otherwise gets a name of its own, so that both can be listened for. Protocols without an
    approved wording stay as drafts: they are never met with silence.
    """
    names = _Names(library)
    protocols = []
    for protocol in library.protocols:
        kept = approved.get(protocol.id)
        protocols.append(names.take(_decoded(kept)) if kept else protocol)
    return replace(
        library,
        protocols=tuple(protocols),
        concepts=tuple(names.concepts.values()),
        sets=tuple(names.sets.values()),
    )


class _Names:
    """Concepts and sets by name, several wordings of one side by side."""

    def __init__(self, library: Library) -> None:
        self.concepts = {concept.name: concept for concept in library.concepts}
        self.sets = {word_set.name: word_set for word_set in library.sets}

    def take(self, whole: ProtocolWording) -> Protocol:
        """The protocol with names under which its own wordings are known."""
        changed = {each.name for each in whole.concepts if self.concepts.get(each.name) != each}
        changed |= {each.name for each in whole.sets if self.sets.get(each.name) != each}
        # Whatever names a changed part is a changed part itself.
        parts = {
            **{each.name: _phrases(each) for each in whole.concepts},
            **{each.name: each.members for each in whole.sets},
        }
        while (
            more := {name for name, texts in parts.items() if set(_named_in(texts)) & changed}
            - changed
        ):
            changed |= more
        stamp = _digest(whole)[:_HASH_DIGITS]
        renamed = {name: f"{name}~{stamp}" for name in changed}
        for concept in whole.concepts:
            if concept.name in renamed:
                fresh = replace(
                    concept,
                    name=renamed[concept.name],
                    phrases=_renamed(concept.phrases, renamed),
                    masks=_renamed(concept.masks, renamed),
                    hints=_renamed(concept.hints, renamed),
                )
                self.concepts[fresh.name] = fresh
        for word_set in whole.sets:
            if word_set.name in renamed:
                name = renamed[word_set.name]
                self.sets[name] = WordSet(name, _renamed(word_set.members, renamed))
        return replace(
            whole.protocol,
            lookalikes=_renamed(whole.protocol.lookalikes, renamed),
            triggers=tuple(_trigger(each, renamed) for each in whole.protocol.triggers),
        )


def _trigger(trigger: Trigger, renamed: Mapping[str, str]) -> Trigger:
    return replace(
        trigger,
        all_of=tuple(renamed.get(name, name) for name in trigger.all_of),
        any_of=tuple(tuple(renamed.get(name, name) for name in group) for group in trigger.any_of),
    )


def _concepts_of(protocol: Protocol) -> list[str]:
    names = [
        name
        for trigger in protocol.triggers
        for group in (trigger.all_of, *trigger.any_of)
        for name in group
    ]
    return [name for name in names if name not in BUILT_INS]


def _phrases(concept: Concept) -> tuple[str, ...]:
    return (*concept.phrases, *concept.masks, *concept.hints)


def _named_in(texts: Iterable[str]) -> list[str]:
    return [name for text in texts for name in _NAMED.findall(text)]


def _renamed(texts: Iterable[str], renamed: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(
        _NAMED.sub(lambda found: f"[{renamed.get(found.group(1), found.group(1))}]", text)
        for text in texts
    )


def _add(
    found: dict[Wording, bytes], kind: ItemKind, item_id: str, title: str, whole: object
) -> None:
    found[Wording(kind, item_id, title, _digest(whole))] = _encoded(whole)


def _encoded(whole: object) -> bytes:
    return msgspec.json.encode(whole, order="deterministic")


def _digest(whole: object) -> str:
    return hashlib.sha256(_encoded(whole)).hexdigest()


def _decoded(kept: bytes) -> ProtocolWording:
    return msgspec.json.decode(kept, type=ProtocolWording)
