package dev.limbeck.compare;

import java.util.stream.Stream;

/**
 * Primary keys and unique constraints.
 */
final class KeyCases {

	private KeyCases() {
	}

	static Stream<MatrixCase> all() {
		return Stream.of(primaryKeys(), uniqueConstraints()).flatMap((part) -> part);
	}

	private static Stream<MatrixCase> primaryKeys() {
		return Stream.of(
				MatrixCase.change("H49", "a primary key", "CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int)",
						"CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, CONSTRAINT pk PRIMARY KEY (a))",
						"+ primary key t.pk"),
				MatrixCase.change("H49", "another column",
						"CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, CONSTRAINT pk PRIMARY KEY (a))",
						"CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, CONSTRAINT pk PRIMARY KEY (a, b))",
						"~ primary key t.pk"),
				MatrixCase.change("H49", "another order",
						"CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, CONSTRAINT pk PRIMARY KEY (a, b))",
						"CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, CONSTRAINT pk PRIMARY KEY (b, a))",
						"~ primary key t.pk"),
				MatrixCase.same("H49", "another name",
						"CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, CONSTRAINT pk PRIMARY KEY (a))",
						"CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, CONSTRAINT other PRIMARY KEY (a))"),
				MatrixCase.change("H49", "a primary key of a column that may be null", "CREATE TABLE t (a int)",
						"CREATE TABLE t (a int CONSTRAINT pk PRIMARY KEY)", "+ primary key t.pk", "~ column t.a"),
				MatrixCase.change("H49", "a primary key that others refer to",
						"CREATE TABLE p (a int, b int, CONSTRAINT pk PRIMARY KEY (a)); CREATE TABLE t (p int CONSTRAINT fk REFERENCES p)",
						"CREATE TABLE p (a int, b int, CONSTRAINT pk PRIMARY KEY (a) INCLUDE (b)); CREATE TABLE t (p int CONSTRAINT fk REFERENCES p)",
						"~ primary key p.pk", "~ foreign key t.fk"))
			.flatMap((part) -> part);
	}

	private static Stream<MatrixCase> uniqueConstraints() {
		return Stream.of(
				MatrixCase.change("H36", "a unique constraint",
						"CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int)",
						"CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, CONSTRAINT uq UNIQUE (a))",
						"+ unique constraint t.uq"),
				MatrixCase.change("H36", "other columns",
						"CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, CONSTRAINT uq UNIQUE (a))",
						"CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, CONSTRAINT uq UNIQUE (a, b))",
						"~ unique constraint t.uq"),
				MatrixCase.oneWay("H36", "another name",
						"CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, CONSTRAINT uq UNIQUE (a))",
						"CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, CONSTRAINT other UNIQUE (a))",
						"> unique constraint t.uq"),
				MatrixCase.since(15, MatrixCase.change("H34", "nulls not distinct",
						"CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, CONSTRAINT uq UNIQUE (c))",
						"CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, CONSTRAINT uq UNIQUE NULLS NOT DISTINCT (c))",
						"~ unique constraint t.uq")),
				MatrixCase.same("H38", "another order of columns",
						"CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, CONSTRAINT uq UNIQUE (a, b))",
						"CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, CONSTRAINT uq UNIQUE (b, a))"),
				MatrixCase.change("H39", "deferrable",
						"CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, CONSTRAINT uq UNIQUE (a))",
						"CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, CONSTRAINT uq UNIQUE (a) DEFERRABLE)",
						"~ unique constraint t.uq"),
				MatrixCase.change("H39", "initially deferred",
						"CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, CONSTRAINT uq UNIQUE (a) DEFERRABLE)",
						"CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, CONSTRAINT uq UNIQUE (a) DEFERRABLE INITIALLY DEFERRED)",
						"~ unique constraint t.uq"),
				MatrixCase.change("H36", "included columns",
						"CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, CONSTRAINT uq UNIQUE (a))",
						"CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, CONSTRAINT uq UNIQUE (a) INCLUDE (c))",
						"~ unique constraint t.uq"),
				MatrixCase.oneWay("H40", "a constraint in place of a unique index",
						"CREATE TABLE t (a int); CREATE UNIQUE INDEX uq ON t (a)",
						"CREATE TABLE t (a int CONSTRAINT uq UNIQUE)", "~ unique constraint t.uq"),
				MatrixCase.oneWay("H40", "a unique index in place of a constraint",
						"CREATE TABLE t (a int CONSTRAINT uq UNIQUE)",
						"CREATE TABLE t (a int); CREATE UNIQUE INDEX uq ON t (a)", "- unique constraint t.uq",
						"+ index t.uq"),
				MatrixCase.oneWay("H40", "a constraint in place of a unique index of another name",
						"CREATE TABLE t (a int); CREATE UNIQUE INDEX ix ON t (a)",
						"CREATE TABLE t (a int CONSTRAINT uq UNIQUE)", "~ unique constraint t.uq"))
			.flatMap((part) -> part);
	}

}
