package dev.limbeck.compare;

import java.util.stream.Stream;

/**
 * Checks and exclusion constraints.
 */
final class CheckCases {

	private CheckCases() {
	}

	static Stream<MatrixCase> all() {
		return Stream.of(checks()).flatMap((part) -> part);
	}

	private static Stream<MatrixCase> checks() {
		return Stream.of(
				MatrixCase.change("H45", "a check", "CREATE TABLE t (a int, s varchar(10), d tsrange)",
						"CREATE TABLE t (a int, s varchar(10), d tsrange, CONSTRAINT c CHECK (a > 0))",
						"+ check constraint t.c"),
				MatrixCase.oneWay("H45", "another name",
						"CREATE TABLE t (a int, s varchar(10), d tsrange, CONSTRAINT c CHECK (a > 0))",
						"CREATE TABLE t (a int, s varchar(10), d tsrange, CONSTRAINT o CHECK (a > 0))",
						"> check constraint t.c"),
				MatrixCase.change("H46", "another condition",
						"CREATE TABLE t (a int, s varchar(10), d tsrange, CONSTRAINT c CHECK (a > 0))",
						"CREATE TABLE t (a int, s varchar(10), d tsrange, CONSTRAINT c CHECK (a >= 0))",
						"~ check constraint t.c"),
				MatrixCase.same("H46", "the same condition, spelled differently",
						"CREATE TABLE t (a int, s varchar(10), d tsrange, CONSTRAINT c CHECK (s IN ('x','y')))",
						"CREATE TABLE t (a int, s varchar(10), d tsrange, CONSTRAINT c CHECK ((s)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[])))"),
				MatrixCase.change("H46", "another list of values",
						"CREATE TABLE t (a int, s varchar(10), d tsrange, CONSTRAINT c CHECK (s IN ('x','y')))",
						"CREATE TABLE t (a int, s varchar(10), d tsrange, CONSTRAINT c CHECK (s IN ('x','y','z')))",
						"~ check constraint t.c"),
				MatrixCase.same("H46", "between",
						"CREATE TABLE t (a int, s varchar(10), d tsrange, CONSTRAINT c CHECK (a BETWEEN 1 AND 5))",
						"CREATE TABLE t (a int, s varchar(10), d tsrange, CONSTRAINT c CHECK (a >= 1 AND a <= 5))"),
				MatrixCase.same("H46", "conditions in another order",
						"CREATE TABLE t (a int, s text, CONSTRAINT c CHECK (a > 0 AND (s <> 'x AND y' AND a < 9)))",
						"CREATE TABLE t (a int, s text, CONSTRAINT c CHECK (s <> 'x AND y' AND a < 9 AND a > 0))"),
				MatrixCase.change("H46", "one condition of two is another",
						"CREATE TABLE t (a int, CONSTRAINT c CHECK (a > 0 AND a < 9))",
						"CREATE TABLE t (a int, CONSTRAINT c CHECK (a < 8 AND a > 0))", "~ check constraint t.c"),
				MatrixCase.same("H46", "a list of values in another order",
						"CREATE TABLE t (a int, s text, CONSTRAINT c CHECK (s IN ('x','a, b''') OR a NOT IN (1,2)))",
						"CREATE TABLE t (a int, s text, CONSTRAINT c CHECK (s IN ('a, b''','x') OR a NOT IN (2,1)))"),
				MatrixCase.change("H46", "an array in another order",
						"CREATE TABLE t (a int[], CONSTRAINT c CHECK (a <> ARRAY[1,2]))",
						"CREATE TABLE t (a int[], CONSTRAINT c CHECK (a <> ARRAY[2,1]))", "~ check constraint t.c"),
				MatrixCase.change("H46", "no inherit",
						"CREATE TABLE t (a int, s varchar(10), d tsrange, CONSTRAINT c CHECK (a > 0))",
						"CREATE TABLE t (a int, s varchar(10), d tsrange, CONSTRAINT c CHECK (a > 0) NO INHERIT)",
						"~ check constraint t.c"),
				MatrixCase.oneWay("H44", "a check that is not valid",
						"CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID",
						"CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0))", "~ check constraint t.c",
						"! check constraint t.c"),
				MatrixCase.oneWay("H44", "a check that is not valid, under another name",
						"CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID",
						"CREATE TABLE t (a int CONSTRAINT o CHECK (a > 0))", "> check constraint t.c",
						"~ check constraint t.c", "! check constraint t.c"),
				MatrixCase.change("H50", "an exclusion", "CREATE TABLE t (a int, s varchar(10), d tsrange)",
						"CREATE TABLE t (a int, s varchar(10), d tsrange, CONSTRAINT x EXCLUDE USING gist (d WITH &&))",
						"+ exclusion constraint t.x"),
				MatrixCase.change("H50", "another exclusion",
						"CREATE TABLE t (a int, s varchar(10), d tsrange, CONSTRAINT x EXCLUDE USING gist (d WITH &&))",
						"CREATE TABLE t (a int, s varchar(10), d tsrange, CONSTRAINT x EXCLUDE USING gist (d WITH &&) WHERE (a > 0))",
						"~ exclusion constraint t.x"))
			.flatMap((part) -> part);
	}

}
