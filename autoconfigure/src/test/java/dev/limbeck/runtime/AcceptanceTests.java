package dev.limbeck.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.revision.RevisionNotFoundException;
import dev.limbeck.script.RevisionScripts;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link Acceptance}.
 */
@Timeout(120)
class AcceptanceTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private RevisionDirectory directory;

	private Runs runs;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path);
		this.runs = new Runs(this.database, this.directory);
		this.directory.write("a1", "", "CREATE TABLE t (id int);", "DROP TABLE t;");
		this.directory.write("b2", "a1", "CREATE TABLE u (id int);", "DROP TABLE u;");
		this.runs.start();
	}

	private void edit(String id, String downRevision) {
		this.directory.write(id, downRevision, "-- a comment\nCREATE TABLE t (id int);", "DROP TABLE t;");
	}

	@Test
	void messageOfAMismatchNamesTheCommandAndTheWayToRunTheEdit() {
		edit("a1", "");
		ChecksumMismatchException failure = catchThrowableOfType(ChecksumMismatchException.class, this.runs::start);
		assertThat(failure.getAction()).contains("Take the edit back")
			.contains("'accept a1'")
			.contains("take the revision back and upgrade again");
	}

	@Test
	void checksumIsRecordedWithWhoAndWhenAndTheNextStartHasNothingToDo() {
		edit("a1", "");
		AcceptedRevision accepted = accept("a1").get(0);
		assertThat(accepted.changed()).isTrue();
		assertThat(accepted.before()).isNotEqualTo(accepted.checksum()).hasSize(64);
		assertThat(this.runs.history()).last().isEqualTo("a1 accept [b2] success");
		assertThat(this.database.query("SELECT concat_ws(' ', checksum, database_user = current_user, application, "
				+ "started_at > now() - interval '1 hour') FROM migrations_history ORDER BY id DESC LIMIT 1"))
			.containsExactly(accepted.checksum() + " t test t");
		assertThat(this.runs.start().revisions()).isEmpty();
		assertThat(
				this.database.query("SELECT fingerprint IS NOT NULL FROM migrations_history ORDER BY id DESC LIMIT 1"))
			.containsExactly("t");
		edit("b2", "a1");
		assertThatExceptionOfType(ChecksumMismatchException.class).isThrownBy(this.runs::start)
			.withMessageContaining("b2 (");
	}

	@Test
	void onlyWhatIsNamedIsAccepted() {
		edit("a1", "");
		edit("b2", "a1");
		accept("b2");
		assertThatExceptionOfType(ChecksumMismatchException.class).isThrownBy(this.runs::start)
			.withMessageContaining("1 revision was edited after it had been applied: a1 (");
		accept("a1", "b2");
		assertThat(this.runs.start().revisions()).isEmpty();
	}

	@Test
	void nothingIsRecordedOfWhatIsAsItWas() {
		assertThat(accept("a1").get(0).changed()).isFalse();
		assertThat(this.runs.history()).hasSize(2);
	}

	@Test
	void whatIsNotAppliedIsRefusedAndNothingIsRecorded() {
		edit("a1", "");
		this.directory.write("c3", "b2", "SELECT 1;", "");
		assertThatExceptionOfType(NotAppliedException.class).isThrownBy(() -> accept("a1", "c3"))
			.withMessageContaining("Revision c3 is not applied: the database is at revision b2. Nothing was recorded.");
		assertThatExceptionOfType(RevisionNotFoundException.class).isThrownBy(() -> accept("none"));
		assertThat(this.runs.history()).hasSize(2);
	}

	@Test
	void acceptedRevisionThatIsTakenBackAndRunAgainHasTheChecksumOfItsFile() {
		edit("a1", "");
		accept("a1");
		this.runs.downgrade("base");
		edit("a1", "");
		assertThat(this.runs.start().revisions()).containsExactly("a1", "b2");
		assertThat(this.runs.start().revisions()).isEmpty();
	}

	@Test
	void scriptRecordsTheSame() throws IOException {
		edit("a1", "");
		execute(script("a1"));
		assertThat(this.runs.history()).last().isEqualTo("a1 accept [b2] success");
		assertThat(this.runs.start().revisions()).isEmpty();
		this.runs.downgrade("base");
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> execute(script("a1")))
			.havingRootCause()
			.withMessageContaining("Revision a1 is not applied");
	}

	private void execute(String script) {
		this.database.execute(script);
	}

	private String script(String id) throws IOException {
		RevisionScripts scripts = this.runs.scripts().load();
		StringBuilder out = new StringBuilder();
		new OfflineScript(new PostgresqlDialect(), scripts, this.runs.settings(), RunArguments.none(),
				StandardCharsets.UTF_8)
			.printAcceptance(List.of(scripts.graph().get(id)), out);
		return out.toString();
	}

	private List<AcceptedRevision> accept(String... revisions) {
		return this.runs.runner().accept(this.runs.connections(), List.of(revisions));
	}

}
