package dev.limbeck.command;

import java.nio.file.Path;
import java.util.List;

import dev.limbeck.revision.Direction;
import dev.limbeck.revision.MigrationResult;
import dev.limbeck.revision.StampRequest;
import dev.limbeck.revision.UnknownCurrentRevisionException;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link StampCommand} on a real server.
 */
class StampCommandTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@TempDir
	private Path path;

	@Test
	void rowsAreSetAndNoScriptRuns() {
		Migrations migrations = Project.withBranches(this.path).on(this.database);
		MigrationResult result = migrations.stamp("heads");
		assertThat(result.direction()).isEqualTo(Direction.STAMP);
		assertThat(result.revisions()).containsExactlyInAnyOrder("e1", "x2");
		assertThat(result.heads()).containsExactly("e1", "x2");
		assertThat(this.database.query("SELECT tablename FROM pg_tables WHERE tablename LIKE 't!_%' ESCAPE '!'"))
			.isEmpty();
	}

	@Test
	void planIsWhatTheStampWouldDoAndChangesNothing() {
		Migrations migrations = Project.withBranches(this.path).on(this.database);
		migrations.upgrade("a1");
		PlanResult plan = migrations.planStamp(StampRequest.of("b1"));
		assertThat(plan.steps()).singleElement().satisfies((step) -> {
			assertThat(step.from()).containsExactly("a1");
			assertThat(step.to()).containsExactly("b1");
			assertThat(step.revision()).isNull();
		});
		assertThat(migrations.current().rows()).containsExactly("a1");
	}

	@Test
	void purgeMendsUnknownRows() {
		Migrations migrations = Project.withBranches(this.path).on(this.database);
		migrations.upgrade("a1");
		this.database.execute("UPDATE migrations_version SET version_num = 'other'");
		assertThatExceptionOfType(UnknownCurrentRevisionException.class).isThrownBy(() -> migrations.stamp("a1"));
		assertThat(migrations.planStamp(StampRequest.of("a1").withPurge()).finalHeads()).containsExactly("a1");
		assertThat(migrations.stamp(StampRequest.of("a1").withPurge()).heads()).containsExactly("a1");
	}

	@Test
	void severalTargetsAreRows() {
		Migrations migrations = Project.withBranches(this.path).on(this.database);
		assertThat(migrations.stamp("c1", "d1").heads()).isEqualTo(List.of("c1", "d1"));
	}

}
