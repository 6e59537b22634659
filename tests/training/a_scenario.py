"""A scenario for tests, complete and short."""

from signpost.domain.call import Outcome
from signpost.domain.caller import PatientFacts, WhoIsCalling
from signpost.domain.protocol import Level
from signpost.domain.scenario import Difficulty, Fact, Mood, Point, Scenario

ARM = Fact(
    "arm",
    "It goes down my arm.",
    ("Does it go anywhere?",),
    (("anywhere",), ("go", "arm")),
    must_ask=True,
    raises=("RF02",),
)
NOW = Fact("now", "It is there now.", ("Is it there now?",), (("now",),))
BY_ITSELF = Fact("sweat", "I've come over all sweaty.", ("Sweating?",), (("sweat",),), 90)
TIGHT = Scenario(
    id="S01",
    version=2,
    title="Tight chest",
    theme="chest",
    difficulty=Difficulty.HIDDEN,
    minutes=5,
    opening="I've got a bit of tightness.",
    who="62, rings about himself",
    who_is_calling=WhoIsCalling.PATIENT,
    patient=PatientFacts(62.0),
    mood=Mood("polite"),
    facts=(ARM, NOW, BY_ITSELF),
    protocols=("RF02",),
    topics=(),
    kinds=(),
    opening_raises=(),
    must_not_raise=(),
    level=Level.NOW_999,
    outcomes=(Outcome.EMERGENCY,),
    right_outcome="999 on this call",
    second_steps=(),
    points=(Point("asks_now", "Asks whether it is now", must=True), Point("address", "Address")),
    mistakes=("Books a slot",),
    sources=(),
    nation="England",
    review_date="2027-11-22",
)
