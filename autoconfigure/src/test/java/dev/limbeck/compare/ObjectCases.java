package dev.limbeck.compare;

import java.util.stream.Stream;

/**
 * Sequences, views and functions.
 */
final class ObjectCases {

	private ObjectCases() {
	}

	static Stream<MatrixCase> all() {
		return Stream.of(sequences(), views()).flatMap((part) -> part);
	}

	private static Stream<MatrixCase> sequences() {
		return Stream.of(MatrixCase.change("H27", "a sequence", "", "CREATE SEQUENCE s", "+ sequence s"), MatrixCase
			.change("H27", "a sequence with everything", "",
					"CREATE SEQUENCE s AS integer START WITH 10 INCREMENT BY 50 MINVALUE 5 MAXVALUE 5000 CACHE 20 CYCLE",
					"+ sequence s"),
				MatrixCase.change("H27", "an increment", "CREATE SEQUENCE s ", "CREATE SEQUENCE s INCREMENT BY 50",
						"~ sequence s"),
				MatrixCase.same("H27", "a start", "CREATE SEQUENCE s ", "CREATE SEQUENCE s START WITH 1000"),
				MatrixCase.change("H27", "bounds", "CREATE SEQUENCE s ", "CREATE SEQUENCE s MINVALUE 0 MAXVALUE 100",
						"~ sequence s"),
				MatrixCase.change("H27", "a cache", "CREATE SEQUENCE s ", "CREATE SEQUENCE s CACHE 10", "~ sequence s"),
				MatrixCase.change("H27", "cycle", "CREATE SEQUENCE s ", "CREATE SEQUENCE s CYCLE", "~ sequence s"),
				MatrixCase.change("H27", "a type", "CREATE SEQUENCE s AS integer", "CREATE SEQUENCE s AS bigint",
						"~ sequence s"),
				MatrixCase.change("H27", "a sequence that counts down", "", "CREATE SEQUENCE s INCREMENT BY -1",
						"+ sequence s"),
				MatrixCase.change("H27", "a table with a sequence of its own", "",
						"CREATE SEQUENCE s INCREMENT BY 50; CREATE TABLE t (id bigint PRIMARY KEY DEFAULT nextval('s'))",
						"+ table t", "+ sequence s"),
				MatrixCase.same("H27", "options that are the usual ones", "CREATE SEQUENCE s",
						"CREATE SEQUENCE s START WITH 1 INCREMENT BY 1 MINVALUE 1 NO CYCLE CACHE 1"))
			.flatMap((part) -> part);
	}

	private static Stream<MatrixCase> views() {
		return Stream.of(
				MatrixCase.change("H52", "a view", "CREATE TABLE t (a int, b text); ",
						"CREATE TABLE t (a int, b text); CREATE VIEW v AS SELECT a FROM t", "+ view v"),
				MatrixCase.change("H52", "another query",
						"CREATE TABLE t (a int, b text); CREATE VIEW v AS SELECT a FROM t",
						"CREATE TABLE t (a int, b text); CREATE VIEW v AS SELECT b, a FROM t WHERE a > 0", "~ view v"),
				MatrixCase.same("H52", "the same query, spelled differently",
						"CREATE TABLE t (a int, b text); CREATE VIEW v AS select a from t where a>0",
						"CREATE TABLE t (a int, b text); CREATE VIEW v AS SELECT t.a FROM public.t WHERE (t.a > 0)"),
				MatrixCase.change("H52", "a view of a view", "CREATE TABLE t (a int, b text); ",
						"CREATE TABLE t (a int, b text); CREATE VIEW z AS SELECT a FROM t; CREATE VIEW zz AS SELECT a FROM z",
						"+ view z", "+ view zz"),
				MatrixCase.change("H52", "a view of a column that changes its type",
						"CREATE TABLE t (a int, b text); CREATE VIEW v AS SELECT a FROM t",
						"CREATE TABLE t (a bigint, b text); CREATE VIEW v AS SELECT a FROM t", "~ view v",
						"~ column t.a"),
				MatrixCase.change("H52", "a materialized view", "CREATE TABLE t (a int, b text); ",
						"CREATE TABLE t (a int, b text); CREATE MATERIALIZED VIEW v AS SELECT a FROM t; CREATE INDEX vi ON v (a)",
						"+ materialized view v"),
				MatrixCase.change("H52", "another query of a materialized view",
						"CREATE TABLE t (a int, b text); CREATE MATERIALIZED VIEW v AS SELECT a FROM t",
						"CREATE TABLE t (a int, b text); CREATE MATERIALIZED VIEW v AS SELECT b FROM t",
						"~ materialized view v"),
				MatrixCase.change("H52", "an index of a materialized view",
						"CREATE TABLE t (a int, b text); CREATE MATERIALIZED VIEW v AS SELECT a FROM t",
						"CREATE TABLE t (a int, b text); CREATE MATERIALIZED VIEW v AS SELECT a FROM t; CREATE INDEX vi ON v (a)",
						"+ index v.vi"),
				MatrixCase.change("H52", "a function", "",
						"CREATE FUNCTION f(n int) RETURNS int IMMUTABLE STRICT LANGUAGE sql AS 'SELECT n + 1'",
						"+ function f"),
				MatrixCase.change("H52", "another body",
						"CREATE FUNCTION f(n int) RETURNS int LANGUAGE sql AS 'SELECT n + 1'",
						"CREATE FUNCTION f(n int) RETURNS int LANGUAGE sql AS 'SELECT n + 2'", "~ function f"),
				MatrixCase.change("H52", "another result",
						"CREATE FUNCTION f(n int) RETURNS int LANGUAGE sql AS 'SELECT n + 1'",
						"CREATE FUNCTION f(n int) RETURNS bigint LANGUAGE sql AS 'SELECT n + 2::bigint'",
						"~ function f"),
				MatrixCase.change("H52", "a procedure", "",
						"CREATE PROCEDURE p() LANGUAGE plpgsql AS 'BEGIN NULL; END'", "+ function p"))
			.flatMap((part) -> part);
	}

}
