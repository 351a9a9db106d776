package dev.limbeck.runtime;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;

import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An index that a revision has left invalid is named, also if the revision no longer
 * mentions it.
 */
@ExtendWith(OutputCaptureExtension.class)
class InvalidIndexTests {

	private static final String HEADER = "-- b\n-- revision: b2\n-- down_revision: a1\n\n"
			+ "-- migrate:upgrade transaction=off\n";

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private RevisionDirectory directory;

	private Runs runs;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path).write("a1", "", "CREATE TABLE t (id int);");
		this.runs = new Runs(this.database, this.directory);
	}

	@Test
	void indexOfAStatementThatWasEditedAwayIsNamed(CapturedOutput output) throws Exception {
		this.runs.start();
		this.directory.writeFile("b2.sql",
				HEADER + "SET lock_timeout = '200ms';\nCREATE INDEX CONCURRENTLY \"an Index\" ON t (id);\n");
		try (Connection writer = this.database.connect(); Statement statement = writer.createStatement()) {
			writer.setAutoCommit(false);
			statement.execute("INSERT INTO t VALUES (1)");
			assertThatExceptionOfType(StatementFailedException.class).isThrownBy(this.runs::start);
		}
		assertThat(this.database.query("SELECT count(*) FROM pg_index WHERE NOT indisvalid")).containsExactly("1");
		assertThat(warnings()).singleElement().asString().contains("public.\"an Index\"");
		this.directory.writeFile("b2.sql", HEADER + "SET lock_timeout = '200ms';\nSELECT 1;\n");
		this.runs.start();
		assertThat(this.runs.heads()).containsExactly("b2");
		assertThat(output).contains("The index public.\"an Index\" is INVALID",
				"DROP INDEX CONCURRENTLY public.\"an Index\"");
	}

	@Test
	void indexThatWaitsForThoseOfItsPartitionsIsNot() {
		this.directory.write("a1", "", "CREATE TABLE t (id int) PARTITION BY RANGE (id);\n"
				+ "CREATE TABLE t1 PARTITION OF t DEFAULT;\nCREATE INDEX i ON ONLY t (id);");
		this.runs.start();
		assertThat(warnings()).isEmpty();
	}

	private List<String> warnings() {
		return new MigrationCheck(new PostgresqlDialect(), this.runs.settings(), this.runs.scripts().load())
			.warnings(this.runs.connections());
	}

}
