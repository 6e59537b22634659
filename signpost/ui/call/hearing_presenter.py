"""From every keystroke to what is heard in it, on the spot and in memory; and the facts beside the
words.
"""

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from signpost.domain.caller import PatientFacts, age_in_words, parse_age
from signpost.domain.identifiers import Identifier, identifiers_in, without
from signpost.domain.local_time import local_time
from signpost.errors import UserMistake
from signpost.language.heard import Heard, MatchState, Said
from signpost.ui.call.call_session import CallSession
from signpost.ui.call.words_panel import WordsPanel
from signpost.usecases import half_word, take_call

if TYPE_CHECKING:
    from signpost.usecases.listen import Listening

REST_MS = 300
_HALF_WORD = re.compile(r"(?<![\w'’])[A-Za-z]{1,3}$")


class HearingPresenter(QObject):
    """Hears the caller's words as they are typed."""

    def __init__(self, session: CallSession, panel: WordsPanel) -> None:
        super().__init__()
        self._session = session
        self._panel = panel
        self._heard_of: tuple[str, PatientFacts] | None = None
        self._half = half_word.HalfWord()
        self._rested = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._hear_rested)
        panel.words_changed.connect(self._type_words)
        panel.words.focus_moved.connect(self._leave_words)
        panel.age_typed.connect(self._type_age)
        panel.sex.chosen.connect(self._set_sex)
        panel.pregnant.chosen.connect(self._set_pregnant)
        panel.calling.picked.connect(self._set_calling)
        panel.channel.picked.connect(self._set_channel)
        panel.fill_asked.connect(self.fill_from_words)
        panel.remove_asked.connect(self._remove_identifiers)
        session.replaced.connect(self._show_call)

    def listen(self) -> None:
        """Something listens now: hear the words typed so far."""
        self._heard_of = None
        self._hear()

    def fill_from_words(self) -> None:
        """Take over into empty fields what the words themselves say."""
        said = self._session.heard.said if self._session.heard else Said()
        call = self._session.call
        patient = call.patient
        age_typed = call.age_typed
        if patient.age_years is None and said.age_years is not None:
            age_typed = age_in_words(said.age_years)
            patient = replace(patient, age_years=said.age_years)
        patient = replace(
            patient,
            sex=said.sex if patient.sex is None else patient.sex,
            pregnant=said.pregnant if patient.pregnant is None else patient.pregnant,
        )
        self._session.update(replace(call, patient=patient, age_typed=age_typed))
        self._show_facts()
        self._hear()

    def _type_words(self, words: str) -> None:
        if words != self._session.call.words:
            self._session.update(replace(self._session.call, words=words))
        self._hear()
        found = self._identifiers(words)
        self._panel.show_warning(identifier_warning(found))

    def _type_age(self, typed: str) -> None:
        try:
            years = parse_age(typed)
        except UserMistake as mistake:
            years = None
            self._panel.show_mistake(mistake.sentence)
        else:
            self._panel.show_mistake("")
        call = self._session.call
        patient = replace(call.patient, age_years=years)
        self._change_patient(replace(call, age_typed=typed, patient=patient).patient, typed)

    def _set_sex(self, sex: object) -> None:
        call = self._session.call
        self._change_patient(replace(call.patient, sex=sex), call.age_typed)  # type: ignore[arg-type]

    def _set_pregnant(self, pregnant: object) -> None:
        call = self._session.call
        self._change_patient(replace(call.patient, pregnant=pregnant), call.age_typed)  # type: ignore[arg-type]

    def _set_calling(self, who: object) -> None:
        self._session.update(replace(self._session.call, who_is_calling=who))  # type: ignore[arg-type]

    def _set_channel(self, channel: object) -> None:
        self._session.update(replace(self._session.call, channel=channel))  # type: ignore[arg-type]

    def _change_patient(self, patient: PatientFacts, age_typed: str) -> None:
        self._session.update(replace(self._session.call, patient=patient, age_typed=age_typed))
        self._hear()

    def _hear(self) -> None:
        session, call = self._session, self._session.call
        if session.listening is None:
            session.hear(None)
            return
        if self._heard_of == (call.words, call.patient):
            return
        self._heard_of = (call.words, call.patient)
        cursor = self._panel.words.cursor_position
        heard = self._hear_words(session.listening, call.words, cursor)
        typed = call.words[:cursor]
        clean = half_word.before_hearing(call, self._half, typed, heard)
        after = take_call.hear(clean, heard, session.listening.protocols, session.clock())
        self._half = half_word.after_hearing(call, after, self._half, typed, heard)
        session.update(after)
        self._show_marks(heard)
        self._panel.show_said(_said_beyond(heard.said, call.patient))
        session.hear(heard)

    def _hear_words(self, listening: "Listening", words: str, cursor: int) -> Heard:
        """A word of up to three letters under the cursor is mostly the start of a longer one ("si"
        of
        "since"): it counts when something follows it, or when the typing rests for a moment."""
        patient = self._session.call.patient
        half = _HALF_WORD.search(words) if cursor == len(words) and not self._rested else None
        if half is None:
            return listening.matcher.hear(words, patient, cursor)
        self._rest.start()
        return listening.matcher.hear(words[: half.start()], patient, half.start())

    def finish(self) -> None:
        """Nothing more is being typed: hear the last word as it stands."""
        if self._rest.isActive():
            self._hear_rested()

    def _leave_words(self, has_focus: object) -> None:
        if not has_focus:
            self.finish()

    def _hear_rested(self) -> None:
        self._rest.stop()
        self._rested = True
        self.listen()
        self._rested = False

    def _show_marks(self, heard: Heard) -> None:
        marks: dict[MatchState, list[tuple[int, int]]] = {state: [] for state in MatchState}
        for prompt in heard.prompts:
            marks[prompt.state] += [(mark.start, mark.end) for mark in prompt.marks]
        topics = [(mark.start, mark.end) for topic in heard.topics[:3] for mark in topic.marks]
        self._panel.words.show_marks(marks[MatchState.RAISED], marks[MatchState.CHECK], topics)

    def _show_call(self) -> None:
        self._heard_of = None
        self._half = half_word.HalfWord()
        self._panel.words.show_words(self._session.call.words)
        self._show_facts()
        self._panel.show_said("")
        self._panel.show_mistake("")
        self._panel.show_warning(identifier_warning(self._identifiers(self._session.call.words)))
        self._hear()

    def _show_facts(self) -> None:
        call = self._session.call
        self._panel.show_age(call.age_typed)
        self._panel.sex.show_value(call.patient.sex)
        self._panel.pregnant.show_value(call.patient.pregnant)
        self._panel.calling.show_value(call.who_is_calling)
        self._panel.channel.show_value(call.channel)

    def _identifiers(self, text: str) -> tuple[Identifier, ...]:
        return identifiers_in(text, self._today())

    def _remove_identifiers(self) -> None:
        words = self._session.call.words
        self._panel.words.show_words(without(words, self._identifiers(words)))
        self._panel.words.setFocus()

    def _today(self) -> date:
        return local_time(self._session.clock()).date()


def identifier_warning(found: tuple[Identifier, ...]) -> str:
    """A sentence about what looks like it identifies a person; empty when nothing does."""
    if not found:
        return ""
    kinds = list(dict.fromkeys(item.kind.label for item in found))
    return f"This looks like {', '.join(kinds)}. Please take it out before saving."


def _said_beyond(said: Said, patient: PatientFacts) -> str:
    parts = []
    if said.age_years is not None and patient.age_years is None:
        parts.append(f"age {age_in_words(said.age_years)}")
    if said.sex is not None and patient.sex is None:
        parts.append(said.sex.value)
    if said.pregnant is not None and patient.pregnant is None:
        parts.append("pregnant" if said.pregnant else "not pregnant")
    return f"The words say: {', '.join(parts)}" if parts else ""
