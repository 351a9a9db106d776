package dev.limbeck.compare;

import java.util.stream.Stream;

/**
 * Types of columns.
 */
final class TypeCases {

	private TypeCases() {
	}

	static Stream<MatrixCase> all() {
		return Stream.of(changes(), synonyms()).flatMap((part) -> part);
	}

	private static Stream<MatrixCase> changes() {
		return Stream.of(
				MatrixCase.change("H8", "integer to bigint", "CREATE TABLE t (a integer)", "CREATE TABLE t (a bigint)",
						"~ column t.a"),
				MatrixCase.change("H8", "varchar to integer", "CREATE TABLE t (a varchar(20))",
						"CREATE TABLE t (a integer)", "~ column t.a"),
				MatrixCase.change("H8", "timestamp to timestamptz", "CREATE TABLE t (a timestamp)",
						"CREATE TABLE t (a timestamptz)", "~ column t.a"),
				MatrixCase.change("H8", "json to jsonb", "CREATE TABLE t (a json)", "CREATE TABLE t (a jsonb)",
						"~ column t.a"),
				MatrixCase.change("H8", "char to uuid", "CREATE TABLE t (a char(36))", "CREATE TABLE t (a uuid)",
						"~ column t.a"),
				MatrixCase.change("H8", "array of integer to array of text", "CREATE TABLE t (a int[])",
						"CREATE TABLE t (a text[])", "~ column t.a"),
				MatrixCase.change("H8", "integer to boolean", "CREATE TABLE t (a int)", "CREATE TABLE t (a boolean)",
						"~ column t.a"),
				MatrixCase.change("H8", "smallint to boolean", "CREATE TABLE t (a smallint)",
						"CREATE TABLE t (a boolean)", "~ column t.a"),
				MatrixCase.change("H8", "text to jsonb", "CREATE TABLE t (a text)", "CREATE TABLE t (a jsonb)",
						"~ column t.a"),
				MatrixCase.change("H8", "text to date", "CREATE TABLE t (a text)", "CREATE TABLE t (a date)",
						"~ column t.a"),
				MatrixCase.change("H8", "an array in place of one value", "CREATE TABLE t (a text)",
						"CREATE TABLE t (a text[])", "~ column t.a"),
				MatrixCase.change("H8", "numeric to double precision", "CREATE TABLE t (a numeric(10,2))",
						"CREATE TABLE t (a double precision)", "~ column t.a"),
				MatrixCase.change("H8", "bytea to text", "CREATE TABLE t (a bytea)", "CREATE TABLE t (a text)",
						"~ column t.a"),
				MatrixCase.change("H8", "a type and its default", "CREATE TABLE t (a varchar(10) DEFAULT '1')",
						"CREATE TABLE t (a int DEFAULT 1)", "~ column t.a"),
				MatrixCase.change("H8", "a type under an index", "CREATE TABLE t (a int); CREATE INDEX ix ON t (a)",
						"CREATE TABLE t (a bigint); CREATE INDEX ix ON t (a)", "~ column t.a"),
				MatrixCase.change("H8", "a type at both ends of a foreign key",
						"CREATE TABLE p (id varchar(36) PRIMARY KEY); CREATE TABLE t (p varchar(36) CONSTRAINT fk REFERENCES p)",
						"CREATE TABLE p (id uuid PRIMARY KEY); CREATE TABLE t (p uuid CONSTRAINT fk REFERENCES p)",
						"~ column p.id", "~ column t.p", "~ foreign key t.fk"),
				MatrixCase.change("H9", "a length", "CREATE TABLE t (a varchar(20))", "CREATE TABLE t (a varchar(30))",
						"~ column t.a"),
				MatrixCase.change("H9", "a precision and scale", "CREATE TABLE t (a numeric(10,2))",
						"CREATE TABLE t (a numeric(12,3))", "~ column t.a"),
				MatrixCase.change("H9", "a precision of seconds", "CREATE TABLE t (a timestamp(3))",
						"CREATE TABLE t (a timestamp(6))", "~ column t.a"),
				MatrixCase.oneWay("H10", "a length where there was none", "CREATE TABLE t (a varchar)",
						"CREATE TABLE t (a varchar(20))", "~ column t.a"),
				MatrixCase.oneWay("H10", "a length that is not asked for", "CREATE TABLE t (a varchar(20))",
						"CREATE TABLE t (a varchar)"),
				MatrixCase.change("H11", "text in place of varchar", "CREATE TABLE t (a varchar(20))",
						"CREATE TABLE t (a text)", "~ column t.a"),
				MatrixCase.oneWay("H15", "a collation", "CREATE TABLE t (a text)",
						"CREATE TABLE t (a text COLLATE \"C\")", "~ column t.a"),
				MatrixCase.change("H15", "another collation", "CREATE TABLE t (a text COLLATE \"C\")",
						"CREATE TABLE t (a text COLLATE \"POSIX\")", "~ column t.a"),
				MatrixCase.oneWay("H15", "a collation that is not asked for", "CREATE TABLE t (a text COLLATE \"C\")",
						"CREATE TABLE t (a text)"))
			.flatMap((part) -> part);
	}

	private static Stream<MatrixCase> synonyms() {
		return Stream.of(MatrixCase.same("H12", "decimal and numeric",
				"CREATE TABLE t (a decimal(10,2), b int4, c bool, d timestamptz(3), e float8, f int2)",
				"CREATE TABLE t (a numeric(10,2), b integer, c boolean, d timestamp(3) with time zone, e double precision, f smallint)"),
				MatrixCase.same("H13", "real and float(24)", "CREATE TABLE t (a real, b float)",
						"CREATE TABLE t (a float(24), b float(53))"),
				MatrixCase.same("H14", "dimensions of an array", "CREATE TABLE t (a int[])",
						"CREATE TABLE t (a int[][])"),
				MatrixCase.same("H10", "the usual precision, written out",
						"CREATE TABLE t (a timestamp, b time, c timestamptz)",
						"CREATE TABLE t (a timestamp(6), b time(6), c timestamptz(6))"),
				MatrixCase.oneWay("H19", "a domain over the type",
						"CREATE DOMAIN email AS varchar(100); CREATE TABLE t (a email)",
						"CREATE TABLE t (a varchar(100))"),
				MatrixCase.oneWay("H19", "a domain over another type",
						"CREATE DOMAIN email AS varchar(100); CREATE TABLE t (a email)",
						"CREATE TABLE t (a varchar(200))", "~ column t.a"))
			.flatMap((part) -> part);
	}

}
