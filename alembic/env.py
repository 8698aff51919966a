"""How Alembic reaches the database: through the connection that ``afterview.store.migrate`` holds."""

from alembic import context

from afterview.store.migrate import is_ours
from afterview.store.tables import Row

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Row.metadata,
    render_as_batch=True,
    compare_type=True,
    compare_server_default=True,
    include_name=is_ours,
)
context.run_migrations()
