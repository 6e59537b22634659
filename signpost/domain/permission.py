"""Who may do what: one table, read by use cases and shown on a screen."""

from collections.abc import Collection, Mapping
from enum import StrEnum

from signpost.domain.staff import Role, StaffMember
from signpost.errors import UserMistake


class Deed(StrEnum):
    """Something that not everybody may do."""

    RECORD_CALLS = "record_calls"
    SEE_OWN_FIGURES = "see_own_figures"
    REPORT_ENTRY = "report_entry"
    SUGGEST_WORDING = "suggest_wording"
    SEE_RECORDS = "see_records"
    SEE_STATISTICS = "see_statistics"
    CORRECT_OTHERS_RECORDS = "correct_others_records"
    EXPORT_COUNTS = "export_counts"
    EXPORT_IDENTIFIABLE = "export_identifiable"
    EDIT_DIRECTORY = "edit_directory"
    IMPORT_DIRECTORY = "import_directory"
    MANAGE_PEOPLE = "manage_people"
    NAME_CLINICAL_LEAD = "name_clinical_lead"
    CHANGE_SETTINGS = "change_settings"
    RESTORE_BACKUP = "restore_backup"
    SEE_AUDIT = "see_audit"
    EDIT_CONTENT = "edit_content"
    APPROVE_CONTENT = "approve_content"
    WITHDRAW_CONTENT = "withdraw_content"
    AUDIT_RECORDS = "audit_records"
    RUN_TRAINING = "run_training"
    SEE_MARKS = "see_marks"
    SEE_COMPLETION = "see_completion"
    SIGN_COMPETENCE = "sign_competence"
    GO_LIVE = "go_live"

    @property
    def words(self) -> str:
        """The deed as a person would say it, after "may"."""
        return _WORDS[self]


_EVERYONE = frozenset(Role)
_MANAGER = frozenset({Role.MANAGER})
_LEAD = frozenset({Role.CLINICAL_LEAD})
_TRAINER = frozenset({Role.TRAINER})

MAY: Mapping[Deed, frozenset[Role]] = {
    Deed.RECORD_CALLS: _EVERYONE,
    Deed.SEE_OWN_FIGURES: _EVERYONE,
    Deed.REPORT_ENTRY: _EVERYONE,
    Deed.SUGGEST_WORDING: _EVERYONE,
    Deed.SEE_RECORDS: _MANAGER | _LEAD,
    Deed.SEE_STATISTICS: _MANAGER | _LEAD,
    Deed.CORRECT_OTHERS_RECORDS: _MANAGER | _LEAD,
    Deed.EXPORT_COUNTS: _MANAGER | _LEAD,
    Deed.EXPORT_IDENTIFIABLE: _MANAGER,
    Deed.EDIT_DIRECTORY: _MANAGER,
    Deed.IMPORT_DIRECTORY: _MANAGER,
    Deed.MANAGE_PEOPLE: _MANAGER,
    Deed.NAME_CLINICAL_LEAD: _MANAGER,
    Deed.CHANGE_SETTINGS: _MANAGER,
    Deed.RESTORE_BACKUP: _MANAGER,
    Deed.SEE_AUDIT: _MANAGER | _LEAD,
    Deed.EDIT_CONTENT: _MANAGER | _LEAD | _TRAINER,
    Deed.APPROVE_CONTENT: _LEAD,
    Deed.WITHDRAW_CONTENT: _LEAD,
    Deed.AUDIT_RECORDS: _LEAD,
    Deed.RUN_TRAINING: _TRAINER | _LEAD,
    Deed.SEE_MARKS: _TRAINER | _LEAD,
    Deed.SEE_COMPLETION: _MANAGER | _TRAINER | _LEAD,
    Deed.SIGN_COMPETENCE: _LEAD,
    Deed.GO_LIVE: _MANAGER | _LEAD,
}
"""The roles of which one is enough for each deed."""

_WORDS = {
    Deed.RECORD_CALLS: "record calls",
    Deed.SEE_OWN_FIGURES: "see their own figures",
    Deed.REPORT_ENTRY: "report that an entry of the directory is wrong",
    Deed.SUGGEST_WORDING: "suggest a better wording",
    Deed.SEE_RECORDS: "search everybody's records",
    Deed.SEE_STATISTICS: "see the practice's statistics",
    Deed.CORRECT_OTHERS_RECORDS: "correct records that somebody else made",
    Deed.EXPORT_COUNTS: "export figures that name nobody",
    Deed.EXPORT_IDENTIFIABLE: "export records of single calls",
    Deed.EDIT_DIRECTORY: "edit the directory",
    Deed.IMPORT_DIRECTORY: "import a directory",
    Deed.MANAGE_PEOPLE: "add people and say what they may do",
    Deed.NAME_CLINICAL_LEAD: "name the clinical lead",
    Deed.CHANGE_SETTINGS: "change the practice's settings",
    Deed.RESTORE_BACKUP: "restore a backup",
    Deed.SEE_AUDIT: "read the audit log",
    Deed.EDIT_CONTENT: "edit protocols, topics and scenarios",
    Deed.APPROVE_CONTENT: "approve protocols, topics, scenarios and printed wording",
    Deed.WITHDRAW_CONTENT: "take an item out of use at once",
    Deed.AUDIT_RECORDS: "review a sample of records",
    Deed.RUN_TRAINING: "run training for others",
    Deed.SEE_MARKS: "see other people's marks",
    Deed.SEE_COMPLETION: "see who has completed which training",
    Deed.SIGN_COMPETENCE: "sign that somebody is competent",
    Deed.GO_LIVE: "set the day of going live",
}
_ROLE_WORDS = {
    Role.RECEPTION: "reception",
    Role.MANAGER: "a manager",
    Role.TRAINER: "a trainer",
    Role.CLINICAL_LEAD: "the clinical lead",
}


class NotAllowedError(UserMistake):
    """The person's roles do not allow the deed."""

    def __init__(self, deed: Deed) -> None:
        super().__init__("role", f"Only {who_may(deed)} may {deed.words}.")


def may(roles: Collection[Role], deed: Deed) -> bool:
    """Whether somebody with these roles may do it."""
    return not MAY[deed].isdisjoint(roles)


def demand(person: StaffMember, deed: Deed) -> None:
    """Raise NotAllowedError unless the person may do it; an inactive person may nothing."""
    if not person.active or not may(person.roles, deed):
        raise NotAllowedError(deed)


def needs_pin(deed: Deed) -> bool:
    """Whether the person has to prove who they are: everything that not everybody may do."""
    return MAY[deed] != _EVERYONE


def who_may(deed: Deed) -> str:
    """The roles that may, in words: "a manager or the clinical lead"."""
    words = [_ROLE_WORDS[role] for role in Role if role in MAY[deed]]
    return " or ".join(words) if len(words) < 3 else f"{', '.join(words[:-1])} or {words[-1]}"  # noqa: PLR2004 - a list of two has no comma
