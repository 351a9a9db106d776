package dev.limbeck.autogenerate;

import java.util.List;
import java.util.stream.Stream;

import dev.limbeck.autogenerate.shadow.ShadowDatabase;
import dev.limbeck.autogenerate.shadow.ShadowDatabases;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.runtime.ConnectionSource;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.View;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SchemaFileTargetMetadata}.
 */
class SchemaFileTargetMetadataTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@Test
	void whatTheFilesCreateIsTheTarget() {
		SchemaFileTargetMetadata metadata = metadata("""
				CREATE SCHEMA app;
				CREATE TABLE app.t (id bigint PRIMARY KEY);
				CREATE TABLE shedlock (name text, lock_until timestamp, locked_at timestamp, locked_by text);
				SET search_path TO app;
				""", """
				CREATE VIEW v AS SELECT id FROM app.t;
				CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS $$ SELECT 1; $$;
				CREATE TABLE measured (at date) PARTITION BY RANGE (at);
				CREATE TABLE measured_2026 PARTITION OF measured FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
				""");
		metadata.prepare();
		Schema schema = metadata.schema(18);
		assertThat(schema.tables()).extracting(Table::name)
			.containsExactlyInAnyOrder(QualifiedName.of("app", "t"), QualifiedName.of("shedlock"),
					QualifiedName.of("measured"));
		assertThat(schema.views()).extracting(View::name).containsExactly(QualifiedName.of("v"));
		assertThat(schema.routines()).extracting(Routine::name).containsExactly(QualifiedName.of("f"));
		assertThat(metadata.isComplete()).isTrue();
		assertThat(metadata.name()).isEqualTo("schema file '0.sql', '1.sql'");
		assertThat(this.database.query("SELECT count(*) FROM pg_tables WHERE schemaname IN ('app', 'public')"))
			.containsExactly("0");
	}

	@Test
	void statementThatTheServerRefusesIsShownWithItsPlace() {
		SchemaFileTargetMetadata metadata = metadata("""
				CREATE TABLE t (id bigint);

				-- a view
				CREATE VIEW v AS
				  SELECT '💥', missing FROM t;
				""");
		assertThatExceptionOfType(SchemaFileException.class).isThrownBy(() -> metadata.schema(18))
			.withMessageContaining("failed at 0.sql:5:15")
			.withMessageContaining("column \"missing\" does not exist (SQLSTATE 42703)")
			.withMessageContaining("Your database was not changed.");
		assertThat(this.database.query("SELECT to_regclass('t')")).containsExactly("null");
	}

	@Test
	void fileThatCannotBeSplitIsShownWithTheOffendingPlace() {
		assertThatExceptionOfType(SchemaFileException.class)
			.isThrownBy(() -> metadata("CREATE TABLE t (id bigint);\n  SELECT 'open;").schema(18))
			.withMessageContaining("not valid at 0.sql:2:10");
	}

	@Test
	void filesAreReadOnceWhileTheyAreCompared() {
		SchemaFileTargetMetadata metadata = metadata("CREATE TABLE t (id bigint)");
		metadata.prepare();
		try (ShadowDatabase other = shadows().open()) {
			assertThat(metadata.schema(18).tables()).hasSize(1);
			assertThat(other).isNotNull();
		}
	}

	private SchemaFileTargetMetadata metadata(String... contents) {
		List<SchemaFile> files = Stream.iterate(0, (index) -> index + 1)
			.limit(contents.length)
			.map((index) -> new SchemaFile(index + ".sql", () -> contents[index]))
			.toList();
		return new SchemaFileTargetMetadata(files, shadows(), new PostgresqlDialect());
	}

	private ShadowDatabases shadows() {
		return ShadowDatabases.at(ConnectionSource.of(this.database.dataSource()), null);
	}

}
