"""How Alembic runs here: over the connection that the program hands it, in that connection's
transaction.
"""

from alembic import context

from signpost.storage.every_table import METADATA

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=METADATA,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
