"""Printing the paper sheet: what the desk turns to when the program or its prompts are off."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from signpost.content.print_wording import read_paper_wording
from signpost.domain.faults import ContentFault
from signpost.domain.practice_details import ANSWER_MINUTES
from signpost.domain.protocol import Protocol
from signpost.errors import NotAvailable
from signpost.exchange.paper_sheet import PaperSheet, write_paper_sheet
from signpost.usecases.listen import Listening

_NUMBER_OF_ID = 2  # an id is two letters, then its number: RF57b


@dataclass(frozen=True)
class Printed:
    """What was printed, and a sentence for each thing that is missing from the sheet."""

    file: Path
    protocols: int
    topics: int
    faults: tuple[str, ...]


def print_paper_sheet(
    listening: Listening,
    resources: Path,
    out: Path,
    made: datetime,
    *,
    practice: str = "",
    answer_minutes: int = ANSWER_MINUTES,
    rehearsal: bool = True,
    large: bool = False,
) -> Printed:
    """Write the sheet of all protocols and the chosen topics; replaces `out` only when complete.

    Protocols that cannot be read are missing from it, and its first page says so. Raises
    NotAvailable when there is nothing to print, or the file cannot be written.
    """
    faults: list[ContentFault] = []
    wording = read_paper_wording(resources / "print" / "paper_sheet.toml", faults)
    if wording is None or not listening.protocols:
        why = str(faults[0]) if faults else "no protocol can be read."
        raise NotAvailable(
            f"The paper sheet cannot be printed: {why}",
            "Run signpost content check; keep using the last sheet that you printed.",
        )
    chosen = wording.topics.chosen
    missing = [f"No topic has the id {one}." for one in chosen if one not in listening.topics]
    sheet = PaperSheet(
        wording=wording,
        protocols=tuple(sorted(listening.protocols.values(), key=_in_order)),
        approved=listening.approved,
        topics=tuple(topic for key, topic in listening.topics.items() if key in chosen),
        version=listening.library.version,
        practice=practice,
        answer_minutes=answer_minutes,
        incomplete=_incomplete(listening),
        rehearsal=rehearsal,
        large=large,
    )
    write_paper_sheet(sheet, out, made, resources / "print", resources / "fonts")
    return Printed(out, len(sheet.protocols), len(sheet.topics), (*listening.faults, *missing))


def _incomplete(listening: Listening) -> str:
    if listening.is_complete:
        return ""
    return (
        f"This sheet is incomplete: it has {listening.in_use} of {listening.library.expected} "
        "protocols, or some of them have faults. What is missing here may still be an emergency."
    )


def _in_order(protocol: Protocol) -> tuple[int, str]:
    digits = "".join(sign for sign in protocol.id[_NUMBER_OF_ID:] if sign.isdigit())
    return (int(digits) if digits else 0, protocol.id)
