"""The shipped content on calls that must never change their answer: the gravest, and the
commonest.
"""

import pytest

from signpost.language.heard import MatchState
from signpost.paths import bundled
from signpost.usecases.listen import Listening, start_listening


@pytest.fixture(scope="module")
def listening() -> Listening:
    return start_listening(bundled("resources"))


def raised(listening: Listening, words: str) -> set[str]:
    heard = listening.matcher.hear(words)
    return {match.protocol_id for match in heard.prompts if match.state is MatchState.RAISED}


def test_every_protocol_is_in_use_and_nothing_is_wrong_with_the_content(
    listening: Listening,
) -> None:
    assert listening.faults == ()
    assert (listening.in_use, len(listening.topics) >= 220) == (103, True)


@pytest.mark.parametrize(
    ("words", "protocol"),
    [
        ("62, bit of tightness in his chest since breakfast, sweaty, says it's the bacon", "RF02"),
        ("he's gone all grey and clammy and his arm aches", "RF02"),
        ("breathless with chest pain", "RF03"),
        ("teenager convulsing on the floor", "RF15"),
        ("pregnant and contractions every two minutes", "RF54"),
        ("she's vomiting blood", "RF30"),
        ("floppy baby", "RF70"),
        ("my mum's face has dropped", "RF12"),
        ("?stroke", "RF12"),
        ("no chest pain but my jaw aches and I'm sweating", "RF02"),
        ("nobody can wake him", "RF01"),
        ("worst headache of her life came on suddenly", "RF13"),
        ("bad back and I can't feel when I wipe", "RF18"),
        ("on chemo with a temp of 38", "RF23"),
        ("lips swelling up after a nut", "RF11"),
        ("5 week old with a temperature", "RF67"),
        ("rash that won't fade with a glass", "RF71"),
        ("she's taken a load of tablets to end it", "RF58"),
        ("I want to end my life", "RF59"),
        ("swallowed a button battery", "RF56"),
        ("mum won't wake up", "RF01"),
        ("it's gone down the wrong way and he is red in the face", "RF09"),
        ("meat went down the wrong way and he can't talk", "RF09"),
        ("she cnat get enuf air in", "RF03"),
        ("my son tried to take his life last night", "RF59"),
        ("the bleeding is not stopping", "RF32"),
        ("his breathing is not normal", "RF03"),
        ("breathing doesn't sound normal", "RF03"),
        ("steak stuck in his gullet", "RF10"),
        ("he says he is going to kill me", "RF62"),
        ("she suddenly went blind", "RF75"),
        ("bleach thrown in her face", "RF83"),
        ("mum died last night at home", "RF91"),
        ("he stopped weeing since yesterday", "RF42"),
        ("put his hand down my knickers", "RF64"),
        ("woke up with nothing in left ear", "RF82"),
        ("normally kicks all day but nothing today pregnant", "RF52"),
        ("chst tite, goes in to jaw", "RF02"),
        ("brething is realy bad he carnt get his breth", "RF03"),
        ("stiff nek hi temp and lite hurts", "RF22"),
        ("thrown up blud", "RF30"),
        ("he took all my tablets", "RF58"),
        ("tired of being a burden", "RF59"),
        ("finger got cut off in the mower", "RF32"),
        ("syringe driver has stopped", "RF91"),
        ("dad past away at home this morning", "RF91"),
        ("seeing rings around lights and my eye really hurts", "RF77"),
        ("stiff as a board and eyes rolling", "RF15"),
        ("sleeping through feeds, 5 days old", "RF69"),
        ("leg has gone like ice and pale", "RF46"),
        ("horse squashed me against the gate", "RF89"),
        ("hands on throat can't speak", "RF09"),
        ("he tracks my phone and controls my money", "RF62"),
        ("slept in contact lenses and eye is agony", "RF77"),
        ("he's choking", "RF09"),
        ("can't move her arm since this morning and talking rubbish", "RF12"),
        ("sudden pain in one testicle", "RF43"),
        ("baby hasn't moved today, I'm 30 weeks", "RF52"),
        ("lost the sight in one eye suddenly", "RF75"),
        ("no insulin left and being sick, type 1", "RF36"),
        ("hit his head and been sick twice", "RF16"),
        ("carbon monoxide alarm is going off and we have headaches", "RF86"),
    ],
)
def test_the_grave_is_raised(listening: Listening, words: str, protocol: str) -> None:
    assert protocol in raised(listening, words)


@pytest.mark.parametrize(
    "words",
    [
        "34 yr old lady, burning when she wees, going every five minutes since yesterday. No temp.",
        "my lad is 6 and has earache since last night",
        "bad back for two weeks from gardening, wants physio",
        "sore throat and a runny nose",
        "need my repeat prescription for blood pressure tablets",
        "can I have a sick note please",
        "hay fever tablets not working",
        "feeling low since mum died, would like to talk to someone",
        "test results from last week",
        "book my smear",
        "itchy rash on my arms",
        "knee pain when I go up stairs",
        "nits again",
        "constipated for a few days",
        "red sticky eye",
        "flu jab appointment",
        "toothache, lost a filling",
        "cold sore",
        "wants to stop smoking",
        "hearing aid batteries",
        "change of address",
        "3 year old with earache for two days, otherwise well",
    ],
)
def test_the_everyday_raises_nothing(listening: Listening, words: str) -> None:
    assert raised(listening, words) == set()


@pytest.mark.parametrize(
    "words",
    [
        "wants his blood pressure tablets, he had a stroke last year.",
        "my dad had a heart attack in 2016, am I entitled to a health check",
        "my asthma review",
        "is the stroke clinic on Tuesday",
        "the website went down and the order went wrong",
        "dying for a wee",
        "my back is killing me",
        "no fever, rash, vomiting or chest pain",
        "denies CP, SOB, palps, LOC",
        "nil fever, nil rash, drinking ok",
    ],
)
def test_the_past_the_paper_and_the_denied_raise_nothing(listening: Listening, words: str) -> None:
    assert raised(listening, words) == set()
