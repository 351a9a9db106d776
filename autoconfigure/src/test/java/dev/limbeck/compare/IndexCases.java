package dev.limbeck.compare;

import java.util.stream.Stream;

/**
 * Indexes.
 */
final class IndexCases {

	private IndexCases() {
	}

	static Stream<MatrixCase> all() {
		return Stream.of(indexes()).flatMap((part) -> part);
	}

	private static Stream<MatrixCase> indexes() {
		return Stream.of(
				MatrixCase.change("H28", "an index", "CREATE TABLE t (a text, b int, c jsonb)",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (a)", "+ index t.ix"),
				MatrixCase.oneWay("H29", "another name",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (a)",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX iy ON t (a)", "> index t.ix"),
				MatrixCase.change("H30", "other columns",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (a)",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (a, b)", "~ index t.ix"),
				MatrixCase.change("H30", "another order of columns",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (a, b)",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (b, a)", "~ index t.ix"),
				MatrixCase.change("H30", "unique", "CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (a)",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE UNIQUE INDEX ix ON t (a)", "~ index t.ix"),
				MatrixCase.change("H30", "descending",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (a)",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (a DESC)", "~ index t.ix"),
				MatrixCase.change("H30", "nulls first",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (a)",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (a NULLS FIRST)",
						"~ index t.ix"),
				MatrixCase.change("H31", "an expression", "CREATE TABLE t (a text, b int, c jsonb)",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (lower(a))", "+ index t.ix"),
				MatrixCase.change("H31", "another expression",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (lower(a))",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (upper(a))", "~ index t.ix"),
				MatrixCase.same("H31", "the same expression, spelled differently",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t ((b+1))",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t ((b + 1))"),
				MatrixCase.change("H31", "an expression with an operator class",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (lower(a))",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (lower(a) text_pattern_ops)",
						"~ index t.ix"),
				MatrixCase.change("H32", "a predicate",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (a)",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (a) WHERE b > 0",
						"~ index t.ix"),
				MatrixCase.change("H32", "another predicate",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (a) WHERE b > 0",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (a) WHERE b > 1",
						"~ index t.ix"),
				MatrixCase.same("H32", "the same predicate, spelled differently",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (a) WHERE a IN ('x', 'y')",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (a) WHERE (a = ANY (ARRAY['x', 'y']))"),
				MatrixCase.change("H33", "another method",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (b)",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t USING hash (b)", "~ index t.ix"),
				MatrixCase.change("H33", "an index with gin", "CREATE TABLE t (a text, b int, c jsonb)",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t USING gin (c jsonb_path_ops)",
						"+ index t.ix"),
				MatrixCase.change("H33", "included columns",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (a)",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (a) INCLUDE (b)",
						"~ index t.ix"),
				MatrixCase.change("H33", "an operator class",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (a)",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (a text_pattern_ops)",
						"~ index t.ix"),
				MatrixCase.change("H33", "a collation",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (a)",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (a COLLATE \"C\")",
						"~ index t.ix"),
				MatrixCase.same("H33", "storage parameters",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (a) WITH (fillfactor = 70)",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (a)"),
				MatrixCase.since(15, MatrixCase.change("H34", "nulls not distinct",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE UNIQUE INDEX ix ON t (b)",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE UNIQUE INDEX ix ON t (b) NULLS NOT DISTINCT",
						"~ index t.ix")),
				MatrixCase.irreversible(MatrixCase.oneWay("H35", "an index that is not valid",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (a); UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'ix'::regclass",
						"CREATE TABLE t (a text, b int, c jsonb); CREATE INDEX ix ON t (a)", "~ index t.ix",
						"! index t.ix")))
			.flatMap((part) -> part);
	}

}
