"""The forms in which records leave the program; `docs/guide/exports.md` says what each is for."""

from enum import StrEnum


class ExportFormat(StrEnum):
    """A form of export; the values are those of `signpost export --format`."""

    SIGNPOSTS = "signposts"
    SIGNPOSTS_DEIDENTIFIED = "signposts-deidentified"
    SIGNPOSTS_MONTHLY = "signposts-monthly"
    EMIS_LIST = "emis-list"
    EMIS_LIST_HEADER = "emis-list-header"
    EMIS_LIST_DEIDENTIFIED = "emis-list-deidentified"
    EMIS_BULK = "emis-bulk"
    SYSTMONE_BREAKDOWN = "systmone-breakdown"
    SYSTMONE_BREAKDOWN_DEIDENTIFIED = "systmone-breakdown-deidentified"
    SYSTMONE_SRE = "systmone-sre"
    XLSX = "xlsx"

    @property
    def label(self) -> str:
        """The form in words for the screen."""
        return _LABELS[self]

    @property
    def is_identifiable(self) -> bool:
        """Whether it can hold what identifies somebody: free text, exact times, staff, references.

        Only a manager exports such a form from the screen, and says why.
        """
        return self not in _DEIDENTIFIED

    @property
    def is_counts(self) -> bool:
        """Whether it holds counts and no single record."""
        return self in _COUNTS

    @property
    def is_folder(self) -> bool:
        """Whether it is several files in a folder of their own."""
        return self in {ExportFormat.EMIS_BULK, ExportFormat.SYSTMONE_SRE}

    @property
    def suffix(self) -> str:
        """What its file name ends in; empty for a folder."""
        if self.is_folder:
            return ""
        return ".xlsx" if self is ExportFormat.XLSX else ".csv"

    @property
    def is_list_for_emis(self) -> bool:
        """Whether it has the columns of an EMIS list report, after which ours may stand."""
        return self in {ExportFormat.EMIS_LIST, ExportFormat.EMIS_LIST_HEADER}


_LABELS = {
    ExportFormat.SIGNPOSTS: "All our columns (signposts.csv)",
    ExportFormat.SIGNPOSTS_DEIDENTIFIED: "All our columns, de-identified",
    ExportFormat.SIGNPOSTS_MONTHLY: "Monthly counts",
    ExportFormat.EMIS_LIST: "EMIS list report",
    ExportFormat.EMIS_LIST_HEADER: "EMIS list report with report header",
    ExportFormat.EMIS_LIST_DEIDENTIFIED: "EMIS list report, de-identified",
    ExportFormat.EMIS_BULK: "EMIS bulk extract shape (6 files)",
    ExportFormat.SYSTMONE_BREAKDOWN: "SystmOne breakdown results",
    ExportFormat.SYSTMONE_BREAKDOWN_DEIDENTIFIED: "SystmOne breakdown, counts only",
    ExportFormat.SYSTMONE_SRE: "SystmOne strategic reporting shape (7 files)",
    ExportFormat.XLSX: "Spreadsheet (XLSX)",
}
_COUNTS = frozenset({ExportFormat.SIGNPOSTS_MONTHLY, ExportFormat.SYSTMONE_BREAKDOWN_DEIDENTIFIED})
_DEIDENTIFIED = _COUNTS | {
    ExportFormat.SIGNPOSTS_DEIDENTIFIED,
    ExportFormat.EMIS_LIST_DEIDENTIFIED,
}
