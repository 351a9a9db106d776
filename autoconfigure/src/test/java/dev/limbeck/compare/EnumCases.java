package dev.limbeck.compare;

import java.util.stream.Stream;

/**
 * Enum types.
 */
final class EnumCases {

	private EnumCases() {
	}

	static Stream<MatrixCase> all() {
		return Stream.of(enums()).flatMap((part) -> part);
	}

	private static Stream<MatrixCase> enums() {
		return Stream.of(
				MatrixCase.oneWay("H16", "a value at the end",
						"CREATE TYPE mood AS ENUM ('a', 'b'); CREATE TABLE t (m mood DEFAULT 'b', ms mood[])",
						"CREATE TYPE mood AS ENUM ('a', 'b', 'c'); CREATE TABLE t (m mood DEFAULT 'b', ms mood[])",
						"~ enum type mood"),
				MatrixCase.oneWay("H16", "a value at the beginning",
						"CREATE TYPE mood AS ENUM ('b', 'c'); CREATE TABLE t (m mood DEFAULT 'b', ms mood[])",
						"CREATE TYPE mood AS ENUM ('a', 'b', 'c'); CREATE TABLE t (m mood DEFAULT 'b', ms mood[])",
						"~ enum type mood"),
				MatrixCase.oneWay("H16", "values in the middle",
						"CREATE TYPE mood AS ENUM ('b', 'e'); CREATE TABLE t (m mood DEFAULT 'b', ms mood[])",
						"CREATE TYPE mood AS ENUM ('b', 'c', 'd', 'e', 'f'); CREATE TABLE t (m mood DEFAULT 'b', ms mood[])",
						"~ enum type mood"),
				MatrixCase.oneWay("H16", "a value with a quote",
						"CREATE TYPE mood AS ENUM ('b'); CREATE TABLE t (m mood DEFAULT 'b', ms mood[])",
						"CREATE TYPE mood AS ENUM ('b', 'it''s'); CREATE TABLE t (m mood DEFAULT 'b', ms mood[])",
						"~ enum type mood"),
				MatrixCase.oneWay("H16", "a value less",
						"CREATE TYPE mood AS ENUM ('a', 'b', 'c'); CREATE TABLE t (m mood DEFAULT 'b', ms mood[])",
						"CREATE TYPE mood AS ENUM ('a', 'b'); CREATE TABLE t (m mood DEFAULT 'b', ms mood[])",
						"~ enum type mood", "! enum type mood"),
				MatrixCase.same("H16", "another order",
						"CREATE TYPE mood AS ENUM ('a', 'b'); CREATE TABLE t (m mood DEFAULT 'b', ms mood[])",
						"CREATE TYPE mood AS ENUM ('b', 'a'); CREATE TABLE t (m mood DEFAULT 'b', ms mood[])"),
				MatrixCase.oneWay("H16", "another order, and a value more",
						"CREATE TYPE mood AS ENUM ('low', 'medium', 'high'); CREATE TABLE t (m mood DEFAULT 'low', ms mood[])",
						"CREATE TYPE mood AS ENUM ('critical', 'high', 'low', 'medium'); CREATE TABLE t (m mood DEFAULT 'low', ms mood[])",
						"~ enum type mood"),
				MatrixCase.oneWay("H16", "another order, and a value less",
						"CREATE TYPE mood AS ENUM ('low', 'medium', 'high'); CREATE TABLE t (m mood DEFAULT 'low', ms mood[])",
						"CREATE TYPE mood AS ENUM ('high', 'low'); CREATE TABLE t (m mood DEFAULT 'low', ms mood[])",
						"~ enum type mood", "! enum type mood"),
				MatrixCase.oneWay("H16", "a value in place of another",
						"CREATE TYPE mood AS ENUM ('a', 'b'); CREATE TABLE t (m mood DEFAULT 'b', ms mood[])",
						"CREATE TYPE mood AS ENUM ('c', 'b'); CREATE TABLE t (m mood DEFAULT 'b', ms mood[])",
						"~ enum type mood", "! enum type mood", "? enum value a to c"),
				MatrixCase.change("H18", "a column of a new type", "CREATE TABLE t (a int)",
						"CREATE TYPE mood AS ENUM ('a', 'b'); CREATE TABLE t (a int, m mood DEFAULT 'a')",
						"+ enum type mood", "+ column t.m"),
				MatrixCase.change("H18", "a table of a new type", "",
						"CREATE TYPE mood AS ENUM ('a', 'b'); CREATE TABLE t (m mood)", "+ enum type mood",
						"+ table t"),
				MatrixCase.change("H18", "a type that is not used", "", "CREATE TYPE mood AS ENUM ('a', 'b')",
						"+ enum type mood"),
				MatrixCase.change("H17", "an enum in place of text", "CREATE TABLE t (m varchar(10))",
						"CREATE TYPE mood AS ENUM ('a', 'b'); CREATE TABLE t (m mood)", "+ enum type mood",
						"~ column t.m"),
				MatrixCase.change("H17", "an enum in place of text, with default",
						"CREATE TABLE t (m varchar(10) DEFAULT 'a')",
						"CREATE TYPE mood AS ENUM ('a', 'b'); CREATE TABLE t (m mood DEFAULT 'a')", "+ enum type mood",
						"~ column t.m"),
				MatrixCase.oneWay("H17", "a type under another name",
						"CREATE TYPE mood AS ENUM ('a', 'b'); CREATE TABLE t (m mood)",
						"CREATE TYPE feeling AS ENUM ('a', 'b'); CREATE TABLE t (m feeling)", "+ enum type feeling",
						"- enum type mood", "~ column t.m", "? enum type mood to feeling"),
				MatrixCase.oneWay("H51", "a comment on an enum type", "CREATE TYPE mood AS ENUM ('a')",
						"CREATE TYPE mood AS ENUM ('a'); COMMENT ON TYPE mood IS 'm'", "~ enum type mood"))
			.flatMap((part) -> part);
	}

}
