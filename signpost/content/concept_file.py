"""Concept files: word sets and concepts."""

from pathlib import Path

import msgspec

from signpost.content.toml_file import read_toml
from signpost.domain.concept import Concept, WordSet
from signpost.domain.faults import ContentFault


class ConceptShape(msgspec.Struct, forbid_unknown_fields=True):
    """One concept as written."""

    title: str
    phrases: list[str]
    masks: list[str] = []
    past_counts: bool = False
    hints: list[str] = []

    def concept(self, name: str) -> Concept:
        """As the domain's value."""
        return Concept(
            name,
            self.title,
            tuple(self.phrases),
            tuple(self.masks),
            past_counts=self.past_counts,
            hints=tuple(self.hints),
        )


class ConceptFileShape(msgspec.Struct, forbid_unknown_fields=True):
    """A concepts file as written."""

    sets: dict[str, list[str]] = {}
    concepts: dict[str, ConceptShape] = {}


def read_concepts(
    paths: list[Path], faults: list[ContentFault]
) -> tuple[tuple[WordSet, ...], tuple[Concept, ...]]:
    """Every set and concept of these files. A name used twice is a fault; the first one counts."""
    sets: dict[str, WordSet] = {}
    concepts: dict[str, Concept] = {}
    for path in paths:
        written = read_toml(path, ConceptFileShape, faults)
        if written is None:
            continue
        for name, members in written.sets.items():
            if name in sets:
                faults.append(
                    ContentFault(
                        path.name, f"sets.{name}", "is already in another file. Use another name."
                    )
                )
            sets.setdefault(name, WordSet(name, tuple(members)))
        for name, shape in written.concepts.items():
            if name in concepts:
                faults.append(
                    ContentFault(
                        path.name,
                        f"concepts.{name}",
                        "is already in another file. Use another name.",
                    )
                )
            concepts.setdefault(name, shape.concept(name))
    return tuple(sets.values()), tuple(concepts.values())
