"""The wording of what is printed, besides the protocols and topics themselves."""

from dataclasses import dataclass

from signpost.domain.protocol import Level


@dataclass(frozen=True)
class PrintedRule:
    """A rule above all protocols: its name in bold, then the text that goes on from it."""

    name: str
    text: str


@dataclass(frozen=True)
class ChosenTopics:
    """The ids of the topics that are printed."""

    chosen: tuple[str, ...]


@dataclass(frozen=True)
class PaperWording:
    """What the paper sheet says, and the call screen in part: `in_short` above every prompt, the
    facts and rules on request. `numbers` are the lines that people fill in by hand; `{minutes}`
    in a rule stands for the time that a clinician has to answer."""

    title: str
    use_when: str
    in_short: tuple[str, ...]
    facts: tuple[str, ...]
    unmatched: str
    topics_before: str
    numbers: tuple[str, ...]
    rules: tuple[PrintedRule, ...]
    levels: dict[Level, str]
    topics: ChosenTopics


@dataclass(frozen=True)
class DirectoryWording:
    """What the printed directory says on its first page; `{printed}` in `check` stands for the day
    on which it was printed.
    """

    title: str
    check: str
    first: str
    choice: str
