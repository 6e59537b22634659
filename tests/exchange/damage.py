"""Damages real files byte by byte, the same way every time it is asked for the same number."""

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

NASTY = (
    b"\x00", b"\xac", b'"', b",", b"\r\n", b"\n", b"\xff\xfe", b"{", b"}", b"[", b"]", b":", b"-1",
    b"99999999999999999999", b"1e999", b"NaN", b"null", b"true", b"\xc2\xac", b"PK\x03\x04",
    b"=a()", "\N{ARABIC-INDIC DIGIT THREE}".encode(), b"00:00-00:00", b"25:61", b"<b>", b"&amp;",
    b"\\u0000", b"\xed\xa0\x80", b"|", b";", b"\t", b"n/a", b"A" * 3_000,
)  # fmt: skip
CUT_OFF = 0.2
"""How often the end of a file goes when it might."""


def chance_of(name: str) -> random.Random:
    """The same chance every time for the same name."""
    return random.Random(name)  # noqa: S311 - no secret: what failed once must fail again


def damaged(raw: bytes, chance: random.Random) -> bytes:
    """One to six things go wrong: bytes change, go, come, double, move or end."""
    data = bytearray(raw)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(data) + 1)
        end = min(place + chance.randint(1, 60), len(data))
        other = chance.randrange(len(data) + 1)
        damages: tuple[tuple[int, int, bytes], ...] = (
            (place, place + 1, chance.randbytes(1)),
            (place, end, b""),
            (place, place, chance.choice(NASTY)),
            (place, end, chance.choice(NASTY)),
            (other, other, bytes(data[place:end])),
            (place, place, chance.randbytes(3)),
            (place, len(data) if chance.random() < CUT_OFF else place, b""),
        )
        first, last, new = chance.choice(damages)
        data[first:last] = new
    return bytes(data)


def damaged_zip(members: dict[str, bytes], chance: random.Random) -> bytes:
    """A ZIP with one damaged member, or itself damaged."""
    packed = io.BytesIO()
    victim = chance.choice(sorted(members))
    in_itself = chance.random() < 0.2
    with zipfile.ZipFile(packed, "w", chance.choice((0, 8))) as made:
        for name, raw in members.items():
            hit = name == victim and not in_itself
            made.writestr(name, damaged(raw, chance) if hit else raw)
    whole = packed.getvalue()
    return damaged(whole, chance) if in_itself else whole


def damaged_copies(source: Path) -> Callable[[random.Random], bytes]:
    """Something that makes damaged copies of a file, or of a folder as a ZIP; of a workbook the
    sheets inside are damaged.
    """
    if source.is_dir():
        files = [path for path in sorted(source.rglob("*")) if path.is_file()]
        members = {path.relative_to(source).as_posix(): path.read_bytes() for path in files}
        return lambda chance: damaged_zip(members, chance)
    if source.suffix == ".xlsx":
        with zipfile.ZipFile(source) as book:
            inside = {name: book.read(name) for name in book.namelist()}
        return lambda chance: damaged_zip(inside, chance)
    raw = source.read_bytes()
    return lambda chance: damaged(raw, chance)
