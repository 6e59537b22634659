"""`signpost content check | evaluate | explain | print`: for those who answer for the content."""

import argparse
import csv
import sys
from datetime import UTC, datetime
from pathlib import Path

from signpost.content.phrase_file import PhraseTest, read_phrase_tests
from signpost.domain.faults import ContentFault
from signpost.domain.local_time import local_time
from signpost.domain.practice_details import ANSWER_MINUTES
from signpost.domain.signpost import RecordMode
from signpost.errors import NotAvailable, UserMistake
from signpost.language.heard import Heard
from signpost.paths import bundled, existing_data_dir
from signpost.usecases.evaluate_content import KindsFor, PhraseResult, evaluate, shares
from signpost.usecases.find_services import FindServices
from signpost.usecases.listen import Listening, start_listening
from signpost.usecases.named_directory import read_named
from signpost.usecases.navigate import known_facts
from signpost.usecases.say_own_phrases import say_own_phrases

_OWN_FOLDER = "a folder of content other than the program's own"
_FIRST_SHOWN = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words of this command."""
    actions = parser.add_subparsers(dest="action", required=True)
    check = actions.add_parser("check", help="read every content file; name each fault by its key")
    check.add_argument(
        "--wordings",
        type=int,
        default=0,
        metavar="N",
        help="also say every phrase in up to N ways; name what its own concept does not hear",
    )
    trial = actions.add_parser("evaluate", help="measure the content on a file of phrase tests")
    trial.add_argument("file", type=Path, help="CSV or JSON lines: words, expect, and so on")
    trial.add_argument("--out", type=Path, help="also write every result to this CSV file")
    trial.add_argument("--directory", default="example", help="for the kinds of service suggested")
    explain = actions.add_parser("explain", help="show what is heard in some words")
    explain.add_argument("words", nargs="+", help="the caller's words; each argument is one call")
    sheet = actions.add_parser("print", help="the paper sheet: protocols and top topics, as a PDF")
    sheet.add_argument("--out", type=Path, required=True, metavar="FILE", help="the PDF to write")
    sheet.add_argument("--large", action="store_true", help="in large print")
    for action in (check, trial, explain, sheet):
        action.add_argument("--resources", type=Path, default=None, help=_OWN_FOLDER)


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0; 1 when the content or the file has faults or nothing could be printed; 2 for a
    mistake in the command."""
    listening = start_listening(arguments.resources or bundled("resources"))
    if arguments.action == "explain":
        for words in arguments.words:
            sys.stdout.write(_explained(listening, words))
        return 0
    if arguments.action == "print":
        return _print(listening, arguments)
    if arguments.action == "evaluate":
        try:
            return _evaluate(listening, arguments)
        except UserMistake as mistake:
            sys.stderr.write(f"{mistake.sentence}\n")
            return 2
    return _check(listening, arguments.wordings)


def _print(listening: Listening, arguments: argparse.Namespace) -> int:
    # Only this action needs the typesetter, which is a large library.
    from signpost.usecases.print_paper_sheet import print_paper_sheet  # noqa: PLC0415
    from signpost.usecases.set_up_practice import practice_of  # noqa: PLC0415 - with the database

    resources = arguments.resources or bundled("resources")
    out, made = arguments.out.absolute(), datetime.now(UTC)
    try:
        practice = practice_of(existing_data_dir(arguments.data_dir))
        printed = print_paper_sheet(
            listening,
            resources,
            out,
            made,
            practice=practice.name if practice else "",
            answer_minutes=practice.answer_minutes if practice else ANSWER_MINUTES,
            large=arguments.large,
        )
    except NotAvailable as failure:
        sys.stderr.write(f"signpost content print: {failure}\n")
        return 1
    for fault in printed.faults:
        sys.stderr.write(f"{fault}\n")
    sys.stdout.write(
        f"{printed.protocols} protocols and {printed.topics} topics in {printed.file}\n"
    )
    return 1 if printed.faults else 0


def _check(listening: Listening, wordings: int) -> int:
    for fault in listening.faults:
        sys.stdout.write(f"{fault}\n")
    for unheard in say_own_phrases(listening, wordings):
        sys.stdout.write(f"{unheard}\n")
    library = listening.library
    sys.stdout.write(
        f"{listening.in_use} of {library.expected} protocols, {len(library.topics)} topics, "
        f"{len(library.concepts)} concepts, content {library.version}, "
        f"{len(listening.faults)} faults.\n"
    )
    return 1 if listening.faults else 0


def _evaluate(listening: Listening, arguments: argparse.Namespace) -> int:
    faults: list[ContentFault] = []
    tests = read_phrase_tests(arguments.file, faults)
    for fault in faults:
        sys.stderr.write(f"{fault}\n")
    services = FindServices(read_named(arguments.directory, None).directory)
    results = evaluate(listening, tests, _kinds_for(listening, services))
    for result in results:
        if not result.is_met:
            sys.stdout.write(f"{_missed(result)}\n")
    for share in shares(results):
        sys.stdout.write(f"{share}\n")
    if arguments.out:
        _write(arguments.out, results)
    return 1 if faults else 0


def _kinds_for(listening: Listening, services: FindServices) -> KindsFor:
    now = local_time(datetime.now(UTC)).replace(tzinfo=None)

    def kinds_for(test: PhraseTest, heard: Heard) -> list[str]:
        topics = [(listening.topics[match.topic_id], match.score) for match in heard.topics]
        facts = known_facts(test.patient, heard.said)
        mode = RecordMode.REHEARSAL
        found = services.find(topics, facts, None, now, mode, words=test.words)
        return [suggestion.kind.value for suggestion in found[:_FIRST_SHOWN]]

    return kinds_for


def _missed(result: PhraseResult) -> str:
    test = result.test
    expected = f"{test.expect} {'|'.join(sorted(test.wanted))}".strip()
    heard = f"raised {' '.join(result.raised) or '-'}, check {' '.join(result.checked) or '-'}"
    return f"{test.id}: expected {expected}; {heard}; topics {' '.join(result.topics[:3]) or '-'}"


def _write(path: Path, results: tuple[PhraseResult, ...]) -> None:
    """Every result as CSV. Raises UserMistake when the file cannot be written."""
    try:
        with path.open("w", newline="", encoding="utf-8") as file:
            out = csv.writer(file)
            out.writerow(["id", "expect", "met", "raised", "checked", "topics", "kinds", "words"])
            for result in results:
                test = result.test
                expected = f"{test.expect} {'|'.join(sorted(test.wanted))}".strip()
                parts = (result.raised, result.checked, result.topics, result.kinds)
                lists = [" ".join(part) for part in parts]
                out.writerow([test.id, expected, result.is_met, *lists, test.words])
    except OSError as error:
        raise UserMistake("out", f"{path} cannot be written ({error.strerror}).") from error


def _explained(listening: Listening, words: str) -> str:
    heard = listening.matcher.hear(words)
    lines = [words]
    for match in heard.prompts:
        title = listening.protocols[match.protocol_id].title
        reason = f" ({match.reason.value})" if match.reason else ""
        said = " · ".join(match.because)
        lines.append(f"  {match.state.value}{reason}: {match.protocol_id} {title} <- {said}")
    for topic in heard.topics:
        lines.append(f"  topic: {topic.topic_id} {topic.score:.1f} <- {' · '.join(topic.because)}")
    lines.append(f"  concepts: {', '.join(listening.matcher.concepts_in(words)) or 'none'}")
    return "\n".join(lines) + "\n"
