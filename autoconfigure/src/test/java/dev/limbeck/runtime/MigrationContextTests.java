package dev.limbeck.runtime;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.limbeck.revision.DowngradeRequest;
import dev.limbeck.revision.MigrationResult;
import dev.limbeck.revision.StampRequest;
import dev.limbeck.revision.UpgradeRequest;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link MigrationContext}: on a connection of the caller, with and without a
 * transaction of the caller.
 */
class MigrationContextTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private final Connection connection = this.database.connect();

	private RevisionDirectory directory;

	private Runs runs;

	private MigrationContext context;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path);
		this.runs = new Runs(this.database, this.directory);
		this.context = this.runs.runner().on(this.connection);
		this.directory.write("a1", "", "CREATE TABLE a ();", "DROP TABLE a;")
			.write("b2", "a1", "CREATE TABLE b ();", "DROP TABLE b;");
	}

	@AfterEach
	void close() throws SQLException {
		this.connection.close();
	}

	@Test
	void headsAreNoneWithoutATable() throws SQLException {
		assertThat(this.context.getCurrentHeads()).isEmpty();
		assertThat(this.context.getCurrentRevision()).isNull();
		this.connection.setAutoCommit(false);
		assertThat(this.context.getCurrentHeads()).isEmpty();
		assertThat(query("SELECT 'the transaction goes on'")).isEqualTo("the transaction goes on");
		assertThat(query("SELECT to_regclass('migrations_version')")).isNull();
	}

	@Test
	void currentRevisionIsTheOneRow() {
		this.directory.write("c2", "a1", "", "");
		upgrade("b2");
		assertThat(this.context.getCurrentRevision()).isEqualTo("b2");
		upgrade("heads");
		assertThatExceptionOfType(SeveralRevisionsException.class).isThrownBy(this.context::getCurrentRevision)
			.withMessageContaining("2 rows")
			.withMessageContaining("b2")
			.withMessageContaining("c2");
		assertThat(this.context.getCurrentHeads()).containsExactlyInAnyOrder("b2", "c2");
	}

	@Test
	void transactionOfTheCallerTakesEverythingAlong() throws SQLException {
		this.connection.setAutoCommit(false);
		assertThat(upgrade("heads").revisions()).containsExactly("a1", "b2");
		assertThat(this.context.getCurrentHeads()).containsExactly("b2");
		assertThat(this.runs.heads()).isEmpty();
		assertThat(locks()).containsExactly("1");
		this.connection.rollback();
		assertThat(this.context.getCurrentHeads()).isEmpty();
		assertThat(locks()).containsExactly("0");
		assertThat(this.database.query("SELECT to_regclass('a')")).containsExactly("null");
		assertThat(upgrade("heads").revisions()).hasSize(2);
		this.connection.commit();
		assertThat(this.runs.heads()).containsExactly("b2");
		assertThat(this.context.downgrade(DowngradeRequest.to("-1")).revisions()).containsExactly("b2");
		this.context.stamp(StampRequest.of("b2"));
		assertThat(this.runs.heads()).containsExactly("b2");
		this.connection.rollback();
		assertThat(this.database.query("SELECT to_regclass('b')")).containsExactly("b");
		assertThat(this.runs.history()).hasSize(2);
	}

	@Test
	void failureInATransactionOfTheCallerIsForTheCallerToRollBack() throws SQLException {
		this.directory.write("b2", "a1", "SELECT nowhere;");
		execute("CREATE TABLE before ()");
		this.connection.setAutoCommit(false);
		execute("CREATE TABLE mine ()");
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(() -> upgrade("heads"))
			.withMessageContaining("Your transaction can only be rolled back now")
			.withMessageContaining("base");
		this.connection.rollback();
		assertThat(query("SELECT count(*) FROM pg_class WHERE relname IN ('mine', 'a', 'before')")).isEqualTo("1");
		assertThat(this.runs.heads()).isEmpty();
	}

	@Test
	void partsOutsideOfTransactionAreRefusedInOneOfTheCaller() throws SQLException {
		this.directory.write("b2", "a1", "CREATE TABLE b ();\n-- migrate:autocommit\nVACUUM b;\n-- migrate:end");
		this.connection.setAutoCommit(false);
		assertThatExceptionOfType(OpenTransactionException.class).isThrownBy(() -> upgrade("heads"))
			.withMessageContaining("b2 (")
			.withMessageContaining("Nothing was run")
			.satisfies((failure) -> assertThat(failure.getAction()).contains("autocommit"));
		assertThat(query("SELECT to_regclass('a')")).isNull();
		this.connection.rollback();
		this.connection.setAutoCommit(true);
		assertThat(upgrade("heads").revisions()).containsExactly("a1", "b2");
	}

	@Test
	void connectionInAutocommitModeHasTransactionsOfTheRun() throws SQLException {
		this.directory.write("c3", "b2", "SELECT nowhere;");
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(() -> upgrade("heads"))
			.withMessageContaining("the database is at revision b2");
		assertThat(this.connection.getAutoCommit()).isTrue();
		assertThat(this.context.getCurrentHeads()).containsExactly("b2");
		assertThat(locks()).containsExactly("0");
		assertThat(this.context.downgrade(DowngradeRequest.to("base")).revisions()).containsExactly("b2", "a1");
		assertThat(this.context.stamp(StampRequest.of("a1").withPurge()).heads()).containsExactly("a1");
		assertThat(locks()).containsExactly("0");
	}

	@Test
	void settingsOfTheCallerStay() throws SQLException {
		this.directory.write("a1", "", """
				CREATE TABLE a ();
				SET search_path = pg_catalog;
				SET statement_timeout = '1h';
				SET lock_timeout = '3s';
				""", "").write("b2", "a1", "-- migrate:autocommit\nSET work_mem = '1MB';\nVACUUM a;\n-- migrate:end");
		execute("CREATE TEMP TABLE mine (); SET app.tenant = 'me'; SET statement_timeout = '77s'; SET TimeZone = 'Asia/Tokyo'");
		Map<String, String> before = settings();
		upgrade("heads");
		assertThat(settings()).isEqualTo(before).containsEntry("statement_timeout", "77s");
		assertThat(query("SHOW app.tenant")).isEqualTo("me");
		assertThat(query("SELECT to_regclass('mine')")).isEqualTo("mine");
	}

	@Test
	void valuesOfSettingsOfTheCallerAreNoPartOfAStatement() throws SQLException {
		String value = "$limbeck$ it's \\ \"mine\" {x} ? %s";
		this.directory.write("a1", "", "CREATE TABLE a (); SET application_name = 'theirs';", "");
		execute("SET application_name = '" + value.replace("'", "''") + "'");
		upgrade("heads");
		assertThat(query("SHOW application_name")).isEqualTo(value);
	}

	@Test
	void settingsOfATransactionOfTheCallerStayAndEndWithIt() throws SQLException {
		this.directory.write("a1", "", "CREATE TABLE a (); SET search_path = pg_catalog; SET lock_timeout = '3s';", "")
			.write("b2", "a1", "CREATE TABLE b ();", "");
		this.connection.setAutoCommit(false);
		execute("SET LOCAL app.tenant = 'me'; SET LOCAL work_mem = '5MB'");
		upgrade("heads");
		assertThat(query("SHOW app.tenant")).isEqualTo("me");
		assertThat(query("SHOW work_mem")).isEqualTo("5MB");
		assertThat(query("SHOW lock_timeout")).isEqualTo("0");
		this.connection.commit();
		assertThat(query("SHOW work_mem")).isEqualTo("4MB");
		assertThat(query("SHOW search_path")).contains("public");
		assertThat(this.database.query("SELECT relname FROM pg_class WHERE relname = 'b'")).containsExactly("b");
	}

	@Test
	void settingsOfTheCallerStayAfterAFailure() throws SQLException {
		this.directory.write("a1", "",
				"CREATE TABLE a ();\n-- migrate:autocommit\nSET work_mem = '1MB';\nSELECT nowhere;\n-- migrate:end");
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(() -> upgrade("heads"));
		assertThat(query("SHOW work_mem")).isEqualTo("4MB");
		assertThat(locks()).containsExactly("0");
	}

	@Test
	void lockIsWaitedForInATransactionOfTheCaller() throws SQLException {
		this.connection.setAutoCommit(false);
		upgrade("a1");
		this.runs.lockWait(Duration.ofMillis(300));
		assertThatExceptionOfType(LockWaitTimeoutException.class).isThrownBy(this.runs::start);
		this.connection.commit();
		try (Connection other = this.database.connect()) {
			other.setAutoCommit(false);
			this.runs.runner().on(other).upgrade(UpgradeRequest.to("b2"));
			assertThatExceptionOfType(LockWaitTimeoutException.class)
				.isThrownBy(() -> this.runs.runner().on(this.connection).downgrade(DowngradeRequest.to("-1")));
		}
		this.connection.rollback();
		assertThat(this.runs.heads()).containsExactly("a1");
	}

	@Test
	void listenersAreToldInTheTransactionAndNotOfItsEnd() throws SQLException {
		List<String> events = new ArrayList<>();
		MigrationContext told = this.runs.tell(new MigrationListener() {

			@Override
			public void versionApplied(AppliedStep applied) {
				events.add("applied " + applied.heads());
				assertThat(applied.connection()).isSameAs(MigrationContextTests.this.connection);
			}

			@Override
			public void stepCommitted(StepProgress committed) {
				events.add("committed");
			}

		}).runner().on(this.connection);
		this.connection.setAutoCommit(false);
		told.upgrade(UpgradeRequest.to("heads"));
		this.connection.commit();
		assertThat(events).containsExactly("applied [a1]", "applied [b2]");
	}

	@Test
	void ensureVersionIsPartOfATransactionOfTheCaller() throws SQLException {
		this.connection.setAutoCommit(false);
		assertThat(this.context.ensureVersion()).isTrue();
		assertThat(this.context.ensureVersion()).isFalse();
		this.connection.rollback();
		assertThat(this.database.query("SELECT to_regclass('migrations_version')")).containsExactly("null");
		this.connection.setAutoCommit(true);
		assertThat(this.context.ensureVersion()).isTrue();
	}

	private MigrationResult upgrade(String target) {
		return this.context.upgrade(UpgradeRequest.to(target));
	}

	private List<String> locks() {
		return this.database.query("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = "
				+ "(SELECT oid FROM pg_database WHERE datname = current_database())");
	}

	private Map<String, String> settings() throws SQLException {
		Map<String, String> settings = new TreeMap<>();
		try (Statement statement = this.connection.createStatement();
				ResultSet rows = statement.executeQuery("SHOW ALL")) {
			while (rows.next()) {
				settings.put(rows.getString(1), String.valueOf(rows.getString(2)));
			}
		}
		return settings;
	}

	private void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private String query(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getString(1);
		}
	}

}
