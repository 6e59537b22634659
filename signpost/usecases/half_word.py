"""What was heard in half a word goes again when the word turns out to be another: "si" of
"since".
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from signpost.domain.call import Call
from signpost.language.heard import Heard, MatchState

_WORD_AT_END = re.compile(r"[^\W_]+(?:['’][^\W_]*)?$")


@dataclass(frozen=True)
class HalfWord:
    """The word at the text cursor: all text up to its end, where it starts, and the protocols it
    raised.
    """

    text: str = ""
    start: int = 0
    raised: frozenset[str] = frozenset()

    def goes_on_in(self, text: str) -> bool:
        """True while the same word is being typed further."""
        return (
            bool(self.raised)
            and text.startswith(self.text)
            and _WORD_AT_END.fullmatch(text[self.start :]) is not None
        )


def before_hearing(call: Call, half: HalfWord, text: str, heard: Heard) -> Call:
    """The call without prompts that only half of the word at the cursor had raised."""
    if not half.goes_on_in(text):
        return call
    still = {match.protocol_id for match in heard.prompts}
    return _without_untouched(call, half.raised - still)


def after_hearing(before: Call, after: Call, half: HalfWord, text: str, heard: Heard) -> HalfWord:
    """What the word at the cursor has raised so far; `text` ends at the cursor."""
    found = _WORD_AT_END.search(text)
    if found is None:
        return HalfWord()
    known = {(prompt.protocol_id, prompt.raised_at) for prompt in before.prompts}
    touching = {
        match.protocol_id
        for match in heard.prompts
        if match.state is MatchState.RAISED
        and any(mark.end > found.start() for mark in match.marks)
    }
    new = {
        prompt.protocol_id
        for prompt in after.prompts
        if (prompt.protocol_id, prompt.raised_at) not in known and prompt.protocol_id in touching
    }
    earlier = half.raised if half.goes_on_in(text) else frozenset()
    return HalfWord(text, found.start(), frozenset(new) | earlier)


def _without_untouched(call: Call, protocol_ids: Iterable[str]) -> Call:
    gone = {
        prompt.protocol_id
        for prompt in call.prompts
        if prompt.protocol_id in set(protocol_ids) and not prompt.answers and prompt.action is None
    }
    return replace(
        call,
        prompts=tuple(
            prompt for prompt in call.prompts if prompt.protocol_id not in gone or prompt.action
        ),
        checks=tuple(
            check for check in call.checks if check.protocol_id not in gone or check.answer
        ),
    )
