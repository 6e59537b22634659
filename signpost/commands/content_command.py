"""`signpost content check | explain`: validates every content file; shows what one text is heard
as."""

import argparse
import sys
from pathlib import Path

from signpost.paths import bundled
from signpost.usecases.listen import Listening, start_listening

_OWN_FOLDER = "a folder of content other than the program's own"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words of this command."""
    actions = parser.add_subparsers(dest="action", required=True)
    check = actions.add_parser(
        "check", help="read every content file and name each fault by file and key"
    )
    check.add_argument(
        "--resources",
        type=Path,
        default=None,
        help=_OWN_FOLDER,
    )
    explain = actions.add_parser(
        "explain", help="show the concepts, protocols and topics heard in some words"
    )
    explain.add_argument("words", nargs="+", help="the caller's words; each argument is one call")
    explain.add_argument(
        "--resources",
        type=Path,
        default=None,
        help=_OWN_FOLDER,
    )


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0; 1 when the content has faults."""
    listening = start_listening(arguments.resources or bundled("resources"))
    if arguments.action == "explain":
        for words in arguments.words:
            sys.stdout.write(_explained(listening, words))
        return 0
    for fault in listening.faults:
        sys.stdout.write(f"{fault}\n")
    library = listening.library
    sys.stdout.write(
        f"{listening.in_use} of {library.expected} protocols, {len(library.topics)} topics, "
        f"{len(library.concepts)} concepts, content {library.version}: {len(listening.faults)} faults.\n"
    )
    return 1 if listening.faults else 0


def _explained(listening: Listening, words: str) -> str:
    heard = listening.matcher.hear(words)
    lines = [words]
    for match in heard.prompts:
        title = listening.protocols[match.protocol_id].title
        reason = f" ({match.reason.value})" if match.reason else ""
        said = " · ".join(match.because)
        lines.append(f"  {match.state.value}{reason}: {match.protocol_id} {title} <- {said}")

    lines += [
        f"  topic: {match.topic_id} {match.score:.1f} <- {' · '.join(match.because)}"
        for match in heard.topics
    ]
    lines.append(f"  concepts: {', '.join(listening.matcher.concepts_in(words)) or 'none'}")
    return "\n".join(lines) + "\n"
