package dev.limbeck.compare;

import java.util.stream.Stream;

/**
 * Defaults of columns.
 */
final class DefaultCases {

	private DefaultCases() {
	}

	static Stream<MatrixCase> all() {
		return Stream.of(defaults(), equal()).flatMap((part) -> part);
	}

	private static Stream<MatrixCase> defaults() {
		return Stream
			.of(MatrixCase.change("H20", "a default", "CREATE TABLE t (a int)", "CREATE TABLE t (a int DEFAULT 0)",
					"~ column t.a"),
					MatrixCase.change("H20", "a default of text", "CREATE TABLE t (a varchar(10))",
							"CREATE TABLE t (a varchar(10) DEFAULT 'it''s')", "~ column t.a"),
					MatrixCase.change("H20", "another default", "CREATE TABLE t (a varchar(10) DEFAULT 'a')",
							"CREATE TABLE t (a varchar(10) DEFAULT 'b')", "~ column t.a"),
					MatrixCase.change("H20", "a function in place of a literal",
							"CREATE TABLE t (a timestamptz DEFAULT '2026-01-01')",
							"CREATE TABLE t (a timestamptz DEFAULT now())", "~ column t.a"),
					MatrixCase.change("H20", "true or false", "CREATE TABLE t (a boolean DEFAULT true)",
							"CREATE TABLE t (a boolean DEFAULT false)", "~ column t.a"),
					MatrixCase.change("H20", "null in place of a value", "CREATE TABLE t (a int DEFAULT 1)",
							"CREATE TABLE t (a int DEFAULT NULL::integer)", "~ column t.a"),
					MatrixCase.change("H23", "a default of json", "CREATE TABLE t (a json)",
							"CREATE TABLE t (a json DEFAULT '{\"a\": 1}')", "~ column t.a"),
					MatrixCase.change("H20", "a sequence", "CREATE SEQUENCE s; CREATE TABLE t (a bigint)",
							"CREATE SEQUENCE s; CREATE TABLE t (a bigint DEFAULT nextval('s'))", "~ column t.a"))
			.flatMap((part) -> part);
	}

	private static Stream<MatrixCase> equal() {
		return Stream.of(
				MatrixCase.same("H21", "CURRENT_TIMESTAMP, with a cast",
						"CREATE TABLE t (a timestamptz DEFAULT CURRENT_TIMESTAMP)",
						"CREATE TABLE t (a timestamptz DEFAULT (CURRENT_TIMESTAMP))"),
				MatrixCase.same("H21", "a cast that goes without saying", "CREATE TABLE t (a varchar(10) DEFAULT 'x')",
						"CREATE TABLE t (a varchar(10) DEFAULT 'x'::character varying)"),
				MatrixCase.same("H21", "a number with a cast", "CREATE TABLE t (a numeric(10,2) DEFAULT 0)",
						"CREATE TABLE t (a numeric(10,2) DEFAULT (0))"),
				MatrixCase.same("H22", "a volatile function", "CREATE TABLE t (a uuid DEFAULT gen_random_uuid())",
						"CREATE TABLE t (a uuid DEFAULT pg_catalog.gen_random_uuid())"),
				MatrixCase.same("H23", "a default of json", "CREATE TABLE t (a json DEFAULT '{}')",
						"CREATE TABLE t (a json DEFAULT '{}'::json)"),
				MatrixCase.same("H21", "a sequence with and without its schema",
						"CREATE SEQUENCE s; CREATE TABLE t (a bigint DEFAULT nextval('s'))",
						"CREATE SEQUENCE s; CREATE TABLE t (a bigint DEFAULT nextval('public.s'::regclass))"),
				MatrixCase.same("H21", "an interval", "CREATE TABLE t (a interval DEFAULT '1 day')",
						"CREATE TABLE t (a interval DEFAULT '1 day'::interval)"),
				MatrixCase.same("H21", "an empty array", "CREATE TABLE t (a text[] DEFAULT '{}')",
						"CREATE TABLE t (a text[] DEFAULT '{}'::text[])"))
			.flatMap((part) -> part);
	}

}
