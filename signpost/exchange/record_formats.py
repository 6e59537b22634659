"""Every form of export and what writes it: the one place where another is added."""

from signpost.domain.export_format import ExportFormat
from signpost.exchange.csv_file import OURS, CsvForm
from signpost.exchange.emis_bulk import emis_bulk_folder
from signpost.exchange.emis_list import (
    emis_deidentified_layout,
    emis_form,
    emis_heads,
    emis_list_layout,
)
from signpost.exchange.record_counts import breakdown_counts, counts_file, monthly_counts
from signpost.exchange.record_folder import several_tables
from signpost.exchange.record_source import ExportRequest, Look, Write
from signpost.exchange.record_tables import one_table
from signpost.exchange.records_xlsx import look_at_xlsx, write_xlsx
from signpost.exchange.signposts_csv import deidentified_layout, signposts_layout
from signpost.exchange.systmone_breakdown import breakdown_layout, systmone_form
from signpost.exchange.systmone_sre import systmone_sre_folder


def _our_form(_: ExportRequest) -> CsvForm:
    return OURS


_EMIS_LIST = one_table(emis_list_layout, emis_form, emis_heads)

FORMATS: dict[ExportFormat, tuple[Write, Look]] = {
    ExportFormat.SIGNPOSTS: one_table(signposts_layout, _our_form),
    ExportFormat.SIGNPOSTS_DEIDENTIFIED: one_table(deidentified_layout, _our_form),
    ExportFormat.SIGNPOSTS_MONTHLY: counts_file(monthly_counts),
    ExportFormat.EMIS_LIST: _EMIS_LIST,
    ExportFormat.EMIS_LIST_HEADER: _EMIS_LIST,
    ExportFormat.EMIS_LIST_DEIDENTIFIED: one_table(emis_deidentified_layout, emis_form),
    ExportFormat.EMIS_BULK: several_tables(emis_bulk_folder),
    ExportFormat.SYSTMONE_BREAKDOWN: one_table(breakdown_layout, systmone_form),
    ExportFormat.SYSTMONE_BREAKDOWN_DEIDENTIFIED: counts_file(breakdown_counts),
    ExportFormat.SYSTMONE_SRE: several_tables(systmone_sre_folder),
    ExportFormat.XLSX: (write_xlsx, look_at_xlsx),
}
"""How each is written, and how its first rows are shown."""
