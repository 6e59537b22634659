"""The practice's settings: one settings.toml, read once, never written by the program."""

import re
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

SMALLEST_TEXT, LARGEST_TEXT = 80, 200


@dataclass(frozen=True)
class Settings:
    """What a practice may set. Every setting has a default, so that no file is needed."""

    unanswered_prompt_seconds: int = field(
        default=60,
        metadata={
            "means": "seconds before an unanswered prompt suggests a clinician",
            "least": 10,
            "most": 600,
        },
    )
    park_reminder_seconds: int = field(
        default=30,
        metadata={
            "means": "seconds between reminders of a parked open prompt",
            "least": 10,
            "most": 600,
        },
    )
    text_size: int = field(
        default=100,
        metadata={
            "means": "size of text on screen, in per cent",
            "least": SMALLEST_TEXT,
            "most": LARGEST_TEXT,
        },
    )


@dataclass(frozen=True)
class LoadedSettings:
    """The settings in use, and a sentence for each thing in the file that could not be used."""

    settings: Settings
    faults: tuple[str, ...] = ()


def load_settings(file: Path) -> LoadedSettings:
    """Read the file; whatever cannot be used keeps its default and is told with file and line."""
    if not file.exists():
        return LoadedSettings(Settings())
    import tomllib  # noqa: PLC0415 - most PCs have no such file, and none needs it to start

    try:
        text = file.read_text(encoding="utf-8-sig")
        typed = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        reason = (
            "it is not a text file in UTF-8"
            if isinstance(error, ValueError)
            else "it cannot be opened"
        )
        return LoadedSettings(Settings(), (_unreadable(file, reason),))
    except tomllib.TOMLDecodeError as error:
        return LoadedSettings(Settings(), (_unreadable(file, _place(str(error), text)),))
    return _checked(file, text, typed)


def _checked(file: Path, text: str, typed: dict[str, Any]) -> LoadedSettings:
    known = {entry.name: entry for entry in fields(Settings)}
    good: dict[str, Any] = {}
    faults: list[str] = []
    for name, value in typed.items():
        where = f"{file}, line {_line_of(name, text)}"
        if name not in known:
            faults.append(
                f"{where}: there is no setting called {name}. Known are {', '.join(known)}."
            )
            continue
        fault = _fault(value, known[name].metadata["least"], known[name].metadata["most"])
        if fault:
            faults.append(
                f"{where}: {name} must be {fault}. Until then it is {known[name].default!r}."
            )
        else:
            good[name] = value
    return LoadedSettings(Settings(**good), tuple(faults))


def _fault(value: object, least: int, most: int) -> str:
    whole = isinstance(value, int) and not isinstance(value, bool)
    if whole and isinstance(value, int) and least <= value <= most:
        return ""
    return f"a whole number from {least} to {most}"


def _unreadable(file: Path, reason: str) -> str:
    return (
        f"The settings in {file} are not used: {reason}. Signpost goes on with its own settings "
        "and leaves the file as it is; correct it and start again."
    )


def _place(message: str, text: str) -> str:
    found = re.search(r"line (\d+)", message)
    line = found.group(1) if found else str(len(text.splitlines()))
    return f"line {line} is not written as a setting (name = value)"


def _line_of(name: str, text: str) -> int:
    for number, line in enumerate(text.splitlines(), start=1):
        if re.match(rf"\s*(\[\s*)?[\"']?{re.escape(name)}\b", line):
            return number
    return 1
