"""How Alembic runs here: over the connection that the program hands it, in that connection's
transaction.
"""

from alembic import context

from signpost.storage.tables import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
