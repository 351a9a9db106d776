"""Compare a database with the metadata that CompareBenchmark made it of, by Alembic.

Arguments: the URL, the number of tables, the number of runs.
"""

import pathlib
import sys
import time

import alembic
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext


def metadata(tables):
    result = sa.MetaData()
    for i in range(tables):
        sa.Table(
            f"table_{i:04d}",
            result,
            sa.Column("id", sa.BigInteger, sa.Identity(), primary_key=True),
            sa.Column("parent_id", sa.BigInteger),
            sa.Column("name", sa.String(100), nullable=False),
            sa.Column("kind", sa.String(20), nullable=False, server_default="plain"),
            sa.Column("price", sa.Numeric(10, 2), server_default=sa.text("0")),
            sa.Column("active", sa.Boolean, nullable=False, server_default=sa.text("true")),
            sa.Column("created", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()),
            sa.Column("note", sa.Text),
            sa.Column("rank", sa.Integer),
            sa.Column("amount", sa.Integer),
            sa.ForeignKeyConstraint(["parent_id"], [f"table_{max(0, i - 1):04d}.id"], name=f"fk_{i:04d}"),
            sa.Index(f"ix_{i:04d}", "name", "created"),
        )
    return result


def backend_time(pid):
    """Processor time of a backend on this machine in milliseconds, 0 if it is not on this machine."""
    stat = pathlib.Path(f"/proc/{pid}/stat")
    if not stat.exists():
        return 0
    fields = stat.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 10


def main(url, tables, runs):
    engine = sa.create_engine(url, poolclass=sa.pool.NullPool)
    target = metadata(tables)
    for defaults in (False, True):
        for run in range(runs):
            with engine.connect() as connection:
                pid = connection.scalar(sa.text("SELECT pg_backend_pid()"))
                server = backend_time(pid)
                wall, client = time.perf_counter(), time.process_time()
                context = MigrationContext.configure(connection, opts={"compare_server_default": defaults})
                differences = compare_metadata(context, target)
                wall, client = time.perf_counter() - wall, time.process_time() - client
                server = backend_time(pid) - server
            assert not differences, differences[:3]
            print(
                f"Alembic {alembic.__version__}, SQLAlchemy {sa.__version__}, compare_server_default={defaults}, "
                f"run {run + 1}: {wall * 1000:.0f} ms, processor {client * 1000:.0f} ms client, {server} ms server",
                flush=True,
            )


main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
