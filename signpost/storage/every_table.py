"""All tables of the database in one value, for migrations and for what compares them.

Every module with tables is imported here, so that none is missing.
"""

from signpost.storage import directory_models, export_models, statistics_models, tables

MODULES = (tables, directory_models, export_models, statistics_models)
METADATA = tables.Base.metadata
