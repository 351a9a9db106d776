package dev.limbeck.runtime;

import java.nio.file.Path;
import java.util.Map;

import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is shown of a statement has the names of placeholders, and never their values.
 */
class PlaceholderValueTests {

	private static final String VALUE = "s3cret";

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private RevisionDirectory directory;

	private Runs runs;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path);
		this.runs = new Runs(this.database, this.directory)
			.placeholders(Map.of("pw", VALUE, "d", "x", "two", "1; SELEC"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "SELECT ${pw};", "SELECT ${pw}${pw} FROM ${pw}.${pw};", "SELECT \"${pw}\";",
			"SELECT 1 / 0 AS ${pw};", "SELEC ${pw};", "SELECT '${pw}'::int;", "SELECT $$${pw}$$::int;",
			"DO $$ BEGIN RAISE EXCEPTION 'it is ${pw}' USING HINT = '${pw}'; END $$;" })
	void valueIsNotShown(String sql) {
		this.directory.write("a1", "", sql);
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(this.runs::start)
			.withMessageNotContaining(VALUE);
	}

	@Test
	void nameIsShownInItsPlace() {
		this.directory.write("a1", "", "SELECT 1;\n SELECT ${pw}, ${d} ;");
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(this.runs::start)
			.withMessageContaining("column \"${pw}\" does not exist")
			.withMessageContaining("Statement: SELECT ${pw}, ${d}\n");
	}

	@Test
	void valueOfSeveralStatementsIsShownByItsName() {
		this.directory.write("a1", "", "SELECT ${two}T 2;\nSELECT ${two} 2;");
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(this.runs::start)
			.withMessageContaining("Statement: ${two} 2\n");
	}

}
