"""The rules that hold in every call, whatever the protocol: the same wording as on paper."""

from dataclasses import dataclass
from pathlib import Path

from signpost.content.print_wording import read_paper_wording
from signpost.domain.faults import ContentFault

MINUTES = "{minutes}"


@dataclass(frozen=True)
class RulesOfEveryCall:
    """What stands above every open prompt, and the whole list behind it: (name, text) each.

    `fault` is a sentence naming file and place when the wording cannot be read; the rest is empty.
    """

    in_short: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    rules: tuple[tuple[str, str], ...] = ()
    fault: str = ""

    def with_minutes(self, minutes: int) -> tuple[tuple[str, str], ...]:
        """The rules with the practice's own time within which a clinician has to answer."""
        return tuple(
            (name.replace(MINUTES, str(minutes)), text.replace(MINUTES, str(minutes)))
            for name, text in self.rules
        )


def read_rules(resources: Path) -> RulesOfEveryCall:
    """The rules as the content folder has them. Never raises for what stands in the file."""
    faults: list[ContentFault] = []
    wording = read_paper_wording(resources / "print" / "paper_sheet.toml", faults)
    if wording is None:
        return RulesOfEveryCall(fault=str(faults[0]))
    rules = tuple((rule.name, rule.text) for rule in wording.rules)
    return RulesOfEveryCall(wording.in_short, wording.facts, rules)
