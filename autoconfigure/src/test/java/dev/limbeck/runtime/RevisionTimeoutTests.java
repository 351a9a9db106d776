package dev.limbeck.runtime;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import dev.limbeck.dialect.ServerError;
import dev.limbeck.operation.Operations;
import dev.limbeck.revision.UpgradeRequest;
import dev.limbeck.script.MigrationScript;
import dev.limbeck.script.Revision;
import dev.limbeck.script.RevisionFileException;
import dev.limbeck.test.Background;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Which timeouts the statements of a revision have, whatever the session has brought
 * along.
 */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class RevisionTimeoutTests {

	private static final String SEE = "INSERT INTO seen SELECT current_setting('lock_timeout') || ' ' || "
			+ "current_setting('statement_timeout')";

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private RevisionDirectory directory;

	private Runs runs;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path).write("a1", "",
				"CREATE TABLE seen (s text);\nCREATE TABLE t (id int);\nINSERT INTO t VALUES (1), (2);");
		this.runs = new Runs(this.database, this.directory);
		this.runs.start();
	}

	@ParameterizedTest
	@EnumSource
	void revisionHasItsOwnTimeoutsAndNoOtherHasThem(TransactionMode mode) {
		write("b2", "a1", "-- lock_timeout: 10s\n-- statement_timeout: 2h", SEE);
		this.directory.write("c3", "b2", SEE + ";\nSET lock_timeout = '1ms';\n" + SEE)
			.write("d4", "c3", SEE + ";\nSELECT pg_sleep(0.1)");
		this.runs.in(mode).start();
		assertThat(seen()).containsExactly("10s 2h", "3s 1h", "1ms 1h", "3s 1h");
	}

	@Test
	void classHasThoseOfItsAnnotation() {
		this.runs.revisions(new Own()).start();
		assertThat(seen()).containsExactly("1500ms 90min");
	}

	@Test
	void scriptHasThoseOfTheRevision() {
		write("b2", "a1", "-- lock_timeout: 10s\n-- statement_timeout: 2h", "VACUUM t", "SELECT 1");
		String script = PrintedScript.upgrade(this.directory, "a1:b2").text();
		assertThat(script).contains("SET LOCAL lock_timeout = '10s';\nSET LOCAL statement_timeout = '2h';",
				"\nSET statement_timeout = '2h';\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "soon", "5x", "-1s", "25d", "1.5s" })
	void whatIsNoTimeoutIsRefused(String value) {
		write("b2", "a1", "-- lock_timeout: " + value, "SELECT 1");
		assertThatExceptionOfType(RevisionFileException.class).isThrownBy(this.runs::start)
			.withMessageContaining("b2.sql:5")
			.withMessageContaining("'lock_timeout' has the value '" + value + "'");
	}

	@Test
	void timeoutsOfTheRoleDoNotEndTheBuildOfAnIndex(CapturedOutput output) throws Exception {
		writeIndex("");
		PGSimpleDataSource impatient = dataSource("-c lock_timeout=100 -c statement_timeout=1000");
		try (Connection other = oldSnapshot()) {
			var run = Background.start(() -> this.runs.runner().upgrade(ConnectionSource.of(impatient)));
			Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> output.toString().contains(" s and waits"));
			other.commit();
			assertThat(run.get().revisions()).containsExactly("b2");
		}
		assertThat(this.database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"))
			.containsExactly("t");
		assertThat(output).containsPattern("The statement at .*b2.sql:8:1 runs for 1\\d s and waits")
			.contains("application old");
	}

	@Test
	void timeoutsOfTheCallerDoNotEitherAndAreBackAfterwards() throws Exception {
		writeIndex("");
		try (Connection own = this.database.connect(); Connection other = oldSnapshot()) {
			execute("SET lock_timeout = '100ms'; SET statement_timeout = '1s'", own);
			var run = Background.start(() -> this.runs.runner().on(own).upgrade(UpgradeRequest.to("heads")));
			// Twice as long as the caller's own timeouts allow
			Thread.sleep(2000);
			other.commit();
			assertThat(run.get().revisions()).containsExactly("b2");
			assertThat(show("lock_timeout", own)).isEqualTo("100ms");
			assertThat(show("statement_timeout", own)).isEqualTo("1s");
		}
	}

	@Test
	void statementTimeoutOfTheRevisionHoldsOutsideOfTransactions() throws Exception {
		writeIndex("-- statement_timeout: 500ms");
		Connection other = oldSnapshot();
		try {
			assertThatExceptionOfType(StatementFailedException.class).isThrownBy(this.runs::start)
				.satisfies(
						(failure) -> assertThat(failure.getServerError().kind()).isEqualTo(ServerError.Kind.CANCELLED));
		}
		finally {
			other.close();
		}
	}

	@Test
	void sessionNoticesThatItsClientIsGone() {
		String see = "INSERT INTO seen SELECT string_agg(setting, ' ' ORDER BY name) FROM pg_settings WHERE name IN "
				+ "('client_connection_check_interval', 'tcp_keepalives_idle', 'tcp_keepalives_interval', "
				+ "'tcp_keepalives_count', 'tcp_user_timeout', 'idle_session_timeout')";
		this.directory.write("b2", "a1", see + ";\nSET work_mem = '1MB'").write("c3", "b2", see);
		this.runs.start();
		assertThat(seen()).containsExactly("5000 0 3 30 10 60000", "5000 0 3 30 10 60000");
	}

	@Test
	void transactionTimeoutOfTheRoleDoesNotEndARevision() throws Exception {
		assumeThat(this.database.version()).isGreaterThanOrEqualTo(17);
		this.directory.write("b2", "a1", "SET work_mem = '1MB'").write("c3", "b2", "SELECT pg_sleep(4.5)");
		this.runs.runner().upgrade(ConnectionSource.of(dataSource("-c transaction_timeout=4000")));
		assertThat(this.runs.heads()).containsExactly("c3");
	}

	private void writeIndex(String header) {
		write("b2", "a1", header, "CREATE INDEX CONCURRENTLY i ON t (id)", "");
	}

	private void write(String id, String downRevision, String header, String sql) {
		this.directory.writeFile(id + ".sql", "-- make " + id + "\n--\n-- revision: " + id + "\n-- down_revision: "
				+ downRevision + "\n" + header + "\n\n-- migrate:upgrade\n" + sql + ";\n");
	}

	private void write(String id, String downRevision, String header, String outside, String sql) {
		this.directory.writeFile(id + ".sql", "-- make " + id + "\n--\n-- revision: " + id + "\n-- down_revision: "
				+ downRevision + "\n" + header + "\n-- migrate:upgrade transaction=off\n\n" + outside + ";\n" + sql);
	}

	private List<String> seen() {
		return this.database.query("SELECT s FROM seen");
	}

	private PGSimpleDataSource dataSource(String options) {
		PGSimpleDataSource dataSource = (PGSimpleDataSource) this.database.dataSource();
		dataSource.setOptions(options);
		return dataSource;
	}

	private Connection oldSnapshot() throws SQLException {
		Connection connection = this.database.connect();
		execute("SET application_name = 'old'", connection);
		connection.setAutoCommit(false);
		connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
		execute("SELECT count(*) FROM t", connection);
		return connection;
	}

	private static void execute(String sql, Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static String show(String setting, Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SHOW " + setting)) {
			row.next();
			return row.getString(1);
		}
	}

	@Revision(id = "b2", downRevision = "a1", message = "own", lockTimeout = "1500ms", statementTimeout = "90min")
	static class Own implements MigrationScript {

		@Override
		public void upgrade(Operations op) {
			op.execute(SEE);
		}

	}

}
