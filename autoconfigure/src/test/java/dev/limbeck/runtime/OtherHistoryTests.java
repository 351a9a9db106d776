package dev.limbeck.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.revision.StampRequest;
import dev.limbeck.script.ScriptDirectory;
import dev.limbeck.script.ScriptSettings;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Where revisions would run although the database was migrated before.
 */
class OtherHistoryTests {

	private static final String FLYWAY = """
			CREATE TABLE %1$s (installed_rank integer PRIMARY KEY, version varchar(50), description varchar(200) NOT NULL,
				type varchar(20) NOT NULL, script varchar(1000) NOT NULL, checksum integer,
				installed_by varchar(100) NOT NULL, installed_on timestamp NOT NULL DEFAULT now(),
				execution_time integer NOT NULL, success boolean NOT NULL);
			INSERT INTO %1$s VALUES (1, '1', 'init', 'SQL', 'V1__init.sql', 1, 'me', now(), 5, true);
			""";

	private static final String LIQUIBASE = """
			CREATE TABLE %1$s (id varchar(255) NOT NULL, author varchar(255) NOT NULL, filename varchar(255) NOT NULL,
				dateexecuted timestamp NOT NULL, orderexecuted integer NOT NULL, exectype varchar(10) NOT NULL,
				md5sum varchar(35), description varchar(255), comments varchar(255), tag varchar(255),
				liquibase varchar(20), contexts varchar(255), labels varchar(255), deployment_id varchar(10));
			INSERT INTO %1$s VALUES ('1', 'me', 'db.xml', now(), 1, 'EXECUTED');
			""";

	private static final String ALEMBIC = """
			CREATE TABLE %1$s (version_num varchar(32) NOT NULL PRIMARY KEY);
			INSERT INTO %1$s VALUES ('ae1027a6acf');
			""";

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@TempDir
	private Path directory;

	private RevisionDirectory files;

	@BeforeEach
	void writeRevisions() {
		this.files = new RevisionDirectory(this.directory.resolve("versions"));
		this.files.write("a1", "", "CREATE TABLE IF NOT EXISTS a (i int); INSERT INTO a VALUES (1);");
	}

	private MigrationRunner runner(@Nullable String schema, String versionTable, ForeignHistoryPolicy policy) {
		return new MigrationRunner(new PostgresqlDialect(),
				new ScriptDirectory(new ScriptSettings("file:" + this.directory, List.of()),
						getClass().getClassLoader()),
				MigrationSettings.builder()
					.schema(schema)
					.versionTable(versionTable)
					.foreignHistoryPolicy(policy)
					.build());
	}

	private MigrationRunner runner() {
		return runner(null, "migrations_version", ForeignHistoryPolicy.FAIL);
	}

	private ConnectionSource connections() {
		return ConnectionSource.of(this.database.dataSource());
	}

	private List<String> tables() {
		return this.database.query("SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname NOT IN "
				+ "('pg_catalog', 'information_schema') ORDER BY 1");
	}

	@Test
	void revisionThatMovesTheSearchPathRunsOnce() {
		this.files.write("b2", "a1", "CREATE SCHEMA shop; ALTER DATABASE " + this.database.name()
				+ " SET search_path = shop; CREATE TABLE shop.t1 (i int);");
		runner().upgrade(connections());
		List<String> before = tables();
		assertThatExceptionOfType(OtherHistoryException.class).isThrownBy(() -> runner().upgrade(connections()))
			.withMessageContaining("public.migrations_version")
			.withMessageContaining("shop.migrations_version")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("migrations.version-table-schema=public",
					"migrations.version-table-schema=shop"));
		assertThat(tables()).isEqualTo(before);
		assertThat(runner("public", "migrations_version", ForeignHistoryPolicy.FAIL).upgrade(connections()).steps())
			.isEmpty();
	}

	@Test
	void secondSetOfTablesIsRefusedToWhateverCreatesThem() {
		runner().upgrade(connections());
		this.database.execute("CREATE SCHEMA shop; ALTER DATABASE " + this.database.name() + " SET search_path = shop");
		assertThatExceptionOfType(OtherHistoryException.class).isThrownBy(() -> runner().ensureVersion(connections()));
		assertThatExceptionOfType(OtherHistoryException.class)
			.isThrownBy(() -> runner().stamp(connections(), StampRequest.of("heads")));
		assertThat(tables()).noneMatch((table) -> table.startsWith("shop."));
	}

	@Test
	void versionTableOfAnUntrustedRoleIsNoSchemaToName() {
		String stranger = "s_" + UUID.randomUUID().toString().substring(0, 8);
		String migrator = "m_" + UUID.randomUUID().toString().substring(0, 8);
		this.database.execute("CREATE ROLE " + stranger + "; CREATE SCHEMA theirs AUTHORIZATION " + stranger
				+ "; CREATE TABLE theirs.migrations_version (version_num text); ALTER TABLE theirs.migrations_version OWNER TO "
				+ stranger + "; GRANT USAGE ON SCHEMA theirs TO public; CREATE ROLE " + migrator
				+ " LOGIN PASSWORD 'pw'; GRANT ALL ON SCHEMA public TO " + migrator);
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl(this.database.url());
		dataSource.setUser(migrator);
		dataSource.setPassword("pw");
		assertThatExceptionOfType(OtherHistoryException.class)
			.isThrownBy(() -> runner().upgrade(ConnectionSource.of(dataSource)))
			.withMessageContaining("theirs.migrations_version")
			.withMessageContaining("belongs to the role '" + stranger + "'")
			.satisfies((ex) -> assertThat(ex.getAction())
				.startsWith("If the table is not yours, set " + "migrations.version-table-schema=public.")
				.contains("OWNER TO", "migrations.version-table-schema=theirs"));
		assertThat(runner("public", "migrations_version", ForeignHistoryPolicy.FAIL)
			.upgrade(ConnectionSource.of(dataSource))
			.steps()).hasSize(1);
	}

	@Test
	void schemaThatIsNamedIsMeant() {
		runner().upgrade(connections());
		this.database.execute("CREATE SCHEMA shop");
		assertThat(runner("shop", "migrations_version", ForeignHistoryPolicy.FAIL).upgrade(connections()).steps())
			.hasSize(1);
	}

	@Test
	void schemaThatTheRoleMayNotUseIsNotItsOwn() {
		this.database.execute("CREATE SCHEMA hidden; SET search_path TO hidden; " + FLYWAY.formatted("f")
				+ ALEMBIC.formatted("migrations_version"));
		String role = "r_" + UUID.randomUUID().toString().substring(0, 8);
		this.database.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'pw'; GRANT ALL ON SCHEMA public TO " + role);
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl(this.database.url());
		dataSource.setUser(role);
		dataSource.setPassword("pw");
		assertThat(runner().upgrade(ConnectionSource.of(dataSource)).steps()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { FLYWAY, LIQUIBASE, ALEMBIC })
	void databaseOfAnotherToolIsRefusedUnlessItIsStampedOrMeant(String history) {
		this.database.execute("CREATE SCHEMA ops; " + history.formatted("ops.\"Odd name\""));
		assertThatExceptionOfType(OtherHistoryException.class).isThrownBy(() -> runner().upgrade(connections()))
			.withMessageContaining("ops.Odd name")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("migrations stamp",
					"migrations.on-foreign-history=ignore"));
		assertThat(tables()).containsExactly("ops.Odd name");
		assertThat(runner(null, "other_version", ForeignHistoryPolicy.IGNORE).upgrade(connections()).steps())
			.hasSize(1);
		runner().stamp(connections(), StampRequest.of("heads"));
		assertThat(runner().upgrade(connections()).steps()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { FLYWAY, LIQUIBASE, ALEMBIC })
	void emptyHistoryOfAnotherToolIsNone(String history) {
		this.database.execute(history.formatted("h") + "DELETE FROM h");
		assertThat(runner().upgrade(connections()).steps()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { FLYWAY, LIQUIBASE, ALEMBIC })
	void tablesAreCreatedBesideAnotherToolWhereThatIsAskedFor(String history) {
		this.database.execute(history.formatted("h"));
		assertThat(runner().ensureVersion(connections())).isTrue();
	}

	@Test
	void versionTableOfAlembicIsTakenOver() {
		this.database.execute(ALEMBIC.formatted("alembic_version") + "UPDATE alembic_version SET version_num = 'a1'");
		this.files.write("b2", "a1", "CREATE TABLE b ();");
		assertThat(runner(null, "alembic_version", ForeignHistoryPolicy.FAIL).upgrade(connections()).steps())
			.hasSize(1);
	}

	@Test
	void versionTableOfAnotherNameWithAHistoryIsNoOtherTools() {
		this.database.execute("CREATE SCHEMA reporting");
		runner("reporting", "reporting_version", ForeignHistoryPolicy.FAIL).upgrade(connections());
		assertThat(runner().upgrade(connections()).steps()).hasSize(1);
	}

}
