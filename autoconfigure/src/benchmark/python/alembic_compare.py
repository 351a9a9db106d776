"""Compare a database with the metadata that CompareBenchmark made it of, by Alembic.

Arguments: the URL, the number of tables, the number of runs.
"""

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


def main(url, tables, runs):
    engine = sa.create_engine(url)
    target = metadata(tables)
    for defaults in (False, True):
        times = []
        for _ in range(runs):
            with engine.connect() as connection:
                start = time.perf_counter()
                context = MigrationContext.configure(connection, opts={"compare_server_default": defaults})
                differences = compare_metadata(context, target)
                times.append((time.perf_counter() - start) * 1000)
            if differences:
                print("differences:", differences[:3])
        print(
            f"Alembic {alembic.__version__}, SQLAlchemy {sa.__version__}, compare_server_default={defaults}: "
            f"first {times[0]:.0f} ms, median {sorted(times)[len(times) // 2]:.0f} ms of {runs}"
        )


main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
