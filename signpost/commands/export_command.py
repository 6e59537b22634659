"""`signpost export`: writes records in any of the forms; quiet when it worked."""

import argparse
import getpass
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from signpost.build import Desk, build_desk
from signpost.domain.call import Outcome
from signpost.domain.export_format import ExportFormat
from signpost.domain.permission import NotAllowedError
from signpost.domain.selection import Selection
from signpost.domain.service_kind import ServiceKind
from signpost.errors import NotAvailable, UserMistake
from signpost.exchange.record_source import Choices
from signpost.paths import data_dir
from signpost.usecases.export_records import Asker, ExportAsked, Exported, Via, deed_of
from signpost.usecases.standing_exports import StandingRefusedError

if TYPE_CHECKING:
    from signpost.usecases.prove_who import Proof

FAILED, MISTAKE, REFUSED = 1, 2, 3
_Words = TypeVar("_Words", bound=StrEnum)
AskPin = Callable[[str], str | None]
"""From a question to what was typed; None where there is nobody to ask."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words of this command."""
    parser.description = __doc__
    parser.epilog = (
        "Exit status: 0 written, 1 could not be written, 2 a mistake in the command, 3 not allowed "
        "(a PIN is needed and there is no terminal to ask on, or a standing export has expired)."
    )
    formats = ", ".join(each.value for each in ExportFormat)
    parser.add_argument(
        "--format",
        default=ExportFormat.SIGNPOSTS.value,
        metavar="FORM",
        help=f"{formats} (default: {ExportFormat.SIGNPOSTS.value})",
    )
    parser.add_argument("--from", dest="first", metavar="DATE", help="first day, as 2026-03-09")
    parser.add_argument("--to", dest="last", metavar="DATE", help="last day, included")
    parser.add_argument("--out", type=Path, metavar="FILE", help="the file (or folder) to write")
    parser.add_argument("--standing", metavar="NAME", help="run this standing export, alone")
    parser.add_argument("--outcome", action="append", default=[], help="only this; may be repeated")
    parser.add_argument("--kind", action="append", default=[], help="only services of this kind")
    parser.add_argument(
        "--reason", default="", metavar="WHY", help="why, and for whom: for the log"
    )
    parser.add_argument(
        "--by", default="", metavar="INITIALS", help="who exports; asks for the PIN"
    )
    for option, meaning in (
        ("--include-rehearsal", "rehearsal records as well as live ones"),
        ("--extra-columns", "emis-list: our own columns after EMIS's"),
        ("--for-excel", "long ids as formulas, so that Excel does not spoil them"),
        ("--months-only", "de-identified forms: months instead of days"),
    ):
        parser.add_argument(option, action="store_true", help=meaning)


def run(arguments: argparse.Namespace, ask: AskPin | None = None) -> int:
    """Exit status 0 when the file is written, 1 when it could not be, 2 for a mistake in the
    command, 3 when it is not allowed. `ask` asks for the PIN; the terminal by default.
    """
    try:
        desk = build_desk(data_dir(arguments.data_dir))
        try:
            done = _export(desk, arguments, ask or ask_on_terminal)
            sentences = desk.database.open()
        finally:
            desk.close()
    except (NotAllowedError, StandingRefusedError, _NobodyToAskError) as refused:
        return _say(refused.sentence, REFUSED)
    except UserMistake as mistake:
        return _say(mistake.sentence, MISTAKE)
    except NotAvailable as failure:
        return _say(f"{failure.sentence} {failure.remedy}".strip(), FAILED)
    for sentence in (*desk.faults, *sentences, *done.remarks()):
        _say(sentence, FAILED)
    if done.rows == 0 and done.rehearsal_left_out:
        _say("--include-rehearsal adds them.", 0)
    return 0


def ask_on_terminal(question: str) -> str | None:
    """What somebody types at the terminal, unseen; None without one."""
    return getpass.getpass(question) if sys.stdin is not None and sys.stdin.isatty() else None


class _NobodyToAskError(UserMistake):
    """A PIN is needed, and there is no terminal."""


def _export(desk: Desk, arguments: argparse.Namespace, ask: AskPin) -> Exported:
    now, account = datetime.now(UTC), _account()
    if arguments.standing is not None:
        if arguments.first or arguments.last or arguments.out:
            raise UserMistake("standing", "--standing has its own days and folder: leave out ours.")
        return desk.standing_exports.run(arguments.standing, now, account)
    asked = _asked(arguments)
    proof = _proof(desk, asked, arguments.by, ask, now)
    by = Asker(Via.COMMAND, proof, account=account)
    return desk.exports.export(asked, arguments.out.absolute(), by, now)


def _asked(arguments: argparse.Namespace) -> ExportAsked:
    for option, given in (
        ("--from", arguments.first),
        ("--to", arguments.last),
        ("--out", arguments.out),
    ):
        if not given:
            raise UserMistake(option, f"{option} is missing; --help tells all options.")
    return ExportAsked(
        _word("--format", arguments.format, ExportFormat),
        Selection(
            _day("--from", arguments.first),
            _day("--to", arguments.last),
            frozenset(_word("--outcome", typed, Outcome) for typed in arguments.outcome),
            frozenset(_word("--kind", typed, ServiceKind) for typed in arguments.kind),
            arguments.include_rehearsal,
        ),
        arguments.reason,
        Choices(arguments.extra_columns, arguments.for_excel, arguments.months_only),
    )


def _proof(
    desk: Desk, asked: ExportAsked, initials: str, ask: AskPin, now: datetime
) -> "Proof | None":
    """Who exports; None before anybody at the practice could be asked."""
    if desk.prove_who.anybody_may(deed_of(asked.format)):
        return None
    if not initials:
        raise UserMistake("by", "Say who exports with --by and their initials.")
    named = [each for each in desk.choose_recorder.recorders() if each.initials == initials.upper()]
    if not named:
        raise UserMistake("by", f"Nobody here has the initials {initials}.")
    pin = ask(f"PIN of {named[0].name}: ")
    if pin is None:
        raise _NobodyToAskError(
            "pin",
            "A PIN is needed and there is no terminal. Use a standing export for the scheduler.",
        )
    return desk.prove_who.prove(named[0].id, pin, now)


def _word(option: str, typed: str, words: type[_Words]) -> _Words:
    try:
        return words(typed)
    except ValueError:
        known = ", ".join(each.value for each in words)
        raise UserMistake(option, f"{option} {typed} is not known. Known are: {known}.") from None


def _day(option: str, typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise UserMistake(
            option,
            f"{option} {typed}: type a day that exists, as year-month-day, such as 2026-03-09.",
        ) from None


def _account() -> str:
    """The computer's account, for the log; empty where the system does not tell."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _say(sentence: str, status: int) -> int:
    sys.stderr.write(f"signpost export: {sentence}\n")
    return status
