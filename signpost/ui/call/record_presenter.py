"""The record: what came of the call, what is missing, and the three texts that are handed on."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date

from PySide6.QtCore import QObject, QTimer, Signal

from signpost.domain.call import ArrangedInstead, Blocker, DeclineReason, Outcome, blockers
from signpost.domain.identifiers import identifiers_in, without
from signpost.domain.local_time import local_time
from signpost.domain.promised_time import parse_promised
from signpost.domain.suggestion import Place, Suggestion
from signpost.errors import UserMistake
from signpost.ui.call.call_session import CallSession
from signpost.ui.call.call_view import CallView
from signpost.ui.call.hearing_presenter import identifier_warning
from signpost.ui.parts.clipboard import HandedClipboard
from signpost.usecases import take_call
from signpost.usecases.handed_texts import (
    NO_PROTOCOLS,
    text_for_clinician,
    text_for_patient,
    text_for_record,
)

_WAITING = "Waiting for the prompt: record the action taken."
_NOTHING_CHOSEN = "No service chosen yet."
_WITHDRAWN = "A prompt was raised after this service was chosen, so it no longer stands."


class RecordPresenter(QObject):
    """Fills the record of the call in progress.

    notice: a sentence for the notice bar. recorder_needed: saving waits for who is recording.
    """

    notice = Signal(str)
    recorder_needed = Signal()

    def __init__(
        self,
        session: CallSession,
        view: CallView,
        clipboard: HandedClipboard,
        practice_name: Callable[[], str],
    ) -> None:
        super().__init__()
        self._session = session
        self._view = view
        self._clipboard = clipboard
        self._practice_name = practice_name
        self._handed = ""
        self._places: tuple[Place, ...] = ()
        self._suggestion: Suggestion | None = None
        panel = view.record
        panel.outcome_chosen.connect(self._set_outcome)
        panel.agreed.connect(self._set_consent)
        panel.net_answered.connect(self._set_net)
        panel.understood.connect(self._set_understanding)
        panel.note_changed.connect(self._type_note)
        panel.remove_asked.connect(self._remove_identifiers)
        panel.patient_text_asked.connect(self.copy_for_patient)
        panel.record_text_asked.connect(self.copy_for_record)
        panel.fields.reason_chosen.connect(self._set_reason)
        panel.fields.arranged_chosen.connect(self._set_arranged)
        panel.fields.when_typed.connect(self._type_when)
        panel.fields.clinician_typed.connect(self._type_clinician)
        panel.chosen.removed.connect(self._remove_service)
        panel.chosen.place_chosen.connect(self._set_place)
        panel.chosen.acknowledged.connect(self.acknowledge)
        view.clinician.handover_asked.connect(self.copy_handover)
        session.changed.connect(self._show)
        session.replaced.connect(self._forget)
        self._show()

    def show_chosen(self, suggestion: Suggestion) -> None:
        """A service was taken from the list: on to what came of it."""
        self._suggestion, self._places = suggestion, suggestion.places
        if len(suggestion.places) == 1:
            call = take_call.choose_service(self._session.call, suggestion, suggestion.places[0])
            self._session.update(replace(call, topic_id=self._session.call.topic_id))
        self._show()
        self._view.record.focus_outcomes()
        self._view.show_record_place()

    def withdraw_after_prompt(self, titles: tuple[str, ...]) -> None:
        """A prompt appeared: what was chosen and copied no longer stands."""
        call = self._session.call
        if call.service is None and not self._handed:
            return
        self._clipboard.clear()
        name = call.service.name if call.service else "a text"
        copied = f"You copied '{name}': strike it out and tell the caller. " if self._handed else ""
        told = (
            ""
            if self._handed
            else f"'{name}' was chosen: tell the caller that it no longer stands. "
        )
        sentence = f"{copied}{told}{', '.join(titles)}: finish the prompt first."
        if call.service is not None:
            self._session.update(take_call.withdraw_service(call))
        self._handed = ""
        self._view.record.chosen.show_warning(sentence)

    def acknowledge(self) -> None:
        """The warning about a withdrawn service was read and the caller told."""
        self._view.record.chosen.show_warning("")
        self._view.words.words.setFocus()

    def missing(self) -> tuple[Blocker, ...]:
        """What stands before saving."""
        return blockers(self._session.call)

    def go_to(self, blocker: Blocker) -> None:
        """Put the focus where the first missing thing is given."""
        view = self._view
        places: dict[str, Callable[[], object]] = {
            "clinician": view.prompts.focus_questions,
            "prompt": self._go_to_prompt,
            "check": view.checks.focus_first,
            "clinician_request": view.clinician.focus_who,
            "recorder": self.recorder_needed.emit,
            "outcome": view.record.focus_outcomes,
            "service": view.suggestions.list.focus_first,
        }
        places.get(blocker.field, view.record.fields.focus_first)()

    def copy_for_patient(self) -> None:
        """What was agreed, for the patient."""
        call = self._session.call
        text = text_for_patient(call, self._session.mode, self._practice_name())
        self._hand(text, "the text for the patient")

    def copy_for_record(self) -> None:
        """One paragraph for the clinical record."""
        self._hand(
            text_for_record(self._session.call, self._session.mode), "the text for the record"
        )

    def copy_handover(self) -> None:
        """What a clinician needs to take over."""
        session = self._session
        protocols = session.listening.protocols if session.listening else NO_PROTOCOLS
        text = text_for_clinician(session.call, session.mode, session.clock(), protocols)
        self._hand(text, "the handover", withdrawable=False)

    def _hand(self, text: str, what: str, *, withdrawable: bool = True) -> None:
        self._clipboard.hand_over(text)
        self._handed = text if withdrawable else self._handed
        self.notice.emit(f"Copied {what}. It leaves the clipboard in 60 seconds.")

    def _forget(self) -> None:
        self._handed, self._places, self._suggestion = "", (), None
        self._view.record.chosen.show_warning("")
        promised = self._session.call.promised_by
        self._view.record.fields.show_when(
            f"{local_time(promised):%d/%m/%Y %H:%M}" if promised else ""
        )
        self._view.record.fields.show_mistake("")

    def _go_to_prompt(self) -> None:
        if take_call.standing_prompts(self._session.call):
            self._view.prompts.focus_questions()
        else:
            self._view.checks.focus_first()

    def _show(self) -> None:
        call, panel = self._session.call, self._view.record
        panel.show_call(call)
        nothing = _WAITING if take_call.standing_prompts(call) else _NOTHING_CHOSEN
        if call.service_withdrawn:
            nothing = _WITHDRAWN
        panel.chosen.show_service(call.service, nothing)
        places = self._places if call.service else ()
        panel.chosen.places.show_places(
            tuple((place.location_id, _place_words(place)) for place in places),
            next(
                (p.location_id for p in places if call.service and p.name == call.service.place), ""
            ),
        )
        panel.show_missing(() if call.is_empty else self._missing_words())
        panel.show_warning(identifier_warning(identifiers_in(call.note, self._today())))

    def _missing_words(self) -> tuple[str, ...]:
        """Each thing once: a prompt that fell to a check line is told as that check line."""
        call = self._session.call
        fallen = set(call.open_prompts) - set(take_call.standing_prompts(call))
        told_elsewhere = {f"{prompt.title}: record the action taken." for prompt in fallen}
        sentences = (item.sentence for item in self.missing())
        return tuple(sentence for sentence in sentences if sentence not in told_elsewhere)

    def _today(self) -> date:
        return local_time(self._session.clock()).date()

    def _set_outcome(self, outcome: object) -> None:
        if outcome is None or isinstance(outcome, Outcome):
            self._session.update(replace(self._session.call, outcome=outcome))
            QTimer.singleShot(0, self._view.record.show_fields)

    def _set_consent(self, said: object) -> None:
        self._session.update(replace(self._session.call, consent=_yes_no(said)))

    def _set_net(self, said: object) -> None:
        self._session.update(replace(self._session.call, safety_net=_yes_no(said)))

    def _set_understanding(self, said: object) -> None:
        self._session.update(replace(self._session.call, understanding=_yes_no(said)))

    def _type_note(self, note: str) -> None:
        self._session.update(replace(self._session.call, note=note))

    def _remove_identifiers(self) -> None:
        note = self._session.call.note
        clean = without(note, identifiers_in(note, self._today()))
        self._view.record.note.show_words(clean)

    def _set_reason(self, reason: object) -> None:
        if reason is None or isinstance(reason, DeclineReason):
            self._session.update(replace(self._session.call, decline_reason=reason))

    def _set_arranged(self, arranged: object) -> None:
        if arranged is None or isinstance(arranged, ArrangedInstead):
            self._session.update(replace(self._session.call, arranged_instead=arranged))

    def _type_when(self, typed: str) -> None:
        fields = self._view.record.fields
        try:
            promised = parse_promised(typed, local_time(self._session.clock()))
        except UserMistake as mistake:
            promised = None
            fields.show_mistake(mistake.sentence)
        else:
            fields.show_mistake("")
        self._session.update(
            replace(self._session.call, promised_by=promised.astimezone(UTC) if promised else None)
        )

    def _type_clinician(self, name: str) -> None:
        self._session.update(replace(self._session.call, clinician_took_over=name))

    def _remove_service(self) -> None:
        self._places, self._suggestion = (), None
        self._session.update(replace(self._session.call, service=None))

    def _set_place(self, location_id: object) -> None:
        if self._suggestion is None:
            return
        place = next((p for p in self._places if p.location_id == location_id), None)
        chosen = take_call.choose_service(self._session.call, self._suggestion, place)
        self._session.update(replace(self._session.call, service=chosen.service))


def _yes_no(said: object) -> bool | None:
    return said if isinstance(said, bool) else None


def _place_words(place: Place) -> str:
    miles = f"{place.miles:.1f} miles" if place.miles is not None else ""
    return " · ".join(part for part in (place.name, miles) if part)
