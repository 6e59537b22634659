"""Every text can be read on its background, and no colour is used that is not in the palette."""

import re
from pathlib import Path

import pytest

from signpost.ui.look import palette
from signpost.ui.look.palette import BORDER_PAIRS, TEXT_PAIRS, Pair, contrast

UI = Path(palette.__file__).parents[1]


@pytest.mark.parametrize("pair", TEXT_PAIRS.values(), ids=TEXT_PAIRS.keys())
def test_text_has_the_contrast_of_wcag_aa(pair: Pair) -> None:
    assert contrast(pair) >= 4.5


@pytest.mark.parametrize("pair", BORDER_PAIRS, ids=str)
def test_borders_that_mean_something_can_be_seen(pair: Pair) -> None:
    assert contrast(pair) >= 3


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast(Pair("#000000", "#ffffff")) == pytest.approx(21)


def test_colours_are_written_in_the_palette_only() -> None:
    others = [file for file in UI.rglob("*.py") if file.name != "palette.py"]
    found = {
        f"{file.name}: {colour}"
        for file in others
        for colour in re.findall(r"#[0-9a-fA-F]{6}\b", file.read_text("utf-8"))
    }
    assert not found
