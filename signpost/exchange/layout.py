"""What a table of records looks like: its columns in order, and where each cell comes from.

Rows are made a batch at a time, column by column, because a million rows of fifty cells leave no
time for a step of Python at every cell.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat

from signpost.domain.record_field import RecordField

Cell = str | int | None
Batch = Sequence[Sequence[object]]
"""Rows as they were read: one value for each of the fields that were asked for."""
Read = Mapping[RecordField, Sequence[object]]
"""The same turned round: the values of each field."""


@dataclass(frozen=True)
class Column:
    """One column. `cell` makes its cells from the values of the fields in `of`; without it they are
    taken as they were read, and without fields every cell is `text`.
    """

    caption: str
    of: tuple[RecordField, ...] = ()
    cell: Callable[..., object] | None = None
    text: str = ""

    def cells(self, read: Read, rows: int) -> Iterable[object]:
        """The column's cells for a batch."""
        if not self.of:
            return repeat(self.text, rows)
        if self.cell is None:
            return read[self.of[0]]
        return map(self.cell, *(read[name] for name in self.of))


def stored(caption: str, name: RecordField) -> Column:
    """A column that is written as it was read."""
    return Column(caption, (name,))


def fixed(caption: str, text: str = "") -> Column:
    """A column with the same text in every cell."""
    return Column(caption, text=text)


def made(caption: str, cell: Callable[..., object], *of: RecordField) -> Column:
    """A column whose cells are made from what was read."""
    return Column(caption, of, cell)


class Shortening:
    """Cuts texts that are too long for their column, and counts them."""

    def __init__(self, longest: int) -> None:
        self._longest = longest
        self.shortened = 0

    def __call__(self, text: str) -> str:
        """The text, or its beginning and an ellipsis."""
        if len(text) <= self._longest:
            return text
        self.shortened += 1
        return f"{text[: self._longest - 1]}…"


@dataclass(frozen=True)
class Layout:
    """The columns of one table. `with_voided` says whether voided records are in it; `shortening`
    counts the texts that did not fit.
    """

    columns: tuple[Column, ...]
    with_voided: bool = False
    shortening: Shortening | None = None
    fields: tuple[RecordField, ...] = field(init=False)

    def __post_init__(self) -> None:
        names = dict.fromkeys(name for column in self.columns for name in column.of)
        object.__setattr__(self, "fields", tuple(names))

    @property
    def shortened(self) -> int:
        """How many texts were too long so far."""
        return self.shortening.shortened if self.shortening else 0

    @property
    def captions(self) -> tuple[str, ...]:
        """The header."""
        return tuple(column.caption for column in self.columns)

    def rows(self, read: Read, count: int) -> Iterator[tuple[object, ...]]:
        """The rows of a batch."""
        return zip(*(column.cells(read, count) for column in self.columns), strict=True)


def turned(batch: Batch, fields: Iterable[RecordField]) -> Read:
    """A batch by field instead of by row."""
    return dict(zip(fields, zip(*batch, strict=True), strict=True))


def in_order(
    captions: Iterable[str], columns: Iterable[Column], *, or_empty: bool = False
) -> tuple[Column, ...]:
    """The columns in the order of a header; a caption without a column is empty where it may be."""
    by_caption = {column.caption: column for column in columns}
    made_of = tuple(
        by_caption.pop(caption, Column(caption)) if or_empty else by_caption.pop(caption)
        for caption in captions
    )
    if by_caption:
        raise ValueError(f"the header has no {', '.join(by_caption)}")
    return made_of
