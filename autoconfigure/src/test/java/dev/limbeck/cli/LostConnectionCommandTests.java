package dev.limbeck.cli;

import java.nio.file.Path;

import dev.limbeck.cli.CommandLineProject.Result;
import dev.limbeck.test.FaultProxy;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What commands say after a connection was lost.
 */
@Timeout(120)
class LostConnectionCommandTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private final FaultProxy proxy = FaultProxy.to(this.database);

	private CommandLineProject project;

	@BeforeEach
	void createProject(@TempDir Path path) {
		this.project = CommandLineProject.withLine(path).on(this.database);
		this.project.run("upgrade", "heads", "-q");
		this.project.on(this.proxy.database());
	}

	@AfterEach
	void close() {
		this.proxy.close();
	}

	@Test
	void downgradeThatIsDoneEndsWellWithAWarning() {
		this.proxy.cutAfter("COMMIT", 1);
		Result result = this.project.run("downgrade", "-1", "--json");
		assertThat(result.code()).isZero();
		assertThat(result.out()).contains("\"heads\": [\"a2\"]",
				"A new connection shows that revision a3 was taken back");
		assertThat(result.err()).contains("WARNING: The connection to the database was lost");
		assertThat(rows()).isEqualTo("[a2]");
	}

	@Test
	void stateAndHeadsOfAFailureAreMembersOfTheJson() {
		this.proxy.cutBefore("COMMIT", 1);
		Result result = this.project.run("downgrade", "-1", "--json");
		assertThat(result.code()).isOne();
		assertThat(result.out()).contains("\"category\": \"lost-connection\"", "\"state\": \"not-applied\"",
				"\"heads\": [\"a3\"]");
		assertThat(rows()).isEqualTo("[a3]");
	}

	@Test
	void firstOfSeveralStepsIsApplied() {
		this.proxy.cutAfter("COMMIT", 1);
		Result result = this.project.run("downgrade", "-2", "--json");
		assertThat(result.code()).isOne();
		assertThat(result.out()).contains("\"state\": \"applied\"", "\"heads\": [\"a2\"]");
		assertThat(result.err()).contains("What to do: Do not repeat '-2'", "the target 'a1' leads there");
		assertThat(rows()).isEqualTo("[a2]");
	}

	private String rows() {
		return this.database.query("SELECT version_num FROM migrations_version").toString();
	}

}
