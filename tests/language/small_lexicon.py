"""A small lexicon for tests of the language room, built without files."""

from signpost.domain.concept import Concept, WordSet
from signpost.domain.protocol import Level, Limits, Protocol, Question, Row, Trigger
from signpost.domain.service_kind import ServiceKind
from signpost.domain.topic import Topic
from signpost.language.compiled import Compiled, Lexicon, compile_lexicon
from signpost.language.matcher import Matcher

SETS = (
    WordSet("pain", ("pain", "ache", "hurt", "sore")),
    WordSet("cannot", ("can not", "unable to", "struggling to")),
)
CONCEPTS = (
    Concept(
        "chest_pain", "pain in the chest", ("[pain] + chest", "tight chest"), ("chest infection",)
    ),
    Concept("breathless", "breathless", ("breathless", "short of breath", "[cannot] breathe")),
    Concept("sweating", "sweating", ("sweat", "clammy")),
    Concept("stroke_word", "the word stroke", ("stroke",)),
    Concept("jaw_pain", "pain in the jaw", ("[pain] + jaw",)),
    Concept("rash", "rash", ("rash",)),
    Concept("fever", "fever", ("fever", "temperature", "temp")),
    Concept("vomiting", "being sick", ("vomit", "being sick")),
    Concept("no_wee", "cannot pass urine", ("not passed urine", "[cannot] wee")),
    Concept("headache", "headache", ("headache", "[pain] + head")),
    Concept(
        "watched", "feels watched", ("they are after me",), (), hints=("being watched", "cameras")
    ),
    Concept("abroad", "has been abroad", ("abroad",), past_counts=True),
    Concept("wont_wake", "cannot be woken", ("will not wake", "[cannot] wake")),
)

NO_LIMITS = Limits()


def protocol(
    key: str, *triggers: Trigger, limits: Limits = NO_LIMITS, lookalikes: tuple[str, ...] = ()
) -> Protocol:
    """A protocol with these triggers and the least of everything else."""
    return Protocol(
        id=key,
        version=1,
        title=key,
        guards_against="",
        group="",
        applies_to="",
        questions=(Question("q1", "Now?"),),
        rows=(
            Row("r1", Level.NOW_999, "999 now.", ("q1",)),
            Row("r2", Level.DUTY_CLINICIAN_NOW, "Pass this call to the duty clinician now."),
        ),
        allowed_kinds=(ServiceKind.EMERGENCY_999,),
        while_waiting="",
        do_not_say="",
        triggers=triggers,
        lookalikes=lookalikes,
        sources=(),
        nation="England",
        review_date="2027-01-01",
        unverified="",
        limits=limits,
    )


PROTOCOLS = (
    protocol("CHEST", Trigger(("chest_pain",)), lookalikes=("pulled muscle in chest",)),
    protocol("BREATH", Trigger(("breathless",))),
    protocol("STROKE", Trigger(("stroke_word",))),
    protocol("JAW", Trigger(("jaw_pain",), (("sweating", "breathless"),))),
    protocol("RASH", Trigger(("rash", "fever"))),
    protocol("FEVER", Trigger(("fever",))),
    protocol("SICK", Trigger(("vomiting",))),
    protocol("WEE", Trigger(("no_wee",))),
    protocol("WAKE", Trigger(("wont_wake",))),
    protocol("WATCHED", Trigger(("watched",)), Trigger(("watched", "fever"))),
    protocol("TRAVEL", Trigger(("fever", "abroad"))),
    protocol("BABY", Trigger(("fever", "@under_3_months"))),
    protocol("PREGNANT", Trigger(("headache", "@pregnant"))),
    protocol("ADULT", Trigger(("headache", "vomiting")), limits=Limits(age_min_years=16)),
)
TOPICS = (
    Topic(
        "earache",
        "Earache",
        "Ears",
        ("earache", "[pain] + ear"),
        (ServiceKind.PHARMACY_FIRST,),
        (),
        "",
        "",
    ),
    Topic(
        "sick_note",
        "Fit note",
        "Letters",
        ("sick note", "fit note"),
        (ServiceKind.ADMIN_TEAM,),
        (),
        "",
        "",
    ),
    Topic("sickness", "Being sick", "Stomach", ("sick",), (ServiceKind.PHARMACY,), (), "", ""),
)
COMMON = (
    "sheet",
    "the",
    "and",
    "wrist",
    "worry",
    "moving",
    "house",
    "please",
    "parking",
    "about",
    "ask",
    "question",
)


def small_compiled() -> Compiled:
    """The lexicon, compiled."""
    return compile_lexicon(Lexicon(SETS, CONCEPTS, PROTOCOLS, TOPICS, COMMON))


def small_matcher() -> Matcher:
    """The matcher over this lexicon."""
    return Matcher(small_compiled(), PROTOCOLS)
