package dev.limbeck.runtime;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import dev.limbeck.revision.MigrationResult;
import dev.limbeck.test.JavaSources;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for revisions in Java whose process is killed while they run, and for what the
 * next run makes of them, also if the class was edited in between.
 */
@Timeout(180)
class KilledJavaRevisionTests {

	private static final String LOCATION = "classpath:db/killed/versions";

	private static final String NAME = "db.killed.versions.RevB2";

	private static final String INSERT = """
			op.execute("INSERT INTO t VALUES (1)");
			""";

	private static final String INDEX = """
			op.autocommit((outside) -> {
				outside.execute("INSERT INTO t VALUES (2)");
				outside.createIndex("i", "t", (index) -> index.columns("id").concurrently());
			});
			""";

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private Path path;

	private int versions;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.path = path;
		this.database.execute("CREATE TABLE t (id int)");
	}

	@Test
	void indexThatAKilledProcessLeftInvalidIsBuiltAgain() throws Exception {
		Path classes = compile(INSERT + INDEX);
		try (Connection blocker = block()) {
			kill(classes, "CREATE INDEX CONCURRENTLY%");
			RunnerProcess.awaitNoRunner(this.database);
			assertThat(valid()).containsExactly("false");
			blocker.rollback();
		}
		assertThat(upgrade(classes).revisions()).containsExactly("b2");
		assertThat(valid()).containsExactly("true");
		assertThat(ids()).containsExactly("1", "2");
		assertThat(history()).containsExactly("b2 success 3");
	}

	@Test
	void classThatIsEditedBehindWhatHasRunGoesOn() throws Exception {
		kill(compile(INSERT + INDEX + sleep("100")), "SELECT pg_sleep%");
		RunnerProcess.awaitNoRunner(this.database);
		assertThat(history()).containsExactly("b2 started 3");
		String edited = """
				op.execute("INSERT INTO t VALUES (4)");
				""";
		assertThat(upgrade(compile(INSERT + INDEX + edited)).revisions()).containsExactly("b2");
		assertThat(ids()).containsExactly("1", "2", "4");
		assertThat(history()).containsExactly("b2 success 4");
	}

	@Test
	void classThatIsEditedBeforeWhatHasRunIsRefused() throws Exception {
		kill(compile(INSERT + INDEX + sleep("100")), "SELECT pg_sleep%");
		RunnerProcess.awaitNoRunner(this.database);
		Path edited = compile(INSERT.replace("(1)", "(7)") + INDEX + sleep("0"));
		assertThatExceptionOfType(UnfinishedStepException.class).isThrownBy(() -> upgrade(edited))
			.withMessageContaining("was interrupted after 3 statements")
			.withMessageContaining("Nothing was run");
		assertThat(upgrade(compile(INSERT + INDEX + sleep("0"))).revisions()).containsExactly("b2");
		assertThat(ids()).containsExactly("1", "2");
	}

	@Test
	void statementOfWhichNobodyKnowsWhetherItTookEffectIsLeftToAHuman() throws Exception {
		String inDoubt = """
				op.autocommit((outside) -> {
					outside.execute("INSERT INTO t VALUES (2)");
					outside.execute("DO 'BEGIN INSERT INTO t VALUES (3); COMMIT; PERFORM pg_sleep(%s); END'");
				});
				""";
		Path classes = compile(INSERT + inDoubt.formatted("100"));
		kill(classes, "DO %");
		this.database.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'DO %' "
				+ "AND datname = current_database()");
		RunnerProcess.awaitNoRunner(this.database);
		assertThatExceptionOfType(UnfinishedStepException.class).isThrownBy(() -> upgrade(classes))
			.withMessageContaining("RevB2.java:")
			.withMessageContaining("cannot tell whether it took effect")
			.satisfies((failure) -> decide(failure.getAction()));
		assertThat(upgrade(classes).revisions()).containsExactly("b2");
		assertThat(ids()).containsExactly("1", "2", "3");
	}

	@Test
	void killInATransactionLeavesNothing() throws Exception {
		kill(compile(INSERT + sleep("100") + INDEX), "SELECT pg_sleep%");
		RunnerProcess.awaitNoRunner(this.database);
		assertThat(history()).isEmpty();
		assertThat(upgrade(compile(INSERT + sleep("0") + INDEX)).revisions()).containsExactly("b2");
		assertThat(ids()).containsExactly("1", "2");
	}

	// The first update that is proposed says that the statement is done
	private void decide(String action) {
		int start = action.indexOf("UPDATE");
		this.database.execute(action.substring(start, action.indexOf(';', start)));
	}

	private void kill(Path classes, String query) {
		RunnerProcess.kill(this.database, classes, LOCATION, query);
		this.database.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
				+ "WHERE query LIKE 'SELECT pg_sleep%' AND datname = current_database()");
	}

	private MigrationResult upgrade(Path classes) throws IOException {
		try (URLClassLoader loader = new URLClassLoader(new URL[] { classes.toUri().toURL() },
				getClass().getClassLoader())) {
			return RunnerProcess.runner(LOCATION, loader).upgrade(ConnectionSource.of(this.database.dataSource()));
		}
	}

	private Connection block() throws SQLException {
		Connection connection = this.database.connect();
		connection.setAutoCommit(false);
		try (Statement statement = connection.createStatement()) {
			statement.execute("INSERT INTO t VALUES (100)");
		}
		return connection;
	}

	private static String sleep(String seconds) {
		return "op.execute(\"SELECT pg_sleep(" + seconds + ")\");\n";
	}

	private Path compile(String body) {
		this.versions++;
		Path classes = this.path.resolve("classes" + this.versions);
		String said = new JavaSources(this.path.resolve("src" + this.versions)).write(NAME, """
				import dev.limbeck.operation.Operations;
				import dev.limbeck.script.MigrationScript;
				import dev.limbeck.script.Revision;

				@Revision(id = "b2", message = "outlive its process")
				class RevB2 implements MigrationScript {

					@Override
					public void upgrade(Operations op) {
				%s	}

				}
				""".formatted(body)).compile(classes);
		assertThat(said).isEmpty();
		return classes;
	}

	private List<String> valid() {
		return this.database.query("SELECT indisvalid::text FROM pg_index WHERE indrelid = 't'::regclass");
	}

	private List<String> ids() {
		return this.database.query("SELECT id FROM t ORDER BY 1");
	}

	private List<String> history() {
		return this.database
			.query("SELECT concat_ws(' ', revision, outcome, progress) FROM migrations_history ORDER BY id");
	}

}
