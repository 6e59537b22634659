"""Asks for a person's PIN before a deed that not everybody may do, and remembers that they proved
who they are for as long as that holds.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from signpost.domain.permission import Deed, NotAllowedError, may
from signpost.errors import SignpostError, UserMistake
from signpost.ui.call.call_session import CallSession
from signpost.ui.jobs import Jobs, Lane
from signpost.ui.parts.form_dialog import Asked, FormDialog
from signpost.ui.setup.desk_presenter import DeskPresenter
from signpost.usecases.prove_who import Proof, ProveWho

Then = Callable[[Proof | None], object]
_CHOOSE = "Choose who you are first (Ctrl+R), then try again."


class ProofPresenter(QObject):
    """The one place where a PIN is asked for.

    notice: a sentence for the notice bar.
    """

    notice = Signal(str)

    def __init__(
        self, session: CallSession, desk: DeskPresenter, window: QWidget, jobs: Jobs
    ) -> None:
        super().__init__()
        self._session = session
        self._desk = desk
        self._window = window
        self._jobs = jobs
        self._proving: ProveWho | None = None
        self._proof: Proof | None = None
        self._asked: list[_Asking] = []
        desk.recorder_chosen.connect(self._forget)

    def use(self, proving: ProveWho) -> None:
        """The database is there."""
        self._proving = proving

    def held_for(self, deed: Deed) -> Proof | None:
        """A proof that still holds and allows the deed, without asking anybody."""
        proof = self._proof
        if proof is None or not proof.holds(self._session.clock()):
            return None
        return proof if may(proof.person.roles, deed) else None

    def look(self, deed: Deed, then: Callable[[bool], None]) -> None:
        """Whether the deed could be done now without asking anybody anything."""
        proving = self._proving
        if proving is None or self.held_for(deed) is not None:
            then(proving is not None)
        else:
            self._jobs.run(lambda: proving.anybody_may(deed), then)

    def ask(self, deed: Deed, then: Then, refused: Callable[[], object] | None = None) -> None:
        """Call `then` with a proof, or with None while nobody has a PIN that could be asked for;
        `refused` when the person may not, or gives up.
        """
        proving = self._proving
        if proving is None:
            self.notice.emit("The database is still being opened. Try again in a moment.")
            return
        held = self.held_for(deed)
        if held is not None:
            then(held)
            return
        asking = _Asking(deed, then, refused)
        self._asked.append(asking)
        self._jobs.run(
            lambda: proving.anybody_may(deed), lambda anybody: self._answer(asking, anybody)
        )

    def _answer(self, asking: "_Asking", anybody: bool) -> None:
        self._asked.remove(asking)
        person = self._desk.recorder
        if anybody:
            asking.then(None)
        elif person is None:
            self._refuse(asking, _CHOOSE)
        elif not may(person.roles, asking.deed):
            self._refuse(asking, str(NotAllowedError(asking.deed)))
        else:
            self._ask_pin(asking, has_pin=person.has_pin)

    def _refuse(self, asking: "_Asking", sentence: str) -> None:
        self.notice.emit(sentence)
        if asking.refused is not None:
            asking.refused()

    def _ask_pin(self, asking: "_Asking", *, has_pin: bool) -> None:
        person = self._desk.recorder
        if person is None or self._proving is None:
            return
        asked = [Asked("pin", "Your PIN" if has_pin else "A PIN of your own: six digits or more")]
        if not has_pin:
            asked.append(Asked("again", "The same PIN again"))
        explained = f"To {asking.deed.words}, {person.name} has to prove who they are."
        form = FormDialog(self._window, "Your PIN", explained, tuple(asked), "Go on")
        for field in form.fields.values():
            field.setEchoMode(QLineEdit.EchoMode.Password)
        _PinForm(self, form, asking, person.id, has_pin=has_pin)
        form.open()

    def prove(self, form: "_PinForm", given: dict[str, str]) -> None:
        """Check what one form gave, off the GUI thread: it takes a third of a second."""
        proving, now = self._proving, self._session.clock()
        if proving is None:
            return
        staff_id, pin = form.staff_id, given["pin"]
        sets, again = not form.has_pin, given.get("again", "")

        def work() -> Proof:
            if sets:
                if pin != again:
                    raise UserMistake("again", "The two PINs differ: type the same one twice.")
                proving.set_pin(staff_id, "", pin, now)
            return proving.prove(staff_id, pin, now)

        self._jobs.run(work, form.done, form.failed, Lane.BACKGROUND)

    def keep(self, proof: Proof) -> None:
        """The person proved who they are."""
        self._proof = proof

    def _forget(self, _: object) -> None:
        self._proof = None


class _Asking:
    """A deed that waits for its proof."""

    def __init__(self, deed: Deed, then: Then, refused: Callable[[], object] | None) -> None:
        self.deed = deed
        self.then = then
        self.refused = refused


class _PinForm(QObject):
    """What becomes of one form that asks for a PIN; lives as long as the form."""

    def __init__(
        self,
        owner: ProofPresenter,
        form: FormDialog,
        asking: _Asking,
        staff_id: str,
        *,
        has_pin: bool,
    ) -> None:
        super().__init__(form)
        self._owner = owner
        self._form = form
        self._asking = asking
        self.staff_id = staff_id
        self.has_pin = has_pin
        form.given.connect(self._give)
        if asking.refused is not None:
            form.rejected.connect(asking.refused)

    def done(self, proof: Proof) -> None:
        """It was the right PIN."""
        self._owner.keep(proof)
        self._form.accept()
        self._asking.then(proof)

    def failed(self, error: Exception) -> None:
        """It was not; the form stays."""
        if not isinstance(error, SignpostError):
            raise error
        mistake = error if isinstance(error, UserMistake) else UserMistake("", str(error))
        self._form.show_mistake(mistake)

    def _give(self, given: dict[str, str]) -> None:
        self._owner.prove(self, given)
