"""Topic files: presenting problems, several to a file."""

from pathlib import Path

import msgspec

from signpost.content.toml_file import read_toml
from signpost.domain.faults import ContentFault
from signpost.domain.service_kind import ServiceKind
from signpost.domain.topic import AgeVariant, Topic


class VariantShape(msgspec.Struct, forbid_unknown_fields=True):
    """An age variant as written."""

    kinds: list[ServiceKind]
    age_min_years: float | None = None
    age_max_years: float | None = None
    note: str = ""


class TopicShape(msgspec.Struct, forbid_unknown_fields=True):
    """A topic as written."""

    id: str
    title: str
    group: str
    lay_terms: list[str]
    kinds: list[ServiceKind]
    questions: list[str] = []
    self_care: str = ""
    unsuitable: str = ""
    variants: list[VariantShape] = []

    def topic(self) -> Topic:
        """As the domain's value."""
        return Topic(
            id=self.id,
            title=self.title,
            group=self.group,
            lay_terms=tuple(self.lay_terms),
            kinds=tuple(self.kinds),
            questions=tuple(self.questions),
            self_care=self.self_care,
            unsuitable=self.unsuitable,
            variants=tuple(
                AgeVariant(v.age_min_years, v.age_max_years, tuple(v.kinds), v.note)
                for v in self.variants
            ),
        )


class TopicFileShape(msgspec.Struct, forbid_unknown_fields=True):
    """A topics file as written."""

    topics: list[TopicShape]


def read_topics(paths: list[Path], faults: list[ContentFault]) -> tuple[Topic, ...]:
    """Every topic of these files, in the order of the files. An id used twice is a fault."""
    found: dict[str, Topic] = {}
    for path in paths:
        written = read_toml(path, TopicFileShape, faults)
        for shape in written.topics if written else ():
            if shape.id in found:
                faults.append(
                    ContentFault(
                        path.name, shape.id, "is already a topic of another entry. Use another id."
                    )
                )
            elif not shape.lay_terms or not shape.kinds:
                faults.append(ContentFault(path.name, shape.id, "needs lay_terms and kinds."))
            else:
                found[shape.id] = shape.topic()
    return tuple(found.values())
