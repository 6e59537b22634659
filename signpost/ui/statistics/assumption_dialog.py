"""Asks how many minutes of a GP an accepted signpost is assumed to free, kind by kind."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from signpost.domain.figures.gp_time import (
    ANY_OTHER_KIND,
    PRESETS,
    Preset,
    TimeAssumption,
    checked_minutes,
)
from signpost.ui.parts.button import Button
from signpost.ui.parts.form_dialog import Asked, FormDialog
from signpost.ui.parts.text import label

_SOURCE = "source"
_OWN = "the practice's own assumption"


class AssumptionDialog(FormDialog):
    """Published figures to choose from, or one's own; a field for each kind that was accepted."""

    def __init__(
        self,
        parent: QWidget,
        kinds: Mapping[str, str],
        assumed: Sequence[TimeAssumption],
    ) -> None:
        minutes = {one.kind: f"{one.minutes:g}" for one in assumed}
        source = next((one.source for one in assumed if one.kind == ANY_OTHER_KIND), "")
        asked = [
            Asked(
                ANY_OTHER_KIND, "Every kind without a number of its own", minutes.get("", ""), "7.5"
            ),
            Asked(_SOURCE, "Where this number is from", source, _OWN),
        ]
        asked += [
            Asked(kind, name, minutes.get(kind, ""), "as above")
            for kind, name in sorted(kinds.items(), key=lambda item: item[1].casefold())
        ]
        explained = (
            "Minutes of a GP for one accepted signpost. It is an assumption: nobody measured it, "
            "and every figure made from it says so. Empty the first field to estimate nothing."
        )
        super().__init__(parent, "GP time: what is assumed", explained, tuple(asked), "Assume this")
        self.presets: list[Button] = []
        at = 2
        self.column.insertWidget(at, label("Published figures", "quiet"))
        for preset in PRESETS:
            button = Button(preset.words, centred=False)
            button.clicked.connect(_Filler(self, preset).fill)
            self.presets.append(button)
            at += 1
            self.column.insertWidget(at, button)


class _Filler:
    """Puts one published figure into the form; kept alive by it."""

    def __init__(self, dialog: AssumptionDialog, preset: Preset) -> None:
        self._dialog = dialog
        self._preset = preset
        dialog.__dict__.setdefault("_fillers", []).append(self)

    def fill(self) -> None:
        """The minutes and where they are from."""
        self._dialog.fields[ANY_OTHER_KIND].setText(f"{self._preset.minutes:g}")
        self._dialog.fields[_SOURCE].setText(self._preset.source)


def assumptions_from(given: Mapping[str, str]) -> tuple[TimeAssumption, ...]:
    """What the form gave. Raises UserMistake for minutes that cannot be meant."""
    source = given[_SOURCE].strip() or _OWN
    found = []
    for kind, typed in given.items():
        if kind == _SOURCE:
            continue
        minutes = checked_minutes(kind, typed)
        if minutes is not None:
            found.append(TimeAssumption(kind, minutes, source if kind == ANY_OTHER_KIND else _OWN))
    return tuple(found)
