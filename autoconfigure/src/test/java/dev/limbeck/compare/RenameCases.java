package dev.limbeck.compare;

import java.util.Set;
import java.util.stream.Stream;

import dev.limbeck.schema.QualifiedName;

/**
 * What has been renamed, and somebody has said so.
 */
final class RenameCases {

	private RenameCases() {
	}

	static Stream<MatrixCase> all() {
		return Stream.of(
				renamed("H2", "a table, as somebody has said", rename(ObjectType.TABLE, null, "o", "n"),
						"CREATE TABLE o (a int PRIMARY KEY, p int CONSTRAINT fk REFERENCES o, b text)",
						"CREATE TABLE n (a int PRIMARY KEY, p int CONSTRAINT fk REFERENCES n, b text)", "> table o"),
				renamed("H2", "a table that others refer to", rename(ObjectType.TABLE, null, "o", "n"),
						"CREATE TABLE o (a int PRIMARY KEY); CREATE TABLE t (p int CONSTRAINT fk REFERENCES o)",
						"CREATE TABLE n (a int PRIMARY KEY, b int); CREATE TABLE t (p int CONSTRAINT fk REFERENCES n)",
						"> table o", "+ column n.b"),
				renamed("H2", "a table that has gone into another schema, too",
						rename(ObjectType.TABLE, null, "o", "app.n"),
						"CREATE SCHEMA app; CREATE TABLE o (a serial PRIMARY KEY, b text); CREATE INDEX ix ON o (b);"
								+ "CREATE TABLE t (p int CONSTRAINT fk REFERENCES o)",
						"CREATE SCHEMA app; CREATE TABLE app.n (a serial PRIMARY KEY, b text); CREATE INDEX ix ON app.n (b);"
								+ "CREATE TABLE t (p int CONSTRAINT fk REFERENCES app.n)",
						"> table o"),
				renamed("H17", "an enum type that has gone into another schema",
						rename(ObjectType.ENUM_TYPE, null, "mood", "app.mood"),
						"CREATE SCHEMA app; CREATE TYPE mood AS ENUM ('a', 'b'); CREATE TABLE t (m mood DEFAULT 'a')",
						"CREATE SCHEMA app; CREATE TYPE app.mood AS ENUM ('a', 'b'); CREATE TABLE t (m app.mood DEFAULT 'a')",
						"> enum type mood"),
				renamed("H27", "a sequence that has gone into another schema",
						rename(ObjectType.SEQUENCE, null, "app.s", "n"),
						"CREATE SCHEMA app; CREATE SEQUENCE app.s; CREATE TABLE t (a bigint DEFAULT nextval('app.s'))",
						"CREATE SCHEMA app; CREATE SEQUENCE n; CREATE TABLE t (a bigint DEFAULT nextval('n'))",
						"> sequence app.s"),
				renamed("H4", "a column, as somebody has said", rename(ObjectType.COLUMN, "t", "o", "n"),
						"CREATE TABLE t (o int CONSTRAINT c CHECK (o > 0), CONSTRAINT u UNIQUE (o), "
								+ "g int GENERATED ALWAYS AS (o * 2) STORED); CREATE INDEX ix ON t (o) WHERE o > 1;"
								+ "CREATE TABLE r (t int CONSTRAINT fk REFERENCES t (o))",
						"CREATE TABLE t (n int CONSTRAINT c CHECK (n > 0), CONSTRAINT u UNIQUE (n), "
								+ "g int GENERATED ALWAYS AS (n * 2) STORED); CREATE INDEX ix ON t (n) WHERE n > 1;"
								+ "CREATE TABLE r (t int CONSTRAINT fk REFERENCES t (n))",
						"> column t.o"),
				renamed("H4", "a column that changes its type, too", rename(ObjectType.COLUMN, "t", "o", "n"),
						"CREATE TABLE t (o int NOT NULL)", "CREATE TABLE t (n bigint)", "> column t.o", "~ column t.n"),
				renamed("H17", "an enum type, as somebody has said",
						rename(ObjectType.ENUM_TYPE, null, "mood", "feeling"),
						"CREATE TYPE mood AS ENUM ('a', 'b'); CREATE TABLE t (m mood DEFAULT 'a')",
						"CREATE TYPE feeling AS ENUM ('a', 'b'); CREATE TABLE t (m feeling DEFAULT 'a')",
						"> enum type mood"),
				renamed("H16", "an enum value, as somebody has said", rename(ObjectType.ENUM_VALUE, "mood", "a", "z"),
						"CREATE TYPE mood AS ENUM ('a', 'b'); CREATE TABLE t (m mood DEFAULT 'a')",
						"CREATE TYPE mood AS ENUM ('z', 'b'); CREATE TABLE t (m mood DEFAULT 'z')",
						"> enum value mood.a"),
				renamed("H27", "a sequence, as somebody has said", rename(ObjectType.SEQUENCE, null, "s", "n"),
						"CREATE SEQUENCE s; CREATE TABLE t (a bigint DEFAULT nextval('s'))",
						"CREATE SEQUENCE n; CREATE TABLE t (a bigint DEFAULT nextval('n'))", "> sequence s"))
			.flatMap((part) -> part);
	}

	private static Stream<MatrixCase> renamed(String row, String title, RenameCandidate rename, String database,
			String target, String... expected) {
		ComparisonOptions options = ComparisonOptions.DEFAULTS.completeTarget().renames(new Renames(Set.of(rename)));
		return MatrixCase.with(options, MatrixCase.oneWay(row, title, database, target, expected));
	}

	private static RenameCandidate rename(ObjectType type, String table, String from, String to) {
		return new RenameCandidate(type, (table != null) ? QualifiedName.of(table) : null, name(from), name(to));
	}

	private static QualifiedName name(String name) {
		return name.startsWith("app.") ? QualifiedName.of("app", name.substring(4)) : QualifiedName.of(name);
	}

}
