package dev.limbeck.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.limbeck.revision.MigrationResult;
import dev.limbeck.revision.RevisionException;
import dev.limbeck.revision.UnknownCurrentRevisionException;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for stamps and the creation of the tables on a real server.
 */
class StampTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private RevisionDirectory directory;

	private Runs runs;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path);
		this.runs = new Runs(this.database, this.directory);
		this.directory.write("a1", "", "CREATE TABLE a ();", "DROP TABLE a;")
			.write("b1", "a1", "CREATE TABLE b ();", "DROP TABLE b;")
			.write("c1", "a1", "CREATE TABLE c ();", "DROP TABLE c;")
			.write("m1", "b1, c1", "", "");
	}

	@Test
	void stampRunsNoScript() {
		MigrationResult result = this.runs.stamp("b1");
		assertThat(result.revisions()).containsExactly("b1");
		assertThat(result.steps()).hasSize(1);
		assertThat(result.heads()).containsExactly("b1");
		assertThat(this.database.query("SELECT to_regclass('a')")).containsExactly("null");
		assertThat(this.runs.history()).containsExactly("b1 stamp [b1] success");
		assertThat(this.database.query("SELECT message || '|' || (checksum IS NULL) FROM migrations_history"))
			.containsExactly("-> b1|true");
	}

	@Test
	void severalTargetsAreRows() {
		assertThat(this.runs.stamp("b1", "c1").heads()).containsExactly("b1", "c1");
		assertThat(this.runs.stamp("heads").heads()).containsExactly("m1");
		assertThat(this.runs.history()).containsExactly("b1 stamp [b1] success", "c1 stamp [b1,c1] success",
				"m1 stamp [m1] success");
		assertThat(this.database.query("SELECT message FROM migrations_history ORDER BY id DESC LIMIT 1"))
			.containsExactly("b1, c1 -> m1");
	}

	@Test
	void stampToWhereTheDatabaseIsDoesNothing() {
		this.runs.stamp("b1");
		assertThat(this.runs.stamp("b1").steps()).isEmpty();
		assertThat(this.runs.history()).hasSize(1);
	}

	@Test
	void stampToBaseLeavesNoRow() {
		this.runs.stamp("b1", "c1");
		assertThat(this.runs.stamp("base").heads()).isEmpty();
		assertThat(this.runs.history()).last().isEqualTo("base stamp [] success");
		assertThat(this.runs.start().revisions()).hasSize(4);
	}

	@Test
	void startAfterAStampRunsTheRest() {
		this.runs.stamp("a1");
		this.database.execute("CREATE TABLE a ()");
		assertThat(this.runs.start().revisions()).containsExactlyInAnyOrder("b1", "c1", "m1");
		this.runs.stamp("a1");
		this.database.execute("DROP TABLE b; DROP TABLE c");
		assertThat(this.runs.start().revisions()).containsExactlyInAnyOrder("b1", "c1", "m1");
	}

	@Test
	void unknownTargetChangesNothing() {
		this.runs.stamp("a1");
		assertThatExceptionOfType(RevisionException.class).isThrownBy(() -> this.runs.stamp("b1", "nope"));
		assertThat(this.runs.heads()).containsExactly("a1");
	}

	@Test
	void stampOfSeveralIsOneTransaction() {
		this.runs.tell(new MigrationListener() {

			@Override
			public void versionApplied(AppliedStep applied) {
				if (applied.heads().contains("c1")) {
					throw new IllegalStateException("not c1");
				}
			}

		});
		assertThatExceptionOfType(ListenerFailedException.class).isThrownBy(() -> this.runs.stamp("b1", "c1"));
		assertThat(this.runs.heads()).isEmpty();
		assertThat(this.runs.history()).isEmpty();
	}

	@Test
	void rowThatNoRevisionHasIsRepairedByPurge() {
		this.runs.start();
		this.database.execute(
				"UPDATE migrations_version SET version_num = 'zz'; " + "INSERT INTO migrations_version VALUES ('yy')");
		assertThatExceptionOfType(UnknownCurrentRevisionException.class).isThrownBy(() -> this.runs.stamp("m1"))
			.withMessageContaining("'zz', 'yy'")
			.satisfies((failure) -> assertThat(failure.getAction()).contains("stamp --purge"));
		MigrationResult result = this.runs.purge("m1");
		assertThat(result.heads()).containsExactly("m1");
		assertThat(this.runs.heads()).containsExactly("m1");
		assertThat(this.runs.history()).endsWith("base stamp [] success", "m1 stamp [m1] success");
		assertThat(this.database.query("SELECT message FROM migrations_history WHERE revision = 'base'"))
			.containsExactly("purge of yy, zz");
		assertThat(this.runs.start().revisions()).isEmpty();
	}

	@Test
	void purgeToBaseDeletesAllRows() {
		this.runs.start();
		assertThat(this.runs.purge("base").heads()).isEmpty();
		assertThat(this.runs.heads()).isEmpty();
	}

	@Test
	void versionTableThatLostItsRowsIsPutBackByAStamp() {
		this.runs.start();
		this.database.execute("DELETE FROM migrations_version");
		assertThatExceptionOfType(LostVersionsException.class).isThrownBy(this.runs::start)
			.satisfies((failure) -> assertThat(failure.getAction()).contains("'stamp m1'"));
		this.runs.stamp("m1");
		assertThat(this.runs.start().revisions()).isEmpty();
	}

	@Test
	void editIsNotHeldAgainstARevisionThatWasStamped() {
		this.runs.start();
		this.directory.write("c1", "a1", "CREATE TABLE c (id int);");
		assertThatExceptionOfType(ChecksumMismatchException.class).isThrownBy(this.runs::start);
		this.runs.stamp("a1");
		this.runs.stamp("m1");
		assertThat(this.runs.start().revisions()).isEmpty();
		this.directory.write("a1", "", "CREATE TABLE a (id int);");
		assertThatExceptionOfType(ChecksumMismatchException.class).isThrownBy(this.runs::start)
			.withMessageContaining("a1 (");
		this.runs.purge("m1");
		assertThat(this.runs.start().revisions()).isEmpty();
	}

	@Test
	void tableOfAlembicIsStamped() {
		this.database.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
				+ "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)); INSERT INTO alembic_version VALUES ('a1')");
		this.runs.versionTable("alembic_version").stamp("b1");
		assertThat(this.database.query("SELECT version_num FROM alembic_version")).containsExactly("b1");
		assertThat(this.runs.history()).containsExactly("b1 stamp [b1] success");
	}

	@Test
	void ensureVersionCreatesTheTablesOnce() {
		assertThat(ensureVersion()).isTrue();
		assertThat(ensureVersion()).isFalse();
		assertThat(this.runs.heads()).isEmpty();
		assertThat(this.runs.history()).isEmpty();
		this.database.execute("DROP TABLE migrations_history");
		assertThat(ensureVersion()).isTrue();
		assertThat(this.runs.start().revisions()).hasSize(4);
	}

	@Test
	void ensureVersionAtTheSameTimeCreatesTheTablesOnce() throws Exception {
		int threads = 6;
		CountDownLatch ready = new CountDownLatch(threads);
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		try {
			List<Future<Boolean>> created = java.util.stream.IntStream.range(0, threads)
				.mapToObj((i) -> executor.submit(() -> {
					ready.countDown();
					ready.await(1, TimeUnit.MINUTES);
					return ensureVersion();
				}))
				.toList();
			int count = 0;
			for (Future<Boolean> future : created) {
				count += future.get(2, TimeUnit.MINUTES) ? 1 : 0;
			}
			assertThat(count).isEqualTo(1);
		}
		finally {
			executor.shutdown();
		}
	}

	private boolean ensureVersion() {
		return this.runs.runner().ensureVersion(this.runs.connections());
	}

}
