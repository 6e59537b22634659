"""Arguments → the window, or one of the commands."""

import argparse
import sys
from pathlib import Path

from signpost import __version__


def main(argv: list[str] | None = None) -> int:
    """Run the program; the exit status is 0 unless something went wrong."""
    arguments = _parser().parse_args(argv)
    if arguments.command == "content":
        from signpost.commands import content_command

        return content_command.run(arguments)
    if arguments.command == "navigate":
        from signpost.commands import navigate_command

        return navigate_command.run(arguments)
    if arguments.command == "export":
        from signpost.commands import export_command

        return export_command.run(arguments)
    if arguments.tour:
        from signpost.app import run_tour

        return run_tour(arguments.tour)
    from signpost.app import run_window

    return run_window(arguments.data_dir)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="signpost", description="Active signposting for GP reception."
    )
    parser.add_argument("--version", action="version", version=f"Signpost {__version__}")
    parser.add_argument(
        "--data-dir", type=Path, help="keep the data in this folder instead of the usual one"
    )
    parser.add_argument(
        "--tour", type=Path, metavar="DIR", help="drive a whole call and leave screenshots in DIR"
    )
    commands = parser.add_subparsers(dest="command")
    content = commands.add_parser(
        "content", help="check the content files, or see what words are heard as"
    )
    navigate = commands.add_parser(
        "navigate", help="try the content on many phrases at once (JSON lines)"
    )
    export = commands.add_parser("export", help="write signposts.csv")
    from signpost.commands import content_command

    content_command.add_arguments(content)
    try:
        from signpost.commands import navigate_command

        navigate_command.add_arguments(navigate)
        from signpost.commands import export_command

        export_command.add_arguments(export)
    except ImportError:
        pass
    return parser


if __name__ == "__main__":
    sys.exit(main())
