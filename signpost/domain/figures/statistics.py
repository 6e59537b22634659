"""The measures: each a whole and its parts, from tallies of a span of days and of the one before.

Administrative contacts are contacts and nothing else: they are left out of every other measure.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from signpost.domain.call import Outcome
from signpost.domain.caller import AGE_BANDS
from signpost.domain.figures.breakdown import Breakdown, Part, parts_of
from signpost.domain.figures.tally import ADMINISTRATIVE, MINUTES, Key, Measure, Tally
from signpost.domain.outcome_words import ACTION_WORDS, DECLINED_WORDS, INSTEAD_WORDS
from signpost.domain.service_kind import ServiceKind
from signpost.domain.signpost import FollowUpOutcome, Referral

CONTACTS = "contacts"
OFFERED = (Outcome.ACCEPTED, Outcome.DECLINED)
OUTCOMES = (
    Outcome.ACCEPTED,
    Outcome.DECLINED,
    Outcome.NOT_DISCUSSED,
    Outcome.NOT_ELIGIBLE,
    Outcome.NOTHING_MATCHED,
    Outcome.PASSED_TO_CLINICIAN,
    Outcome.EMERGENCY,
    Outcome.APPOINTMENT_BOOKED,
    Outcome.CALLBACK_PROMISED,
    Outcome.HUNG_UP,
)
"""What a contact may come to that is not administrative; what is least missed stands last."""

RETURNED = (
    FollowUpOutcome.RETURNED_CRITERIA,
    FollowUpOutcome.RETURNED_RED_FLAG,
    FollowUpOutcome.RETURNED_CLINICAL_JUDGEMENT,
    FollowUpOutcome.RETURNED_NOT_COMPLETED,
)
NOTHING_HEARD = ""
NOT_RECORDED = "Not recorded"


@dataclass(frozen=True)
class Spans:
    """The tally of a span of days, and that of the one before."""

    now: Tally
    before: Tally

    def both(self, count: Callable[[Tally], Mapping[Key, int]]) -> tuple[dict[str, int], ...]:
        """The same counts of both, by the one text of their keys."""
        return tuple(
            {key[0]: number for key, number in count(tally).items()}
            for tally in (self.now, self.before)
        )

    def name(self, what: str, its_id: str) -> str:
        """What an id was called last."""
        known = self.now.name(what, its_id)
        return known if known != its_id else self.before.name(what, its_id)


def contacts(spans: Spans) -> Breakdown:
    """All contacts by what came of them; the whole of which every other measure is a part."""
    now, before = spans.both(lambda tally: tally.by(Measure.CONTACT, 0))
    parts = [_part(outcome.value, outcome.label, now, before) for outcome in OUTCOMES]
    administrative = _part(ADMINISTRATIVE, "Administrative contacts", now, before)
    return Breakdown(CONTACTS, (*parts[:-2], administrative, *parts[-2:]))


def offers(spans: Spans) -> Breakdown:
    """What callers answered to whom a service was offered."""
    now, before = spans.both(lambda tally: tally.by(Measure.CONTACT, 0))
    return Breakdown("offered", tuple(_part(one.value, one.label, now, before) for one in OFFERED))


def kinds(spans: Spans, outcome: Outcome = Outcome.ACCEPTED) -> Breakdown:
    """Accepted, or declined, offers by kind of service."""
    now, before = spans.both(lambda tally: _offers(tally, outcome, 1))
    return Breakdown(outcome.value, parts_of(now, before, kind_name))


def services(spans: Spans, outcome: Outcome = Outcome.ACCEPTED) -> Breakdown:
    """Accepted, or declined, offers by service."""
    now, before = spans.both(lambda tally: _offers(tally, outcome, 2))
    return Breakdown(
        outcome.value, parts_of(now, before, lambda one: spans.name("service", one) or NOT_RECORDED)
    )


def declined_because(spans: Spans) -> Breakdown:
    """Declined offers by the reason that callers gave."""
    return _by(spans, Measure.DECLINED, 0, Outcome.DECLINED.value, token_name)


def arranged_instead(spans: Spans) -> Breakdown:
    """Declined offers by what was arranged instead."""
    return _by(spans, Measure.DECLINED, 1, Outcome.DECLINED.value, _instead_name)


def topics(spans: Spans) -> Breakdown:
    """Contacts that are not administrative by topic."""
    return _by(
        spans,
        Measure.TOPIC,
        0,
        "contacts that are not administrative",
        lambda one: spans.name("topic", one) or "No topic recognised",
    )


def ages(spans: Spans, outcome: Outcome) -> Breakdown:
    """Contacts with this outcome by age band, in the order of the bands."""
    now, before = spans.both(
        lambda tally: {
            (band,): count for (band, its), count in tally.of(Measure.AGE).items() if its == outcome
        }
    )
    bands = [_part(band, token_name(band), now, before) for band in AGE_BANDS]
    return Breakdown(outcome.value, (*bands, _part("", "Age not asked", now, before)))


def follow_ups(spans: Spans) -> Breakdown:
    """Accepted offers by what was heard back."""
    now, before = spans.both(lambda tally: tally.by(Measure.FOLLOW_UP, 2))
    parts = [
        _part(one.value, FOLLOW_UP_NAMES[one], now, before)
        for one in FollowUpOutcome
        if one is not FollowUpOutcome.NOT_KNOWN
    ]
    unknown = _part(FollowUpOutcome.NOT_KNOWN.value, "Asked, not known", now, before)
    nothing = _part(NOTHING_HEARD, "Nothing heard yet", now, before)
    return Breakdown(Outcome.ACCEPTED.value, (*parts, unknown, nothing))


def returned(spans: Spans, place: int, name: Callable[[str], str]) -> Breakdown:
    """Returned signposts by kind (place 0) or service (place 1)."""
    now, before = spans.both(
        lambda tally: _summed(
            ((key[place],), count)
            for key, count in tally.of(Measure.FOLLOW_UP).items()
            if key[2] in RETURNED
        )
    )
    return Breakdown("returned", parts_of(now, before, name))


def referrals(spans: Spans) -> Breakdown:
    """Accepted offers that need an electronic referral: sent, and still to send."""
    now, before = spans.both(lambda tally: tally.by(Measure.REFERRAL, 1))
    return Breakdown(
        "recorded that need a referral",
        (
            _part(Referral.SENT.value, "Referral sent", now, before),
            _part(Referral.TO_SEND.value, "Referral not sent", now, before),
        ),
    )


def prompts(spans: Spans) -> Breakdown:
    """Prompts raised by what was done about them."""
    return _by(spans, Measure.PROMPT, 1, "prompts raised", token_name)


def protocols(spans: Spans) -> Breakdown:
    """Prompts raised by protocol."""
    return _by(spans, Measure.PROMPT, 0, "prompts raised", lambda one: spans.name("protocol", one))


def minutes(spans: Spans, measure: Measure, whole_name: str) -> Breakdown:
    """Times by spans of minutes, in their order; what is not known stands last."""
    now, before = spans.both(lambda tally: tally.by(measure, 0))
    parts = [_part(span, SPAN_NAMES[span], now, before) for span in MINUTES]
    unknown = [_part("", NOT_RECORDED, now, before)] if "" in {*now, *before} else []
    return Breakdown(whole_name, (*parts, *unknown))


FOLLOW_UP_NAMES = {
    FollowUpOutcome.COMPLETED: "Completed",
    FollowUpOutcome.RETURNED_CRITERIA: "Returned: criteria not met",
    FollowUpOutcome.RETURNED_RED_FLAG: "Returned: red flag",
    FollowUpOutcome.RETURNED_CLINICAL_JUDGEMENT: "Returned: clinical judgement",
    FollowUpOutcome.RETURNED_NOT_COMPLETED: "Returned: could not complete",
    FollowUpOutcome.DID_NOT_ATTEND: "Did not attend",
    FollowUpOutcome.NOT_KNOWN: "Not known",
}


SPAN_NAMES = {
    MINUTES[0]: "Under 1 minute",
    **{span: f"{span.replace('-', ' to ')} minutes" for span in MINUTES[1:-1]},
    MINUTES[-1]: f"{MINUTES[-1].rstrip('+')} minutes or more",
}


def kind_name(kind: str) -> str:
    """A kind of service in words; also one that this program does not know any more."""
    if not kind:
        return NOT_RECORDED
    known = {one.value: one.label for one in ServiceKind}
    return known.get(kind, token_name(kind))


def token_name(token: str) -> str:
    """A stored word for people: prefers_gp becomes Prefers a GP; empty is not recorded."""
    if not token:
        return NOT_RECORDED
    words = _WORDS.get(token, token.replace("_", " "))
    return words[:1].upper() + words[1:]


_WORDS: dict[str, str] = {
    **{reason.value: words for reason, words in DECLINED_WORDS.items()},
    **{action.value: words for action, words in ACTION_WORDS.items()},
    "under_1": "under 1",
    "80+": "80 and over",
}
_INSTEAD = {
    "": NOT_RECORDED,
    **{one.value: words[:1].upper() + words[1:] for one, words in INSTEAD_WORDS.items()},
}


def _instead_name(token: str) -> str:
    return _INSTEAD.get(token, token)


def _by(
    spans: Spans, measure: Measure, place: int, whole_name: str, name: Callable[[str], str]
) -> Breakdown:
    now, before = spans.both(lambda tally: tally.by(measure, place))
    return Breakdown(whole_name, parts_of(now, before, name))


def _offers(tally: Tally, outcome: Outcome, place: int) -> dict[Key, int]:
    return _summed(
        ((key[place],), count)
        for key, count in tally.of(Measure.OFFER).items()
        if key[0] == outcome
    )


def _summed(pairs: Iterable[tuple[Key, int]]) -> dict[Key, int]:
    found: dict[Key, int] = {}
    for key, count in pairs:
        found[key] = found.get(key, 0) + count
    return found


def _part(key: str, name: str, now: Mapping[str, int], before: Mapping[str, int]) -> Part:
    return Part(key, name, now.get(key, 0), before.get(key, 0))
