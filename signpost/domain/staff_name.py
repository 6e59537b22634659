"""The name of a member of staff taken apart, for layouts that write it in parts."""

from dataclasses import dataclass

TITLES = frozenset({"dr", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "sister"})


@dataclass(frozen=True)
class StaffName:
    """A name in parts; each may be empty. The last word is the surname."""

    title: str
    given: str
    surname: str

    @property
    def listed(self) -> str:
        """As EMIS lists people: EXAMPLE, Robin (Ms)."""
        given = f", {self.given}" if self.given else ""
        title = f" ({self.title})" if self.title else ""
        return f"{self.surname.upper()}{given}{title}"


def name_in_parts(name: str) -> StaffName:
    """A name as people type it, taken apart: Ms Robin Example."""
    words = name.split()
    title = words[0].rstrip(".") if words and words[0].rstrip(".").lower() in TITLES else ""
    rest = words[1:] if title else words
    return StaffName(title, " ".join(rest[:-1]), rest[-1] if rest else "")
