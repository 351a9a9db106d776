package dev.limbeck.boot.autoconfigure;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import dev.limbeck.command.Migrations;
import dev.limbeck.operation.Operations;
import dev.limbeck.runtime.LostConnectionException;
import dev.limbeck.runtime.StatementFailedException;
import dev.limbeck.script.MigrationScript;
import dev.limbeck.script.Revision;
import dev.limbeck.script.ScriptSettings;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Run revisions on a connection of HikariCP, which closes one after certain SQLSTATEs,
 * among them 0A000: so PostgreSQL refuses to change a column that a view has.
 */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class PooledConnectionSourceTests {

	private static final String REFUSED = "ALTER TABLE t ALTER COLUMN id TYPE bigint;";

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private final HikariDataSource pool = new HikariDataSource();

	private RevisionDirectory directory;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path);
		this.pool.setDataSource(this.database.dataSource());
		this.pool.setMaximumPoolSize(2);
		this.database.execute("CREATE TABLE t (id integer)");
		this.database.execute("CREATE VIEW v AS SELECT id FROM t");
	}

	@AfterEach
	void close() {
		this.pool.close();
	}

	private Migrations migrations(MigrationScript... revisions) {
		return Migrations.builder()
			.connections(new PooledConnectionSource(() -> this.pool))
			.scripts(new ScriptSettings("classpath:unused", List.of(this.directory.location())))
			.revisions(revisions)
			.build();
	}

	@Test
	void statementThatIsRefusedIsNotTakenForALostConnection(CapturedOutput output) {
		this.directory.write("a1", "", REFUSED);
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(() -> migrations().upgrade("heads"))
			.withMessageContaining("0A000")
			.withMessageContaining("Nothing of this revision remains")
			.satisfies((failure) -> assertThat(failure.getAction()).startsWith("Correct the statement"));
		assertThat(output).doesNotContain("was lost", "marked as broken");
	}

	@Test
	void statementThatIsRefusedOutsideATransactionIsNotInDoubt() {
		String section = "-- migrate:autocommit\nCREATE TABLE u ();\n%s\n-- migrate:end\n";
		this.directory.write("a1", "", section.formatted(REFUSED));
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(() -> migrations().upgrade("heads"));
		this.directory.write("a1", "", section.formatted("ALTER TABLE t ADD COLUMN n integer;"));
		assertThat(migrations().upgrade("heads").heads()).containsExactly("a1");
	}

	@Test
	void refusalBehindASavepointLeavesTheRevisionItsConnection() {
		assertThat(migrations(new Tolerant()).upgrade("heads").heads()).containsExactly("a1");
	}

	@Test
	void lostConnectionHasNoStackTraceInTheLog(CapturedOutput output) {
		this.directory.write("a1", "", "SELECT pg_terminate_backend(pg_backend_pid());");
		assertThatExceptionOfType(LostConnectionException.class).isThrownBy(() -> migrations().upgrade("heads"))
			.withMessageContaining("revision a1 was not applied");
		assertThat(output).doesNotContain("marked as broken", "\tat ");
	}

	@Test
	void connectionOfTheRevisionsDoesNotReturnToThePool() {
		this.directory.write("a1", "", "SET application_name = 'revision';");
		migrations().upgrade("heads");
		assertThat(this.pool.getHikariPoolMXBean().getActiveConnections()).isZero();
		assertThat(this.database.query("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'revision' "
				+ "AND datname = current_database()"))
			.containsExactly("0");
	}

	@Revision(id = "a1")
	static class Tolerant implements MigrationScript {

		@Override
		public void upgrade(Operations op) throws SQLException {
			Connection connection = op.context().connection();
			Savepoint savepoint = connection.setSavepoint();
			try (Statement statement = connection.createStatement()) {
				statement.execute(REFUSED);
			}
			catch (SQLException ex) {
				connection.rollback(savepoint);
			}
			op.execute("ALTER TABLE t ADD COLUMN n integer");
		}

	}

}
