"""What Alembic runs: the migrations, on a connection that is given, in the transaction that it is in."""

from alembic import context

from tidings.store.migrate import configured

context.configure(**configured(context.config.attributes["connection"]))
context.run_migrations()
