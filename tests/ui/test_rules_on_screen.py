"""The rules of every call: in short with an open prompt, whole behind one key, as on paper."""

import re
from pathlib import Path

from PySide6.QtCore import Qt

from signpost.paths import bundled
from signpost.usecases.rules_of_every_call import read_rules

CHEST = "chest pain "
DOSE = re.compile(r"\d+ ?(mg|ml|mcg|puffs|tablets)", re.IGNORECASE)
REASSURES = ("don't worry", "probably", "nothing serious", "will be fine", "safe to wait")


def test_the_strip_stands_with_an_open_prompt_only(at_the_desk) -> None:
    rules = at_the_desk.screens.call.rules
    at_the_desk.say("sore throat ")
    assert rules.isHidden()
    at_the_desk.say(CHEST)
    assert rules.isVisible()
    assert "Keep them on the line" in rules.button.text()
    at_the_desk.key(Qt.Key.Key_F2)
    at_the_desk.key(Qt.Key.Key_1)
    assert rules.isHidden()


def test_one_key_shows_the_whole_list_and_takes_no_focus(at_the_desk) -> None:
    rules = at_the_desk.screens.call.rules_list
    at_the_desk.say(CHEST)
    assert rules.isHidden()
    at_the_desk.key(Qt.Key.Key_F1)
    assert rules.isVisible()
    assert rules.rules.text().count("<b>") == 10
    assert "within 5 minutes" in rules.rules.text()
    at_the_desk.type("since 3")
    assert at_the_desk.call.words.endswith("since 3")
    at_the_desk.key(Qt.Key.Key_F1)
    assert rules.isHidden()


def test_the_list_can_be_read_without_a_prompt_and_folds_with_the_call(at_the_desk) -> None:
    rules = at_the_desk.screens.call.rules_list
    at_the_desk.key(Qt.Key.Key_F1)
    assert rules.isVisible()
    at_the_desk.say("wants a form signing ")
    at_the_desk.key(Qt.Key.Key_8, Qt.KeyboardModifier.AltModifier)
    at_the_desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert rules.isHidden()


def test_the_answer_time_is_the_practices_own(at_the_desk) -> None:
    at_the_desk.screens.rules.use_answer_time(9)
    assert "within 9 minutes" in at_the_desk.screens.call.rules_list.rules.text()


def test_the_wording_names_no_dose_and_reassures_nobody() -> None:
    rules = read_rules(bundled("resources"))
    everything = " ".join((*rules.in_short, *rules.facts, *(f"{n} {t}" for n, t in rules.rules)))
    assert not DOSE.search(everything)
    assert not [words for words in REASSURES if words in everything.lower()]


def test_wording_that_cannot_be_read_is_told_by_file(at_the_desk, tmp_path: Path) -> None:
    at_the_desk.screens.rules.use(read_rules(tmp_path))
    at_the_desk.say(CHEST)
    told = at_the_desk.screens.call.rules.button.text()
    assert "use the paper sheet" in told
    assert "paper_sheet.toml" in told
