package dev.limbeck.compare;

import java.util.List;
import java.util.stream.Stream;

import static dev.limbeck.schema.ColumnTypes.bigint;
import static dev.limbeck.schema.ColumnTypes.integer;
import static dev.limbeck.schema.ColumnTypes.named;
import static dev.limbeck.schema.ColumnTypes.numeric;
import static dev.limbeck.schema.ColumnTypes.text;
import static dev.limbeck.schema.ColumnTypes.timestamptz;
import static dev.limbeck.schema.ColumnTypes.varchar;

/**
 * Targets that were declared, by someone who writes SQL as people do and leaves names to
 * the convention.
 */
final class DeclaredCases {

	private DeclaredCases() {
	}

	static Stream<MatrixCase> all() {
		return Stream.of(names(), expressions(), hints()).flatMap((part) -> part);
	}

	private static Stream<MatrixCase> names() {
		return Stream
			.of(MatrixCase.declared("H37", "a unique constraint without a name, there under some name",
					"CREATE TABLE t (a int CONSTRAINT whatever UNIQUE)",
					(schema) -> schema.table("t", (t) -> t.column("a", integer()).unique("a"))),
					MatrixCase.declared("H37", "a unique constraint without a name", "CREATE TABLE t (a int)",
							(schema) -> schema.table("t", (t) -> t.column("a", integer()).unique("a")),
							"+ unique constraint t.uq_t_a"),
					MatrixCase.declared("H47", "a check without a name, there under some name",
							"CREATE TABLE t (a int CHECK (a > 0))",
							(schema) -> schema.table("t", (t) -> t.column("a", integer()).check("a>0"))),
					MatrixCase.declared("H48", "a check of an enumerated column, spelled differently",
							"CREATE TABLE t (s varchar(10) CHECK (s IN ('A', 'B')))",
							(schema) -> schema.table("t",
									(t) -> t.column("s", varchar(10), (s) -> s.check("s in ('A','B')")))),
					MatrixCase.declared("H42", "a foreign key without a name, there under some name",
							"CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (p int CONSTRAINT whatever REFERENCES p)",
							(schema) -> schema.table("p", (p) -> p.column("id", integer()).primaryKey("id"))
								.table("t", (t) -> t.column("p", integer()).foreignKey("p", "p", "id"))),
					MatrixCase
						.declared("H29", "an index without a name, there under some name",
								"CREATE TABLE t (a int); CREATE INDEX whatever ON t (a)", (schema) -> schema.table("t",
										(t) -> t.column("a", integer()).index("a"))),
					MatrixCase.declared("H28", "an index without a name", "CREATE TABLE t (a int)",
							(schema) -> schema.table("t", (t) -> t.column("a", integer()).index("a")),
							"+ index t.ix_t_a"),
					MatrixCase.declared("H49", "a primary key without a name",
							"CREATE TABLE t (id bigserial PRIMARY KEY)",
							(schema) -> schema.table("t",
									(t) -> t.column("id", bigint(), (id) -> id.identity()).primaryKey("id"))),
					MatrixCase.declared("H36", "a name that is longer than the server keeps",
							"CREATE TABLE t (a int CONSTRAINT " + "n".repeat(63) + " UNIQUE)",
							(schema) -> schema.table("t",
									(t) -> t.column("a", integer())
										.unique(List.of("a"), (unique) -> unique.name("n".repeat(70))))))
			.flatMap((part) -> part);
	}

	private static Stream<MatrixCase> expressions() {
		return Stream.of(
				MatrixCase.declared("H21", "defaults as people write them",
						"CREATE TABLE t (a varchar(9) DEFAULT 'x', b timestamptz DEFAULT CURRENT_TIMESTAMP, "
								+ "c numeric(9, 2) DEFAULT 0, d boolean DEFAULT true)",
						(schema) -> schema.table("t",
								(t) -> t.column("a", varchar(9), (a) -> a.serverDefault("'x'"))
									.column("b", timestamptz(), (b) -> b.serverDefault("current_timestamp"))
									.column("c", numeric(9, 2), (c) -> c.serverDefaultValue(0))
									.column("d", named("bool"), (d) -> d.serverDefaultValue(true)))),
				MatrixCase.declared("H20", "another default", "CREATE TABLE t (a varchar(9) DEFAULT 'x')",
						(schema) -> schema.table("t", (t) -> t.column("a", varchar(9), (a) -> a.serverDefault("'y'"))),
						"~ column t.a"),
				MatrixCase.declared("H32", "a predicate as people write it",
						"CREATE TABLE t (a text, b int); CREATE INDEX ix ON t (lower(a)) WHERE b > 0 AND a IS NOT NULL",
						(schema) -> schema.table("t", (t) -> t.column("a", text())
							.column("b", integer())
							.index((ix) -> ix.name("ix").expression("LOWER(a)").where("b>0 and a is not null")))),
				MatrixCase
					.declared("H56", "an expression with a type of another schema",
							"CREATE SCHEMA app; CREATE TYPE app.mood AS ENUM ('a', 'b');"
									+ "CREATE TABLE app.t (m app.mood DEFAULT 'a' CHECK (m <> 'b'))",
							(schema) -> schema
								.inSchema("app",
										(app) -> app.enumType("mood", "a", "b")
											.table("t", (t) -> t.column("m", named("app", "mood"),
													(m) -> m.serverDefault("'a'::app.mood").check("m <> 'b'"))))),
				MatrixCase.declared("H52", "a view as people write it",
						"CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t WHERE a > 0",
						(schema) -> schema.table("t", (t) -> t.column("a", integer()))
							.view("v", "select a from t where a>0")),
				MatrixCase.declared("H27", "a sequence as Hibernate wants it", "CREATE SEQUENCE t_seq INCREMENT BY 1",
						(schema) -> schema.sequence("t_seq", (sequence) -> sequence.start(1).increment(50)),
						"~ sequence t_seq"))
			.flatMap((part) -> part);
	}

	private static Stream<MatrixCase> hints() {
		return Stream.of(
				MatrixCase
					.declared("H2", "a table that says what it was called",
							"CREATE TABLE o (a int PRIMARY KEY, b varchar(9) DEFAULT 'x')", (
									schema) -> schema
										.table("n",
												(n) -> n.renamedFrom("o")
													.column("a", integer())
													.column("b", varchar(9), (b) -> b.serverDefault("'x'"))
													.primaryKey("a")),
							"> table o"),
				MatrixCase.declared("H4", "a column that says what it was called",
						"CREATE TABLE t (o int CONSTRAINT c CHECK (o > 0))",
						(schema) -> schema.table("t",
								(t) -> t.column("n", integer(), (n) -> n.renamedFrom("o"))
									.check("n > 0", (c) -> c.name("c"))),
						"> column t.o"),
				MatrixCase.declared("H4", "a hint that has done its work", "CREATE TABLE t (n int)",
						(schema) -> schema.table("t", (t) -> t.column("n", integer(), (n) -> n.renamedFrom("o")))))
			.flatMap((part) -> part);
	}

}
