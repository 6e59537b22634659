"""The call being taken: the one value that all panels of the call screen show and change."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from signpost.domain.call import Call
from signpost.domain.signpost import RecordMode
from signpost.domain.staff import Duty
from signpost.language.heard import Heard

if TYPE_CHECKING:
    from signpost.usecases.listen import Listening


class CallSession(QObject):
    """Holds the call in progress and what was heard in it.

    changed: the call is different, read `call`. replaced: another call is taken. heard_changed:
        read `heard`.
    desk_changed: duty clinician, recorder or mode are different.
    """

    changed = Signal()
    replaced = Signal()
    heard_changed = Signal()
    desk_changed = Signal()

    def __init__(self, call: Call, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.call = call
        self.clock = clock
        self.heard: Heard | None = None
        self.listening: Listening | None = None
        self.duty: Duty | None = None
        self.mode = RecordMode.REHEARSAL

    def update(self, call: Call) -> None:
        """The same call, further on."""
        if call != self.call:
            self.call = call
            self.changed.emit()

    def replace(self, call: Call) -> None:
        """Another call: a new one, or one taken up again."""
        self.call = call
        self.heard = None
        self.replaced.emit()
        self.changed.emit()

    def hear(self, heard: Heard | None) -> None:
        """What was heard in the words as they are now; None while nothing listens."""
        self.heard = heard
        self.heard_changed.emit()
