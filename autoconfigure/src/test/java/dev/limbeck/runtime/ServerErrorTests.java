package dev.limbeck.runtime;

import java.nio.file.Path;

import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the server says about a failure stands in the message of the failure, but for the
 * data of rows.
 */
class ServerErrorTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private RevisionDirectory directory;

	private Runs runs;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path);
		this.runs = new Runs(this.database, this.directory);
	}

	private String failure(String sql) {
		this.directory.write("a1", "", sql);
		String[] message = new String[1];
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(this.runs::start)
			.satisfies((failure) -> message[0] = String.valueOf(failure.getMessage()));
		return message[0];
	}

	@Test
	void whatDependsOnAnObjectIsNamed() {
		assertThat(failure("CREATE TABLE customer (id int PRIMARY KEY);\nCREATE VIEW v AS SELECT id FROM customer;\n"
				+ "CREATE TABLE o (c int REFERENCES customer);\nDROP TABLE customer;"))
			.contains("Detail of the server: view v depends on table customer", "o_c_fkey")
			.contains("Hint of the server: Use DROP ... CASCADE");
	}

	@Test
	void dataOfRowsIsNamedOnlyWhereItIsAskedFor() {
		String sql = "CREATE TABLE t (mail text UNIQUE);\nINSERT INTO t VALUES ('alice@there'), ('alice@there');";
		assertThat(failure(sql)).contains("SQLSTATE 23505").doesNotContain("alice");
		this.runs.messages(new MessageSettings(false, true));
		assertThat(failure(sql)).contains("Detail of the server: Key (mail)=(alice@there) already exists.");
	}

	@Test
	void lineOfAFunctionIsNamed() {
		assertThat(failure("CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$\nBEGIN\n  PERFORM 1 / 0;\nEND $$;\n"
				+ "DO $$\nBEGIN\n\n  PERFORM f();\nEND $$;"))
			.contains("PL/pgSQL function f() line 3 at PERFORM")
			.contains("PL/pgSQL function inline_code_block line 4 at PERFORM");
	}

	@Test
	void deferredConstraintNamesDataOnlyWhereItIsAskedFor() {
		this.directory.write("a1", "", "CREATE TABLE p (id int PRIMARY KEY);\nCREATE TABLE c "
				+ "(p int REFERENCES p DEFERRABLE INITIALLY DEFERRED);\nINSERT INTO c VALUES (4711);");
		assertThatExceptionOfType(CommitFailedException.class).isThrownBy(this.runs::start)
			.withMessageNotContaining("4711");
		this.runs.messages(new MessageSettings(false, true));
		assertThatExceptionOfType(CommitFailedException.class).isThrownBy(this.runs::start)
			.withMessageContaining("4711");
	}

	@Test
	void valueOfAnEnumTypeThatIsNotCommittedIsToBeAddedFirst() {
		this.directory.write("a1", "", "CREATE TYPE mood AS ENUM ('sad');")
			.write("b2", "a1", "ALTER TYPE mood ADD VALUE 'ok';\nSELECT 'ok'::mood;");
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(this.runs::start)
			.withMessageContaining("SQLSTATE 55P04")
			.satisfies((failure) -> assertThat(failure.getAction()).contains("at the beginning of its revision",
					"-- migrate:autocommit", "op.autocommit"));
		this.directory.write("b2", "a1",
				"-- migrate:autocommit\nALTER TYPE mood ADD VALUE 'ok';\n-- migrate:end\nSELECT 'ok'::mood;");
		this.runs.start();
		assertThat(this.runs.heads()).containsExactly("b2");
	}

	@Test
	void endlessTextIsCut() {
		assertThat(failure("DO $$ BEGIN RAISE EXCEPTION '%', repeat('x', 1000000); END $$;")).hasSizeLessThan(10_000);
	}

}
