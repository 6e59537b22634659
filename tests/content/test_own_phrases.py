"""Every phrase of the shipped concepts, said plainly, is heard by its own concept: masks must not
hide what they stand beside.
"""

from signpost.paths import bundled
from signpost.usecases.listen import start_listening
from signpost.usecases.say_own_phrases import say_own_phrases

ON_PURPOSE = {
    "better_outdoors",
    "birth_recent",
    "breath_bad",
    "cannot_talk_clear",
    "cannot_talk_freely",
    "collapse_not_waking",
    "death_now",
    "drug_word",
    "equipment_failed",
    "few_weeks_old",
    "headache_danger",
    "mind_unwell_strong",
    "muddle_any",
    "noisy_breathing",
    "not_be_here",
    "not_eaten_long",
    "not_opened_bowels",
    "pro_crew",
    "pro_on_line",
    "refuse_help",
    "sexual_harm_hint",
    "strange_beliefs",
    "stroke_limb",
    "testicle_pain",
    "vomiting_again_and_again",
    "vomits_tablets",
    "water_infection",
}
"""Concepts of which one wording means something else when it is said alone ("snoring awake" needs
its company, "yellow poo" is a breast-fed baby's), or is too short to be heard without a subject."""


def test_no_concept_hides_its_own_plain_wordings() -> None:
    listening = start_listening(bundled("resources"), keep=False)
    unheard = list(say_own_phrases(listening, most=1))
    assert [str(each) for each in unheard if each.concept not in ON_PURPOSE] == []
