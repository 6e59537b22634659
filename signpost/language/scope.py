"""Whether words are happening now, or denied, past, supposed, someone else's or about paperwork."""

from collections.abc import Sequence

from signpost.language.denial import denials
from signpost.language.heard import CheckReason
from signpost.language.past import past
from signpost.language.scope_words import (
    ABOUT_PAPERWORK,
    AFTERTHOUGHTS,
    CUE_STEMS,
    NEGATORS,
    SPOKE,
)
from signpost.language.soft import soft
from signpost.language.statements import Span, Statements
from signpost.language.tokens import PAUSES, Token

_YEAR_FIGURES = 4


class Scopes:
    """The spans of one text; asks of any matched words whether they are happening now."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._text = text = Statements(tokens)
        spans = [
            Span(start, end, CheckReason.NEGATED, frozenset({cue}))
            for start, end, cue in denials(tokens)
        ]
        self._denied_by = {cue: range(span.start, span.end) for span in spans for cue in span.cues}
        for place, stem in enumerate(text.stems):
            if stem in CUE_STEMS or (len(stem) == _YEAR_FIGURES and stem.isdigit()):
                then = past(text, place)
                spans += [then] if then else []
                spans += soft(text, place)
        self._reasons: dict[tuple[int, ...], CheckReason | None] = {}
        self._over: dict[int, list[Span]] = {}
        for span in spans:
            for place in range(span.start, span.end):
                self._over.setdefault(place, []).append(span)

    def reaches_over_not(self, tokens: Sequence[int]) -> bool:
        """Whether a "not" stands between the first and the last of `tokens` without being one."""
        between = range(tokens[0] + 1, tokens[-1])
        return any(self._text.words[place] == "not" and place not in tokens for place in between)

    def clause(self, place: int) -> tuple[int, int]:
        """The first token of the statement that this one stands in, and the one after its last."""
        return self._text.around(place)

    def reason_for(self, matched: tuple[int, ...]) -> CheckReason | None:
        """Why these tokens are not simply happening now; None when they are.

        A denial outweighs the rest. Words that hold the cue themselves are not under it.
        """
        if matched not in self._reasons:
            self._reasons[matched] = self._judge(matched)
        return self._reasons[matched]

    def is_soft(self, place: int) -> bool:
        """Whether the token stands in a statement about the past, someone else, paperwork or the
        like, or is the cue that makes it one; denials are apart."""
        spans = self._over.get(place, ())
        return any(span.reason is not CheckReason.NEGATED for span in spans)

    def is_denied(self, place: int) -> bool:
        """Whether the token is denied."""
        spans = self._over.get(place, ())
        return any(span.reason is CheckReason.NEGATED for span in spans)

    def _judge(self, matched: tuple[int, ...]) -> CheckReason | None:
        if self._is_denied_after_all(matched):
            return CheckReason.NEGATED
        reasons = [
            span.reason
            for place in matched
            if place in self._over
            for span in self._over[place]
            if not _holds_cue(span, matched)
        ]
        if CheckReason.NEGATED in reasons:
            return CheckReason.NEGATED
        if reasons:
            return reasons[0]
        if any(self._denies_something_else(place, matched) for place in matched):
            return CheckReason.WEAK
        return CheckReason.ADMIN if self._is_paperwork(matched[-1]) else None

    def _denies_something_else(self, place: int, matched: tuple[int, ...]) -> bool:
        """ "No pain, baby kicking" is not "no … kicking": the "no" here denies other words only."""
        denied = self._denied_by.get(place)
        if denied is None or len(matched) == 1:
            return False
        named = any(not self._tokens[each].is_filler for each in denied)
        return named and not any(each in denied for each in matched)

    def _is_denied_after_all(self, matched: tuple[int, ...]) -> bool:
        """ "No breathing problems" holds "no breathing", and denies it."""
        if self._text.stems[matched[0]] not in NEGATORS or matched[-1] + 1 >= len(self._text.stems):
            return False
        return self._text.stems[matched[-1] + 1] in AFTERTHOUGHTS

    def _is_paperwork(self, last: int) -> bool:
        """A clinic, letter or review named right after the words: "asthma review letter"."""
        following = self._text.words[last + 1 : last + 3]
        if not following or following[0] in PAUSES or self._tokens[last + 1].is_break:
            return False
        if not SPOKE.isdisjoint(self._text.words[last + 2 : last + 5]):
            return False
        return any(word in ABOUT_PAPERWORK for word in following)


def _holds_cue(span: Span, matched: tuple[int, ...]) -> bool:
    """Whether the words hold the cue themselves; a figure of speech only when they hold all of
    it."""
    if span.reason is CheckReason.FIGURATIVE:
        return span.cues.issubset(matched)
    return not span.cues.isdisjoint(matched)
