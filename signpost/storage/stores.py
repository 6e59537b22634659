"""What a transaction hands out: one store for each kind of row, all over the same session."""

from sqlalchemy.orm import Session

from signpost.storage.practice_store import DutyStore, PracticeStore, StaffStore
from signpost.storage.signpost_store import SignpostStore


class Stores:
    """The stores of one transaction."""

    def __init__(self, session: Session, practice_id: str) -> None:
        self.practice = PracticeStore(session, practice_id)
        self.staff = StaffStore(session, practice_id)
        self.duty = DutyStore(session, practice_id)
        self.signposts = SignpostStore(session, practice_id)
