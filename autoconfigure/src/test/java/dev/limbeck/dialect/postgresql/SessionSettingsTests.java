package dev.limbeck.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import dev.limbeck.dialect.DatabaseContents;
import dev.limbeck.dialect.InspectionScope;
import dev.limbeck.dialect.NamingConvention;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Schema;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the catalog says does not depend on how the role, the database or the driver have
 * set the session.
 */
class SessionSettingsTests {

	private static final InspectionScope SCOPE = InspectionScope.of("public");

	private static final TestDatabase database = PostgresServer.shared().createDatabase();

	private static DatabaseContents contents;

	@BeforeAll
	static void create() throws SQLException {
		database.execute(
				"""
						CREATE TYPE mood AS ENUM ('ok');
						CREATE DOMAIN short AS text DEFAULT 'a\\b' CHECK (VALUE <> 'x\\y');
						CREATE TABLE t (id serial PRIMARY KEY, i interval DEFAULT '-1 day -2 hours', y interval DEFAULT '1 year -3 days',
							z timestamptz DEFAULT '2020-02-03 04:05:06+02', d date DEFAULT '2020-02-03', b bytea DEFAULT '\\x00ff5c27',
							f float8 DEFAULT 0.1::float8 + 0.2::float8, r real DEFAULT 1.1, s text DEFAULT 'a\\b', m mood DEFAULT 'ok',
							a interval[] DEFAULT '{1 day -2 hours}', g tstzrange DEFAULT '[2020-02-03 00:00+00,2021-03-04 00:00+00)',
							x xml DEFAULT '<a>b</a>', CONSTRAINT c CHECK (z > '2019-05-06 07:08:09+02' AND i <> '2 days 3 hours'));
						INSERT INTO t (s) VALUES ('x');
						CREATE INDEX ix ON t (s) WHERE z > '2020-01-01 00:00:00+00' AND b <> '\\x5c27';
						CREATE TABLE part (d timestamptz) PARTITION BY RANGE (d);
						CREATE TABLE part_1 PARTITION OF part FOR VALUES FROM ('2020-01-01 00:00+00') TO ('2021-01-01 00:00+00');
						CREATE VIEW v AS SELECT z, i * 2.5 AS w, '2020-02-03 04:05:06+00'::timestamptz AS l, '\\x0102'::bytea AS b FROM t
							WHERE s <> 'a\\b';
						CREATE FUNCTION f(a timestamptz DEFAULT '2020-02-03 04:05:06+00', b interval DEFAULT '-1 day -2 hours',
							c bytea DEFAULT '\\x5c') RETURNS text LANGUAGE sql AS $$ SELECT a::text || '\\n' $$;
						CREATE POLICY p ON t USING (z > '2020-05-06 00:00+00' AND s <> 'a\\b');
						CREATE RULE r AS ON DELETE TO v DO INSTEAD UPDATE t SET z = '2020-05-06 00:00+00', i = '3 days -04:05';
						CREATE STATISTICS st (mcv) ON (d + interval '-1 day -2 hours'), s FROM t;
						""");
		contents = read("SET TimeZone = 'UTC'");
		assertThat(contents.toString()).contains("-1 days -02:00:00", "2020-02-03 02:05:06+00", "'a\\b'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "intervalstyle = 'sql_standard'", "intervalstyle = 'iso_8601'",
			"intervalstyle = 'postgres_verbose'", "standard_conforming_strings = off", "bytea_output = 'escape'",
			"quote_all_identifiers = on", "extra_float_digits = 0", "extra_float_digits = -3", "xmlbinary = 'hex'",
			"datestyle = 'SQL, DMY'", "search_path = 'public', 'pg_catalog'", "jit_above_cost = 0" })
	void roleDecidesNothing(String setting) throws SQLException {
		String role = "ALTER ROLE CURRENT_USER IN DATABASE " + database.name();
		database.execute(role + " SET " + setting);
		try {
			assertThat(read("SELECT 1")).isEqualTo(contents);
		}
		finally {
			database.execute(role + " RESET ALL");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Asia/Kathmandu", "America/St_Johns" })
	void timeZoneOfTheProcessDecidesNothing(String zone) throws SQLException {
		assertThat(read("SET TimeZone = '" + zone + "'")).isEqualTo(contents);
	}

	@Test
	void sessionHasItsSettingsAfterwards() throws SQLException {
		try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
			statement.execute("SET TimeZone = 'Asia/Kathmandu'; SET intervalstyle = 'iso_8601'");
			connection.setAutoCommit(false);
			new PostgresqlSchemaInspector().inspect(connection, SCOPE);
			try (ResultSet row = statement.executeQuery("SELECT current_setting('TimeZone'), interval '1 day'::text")) {
				row.next();
				assertThat(List.of(row.getString(1), row.getString(2))).containsExactly("Asia/Kathmandu", "P1D");
			}
		}
	}

	@Test
	void backslashOfTheModelMeansWhatItMeansInARevision() throws SQLException {
		Schema model = Schema.of((schema) -> schema.table("t", (table) -> table.column("s", ColumnType.parse("text"),
				(column) -> column.serverDefault("'a\\b' || ''"))));
		try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
			Schema actual = new PostgresqlSchemaInspector().inspect(connection, SCOPE);
			PostgresqlTargetNormalizer normalizer = new PostgresqlTargetNormalizer(NamingConvention.standard());
			Schema printed = normalizer.normalize(connection, SCOPE, model, actual).normalized();
			assertThat(printed.toString()).contains("'a\\b'");
			statement.execute("SET standard_conforming_strings = off");
			assertThat(normalizer.normalize(connection, SCOPE, model, actual).normalized()).isEqualTo(printed);
		}
	}

	private static DatabaseContents read(String setting) throws SQLException {
		try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
			statement.execute(setting);
			return new PostgresqlSchemaInspector().contents(connection, SCOPE);
		}
	}

}
