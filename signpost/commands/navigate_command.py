"""`signpost navigate --jsonl`: many phrases at once through the matching and ranking of the call
screen; only reads."""

import argparse
import json
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, BinaryIO, TextIO

from signpost.domain.caller import OLDEST_YEARS, PatientFacts, Sex
from signpost.domain.local_time import local_time
from signpost.errors import NotAvailable, UserMistake
from signpost.paths import bundled, existing_data_dir
from signpost.usecases.find_services import FindServices
from signpost.usecases.listen import SNAPSHOTS, start_listening
from signpost.usecases.named_directory import read_named
from signpost.usecases.navigate import Navigate, Navigated


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words of this command."""
    parser.add_argument("--jsonl", action="store_true", required=True, help="JSON lines in and out")
    parser.add_argument(
        "--drafts", action="store_true", help="show drafts with their levels, as in rehearsal"
    )
    parser.add_argument(
        "--at", metavar="LOCAL_TIME", help="answer as at this local time, e.g. 2026-11-23T10:30"
    )
    parser.add_argument(
        "--directory", metavar="starter|example|FILE", help="instead of this PC's directory"
    )


def run(arguments: argparse.Namespace) -> int:
    """Exit status 1 when a line could not be used, 2 when nothing could be started."""
    try:
        now = _at(arguments.at)
        folder = existing_data_dir(arguments.data_dir)
        chosen = read_named(arguments.directory, folder)
    except (UserMistake, NotAvailable) as mistake:
        sys.stderr.write(f"{mistake}\n")
        return 2
    snapshots = folder / SNAPSHOTS if folder else None
    listening = start_listening(bundled("resources"), snapshots, keep=False)
    for fault in (*listening.faults, *chosen.faults):
        sys.stderr.write(f"{fault}\n")
    navigate = Navigate(listening, FindServices(chosen.directory), show_drafts=arguments.drafts)
    return answer_lines(sys.stdin.buffer, sys.stdout, navigate, now)


def answer_lines(
    lines: BinaryIO | Iterable[bytes], out: TextIO, navigate: Navigate, now: datetime
) -> int:
    """One answer for each line, in order, flushed; 1 when any line was bad, else 0."""
    status = 0
    for raw in lines:
        if not raw.strip():
            continue
        key, answer = None, {}
        try:
            asked = _asked(raw)
            key = asked.get("id")
            answer = _as_json(navigate.take(_words(asked), _patient(asked), now))
        except UserMistake as mistake:
            status, answer = 1, {"error": mistake.sentence}
        out.write(json.dumps({"id": key, **answer}, ensure_ascii=True) + "\n")
        out.flush()
    return status


def _at(typed: str | None) -> datetime:
    if typed is None:
        return local_time(datetime.now(UTC)).replace(tzinfo=None)
    try:
        return datetime.fromisoformat(typed).replace(tzinfo=None)
    except ValueError:
        raise UserMistake("at", f"'{typed}' is not a time such as 2026-11-23T10:30.") from None


def _asked(raw: bytes) -> dict[str, Any]:
    try:
        asked = json.loads(raw.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError):
        raise UserMistake("line", "The line is not one JSON object in UTF-8.") from None
    if not isinstance(asked, dict):
        raise UserMistake("line", "The line is not a JSON object.")
    return asked


def _words(asked: dict[str, Any]) -> str:
    words = asked.get("words")
    if not isinstance(words, str):
        raise UserMistake("words", "words must be text.")
    return words


def _patient(asked: dict[str, Any]) -> PatientFacts:
    age, sex, pregnant = asked.get("age"), asked.get("sex"), asked.get("pregnant")
    if age is not None and (
        isinstance(age, bool) or not isinstance(age, int | float) or not 0 <= age <= OLDEST_YEARS
    ):
        raise UserMistake("age", "age must be a number of years, or null.")
    if sex not in {None, "F", "M"}:
        raise UserMistake("sex", 'sex must be "F", "M" or null.')
    if pregnant is not None and not isinstance(pregnant, bool):
        raise UserMistake("pregnant", "pregnant must be true, false or null.")
    return PatientFacts(None if age is None else float(age), Sex(sex) if sex else None, pregnant)


def _as_json(navigated: Navigated) -> dict[str, Any]:
    return {
        "prompts": [
            {
                "protocol": prompt.protocol.id,
                "title": prompt.protocol.title,
                "level": prompt.levels[0].value if prompt.levels else None,
                "levels": [level.value for level in prompt.levels],
                "state": prompt.state.value,
                "approval": "approved" if prompt.is_approved else "draft",
                "because": " · ".join(prompt.because),
            }
            for prompt in navigated.prompts
        ],
        "topics": [{"id": topic.id, "title": topic.title} for topic in navigated.topics],
        "held": navigated.held,
        "suggestions": [
            {
                "service": suggestion.service_id,
                "name": suggestion.name,
                "kind": suggestion.kind.value,
                "fit": suggestion.fit.value,
                "why": suggestion.not_met or suggestion.why,
                "open": suggestion.open_text,
            }
            for suggestion in navigated.suggestions
        ],
    }
