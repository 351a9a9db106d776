package dev.limbeck.command;

import java.nio.file.Path;
import java.util.List;

import dev.limbeck.revision.Direction;
import dev.limbeck.revision.DowngradeRequest;
import dev.limbeck.revision.MigrationResult;
import dev.limbeck.revision.RevisionException;
import dev.limbeck.revision.UpgradeRequest;
import dev.limbeck.runtime.IrreversibleRevisionException;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DowngradeCommand} on a real server.
 */
class DowngradeCommandTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@TempDir
	private Path path;

	@Test
	void revisionsAboveTheTargetAreTakenBack() {
		Migrations migrations = Project.withBranches(this.path).on(this.database);
		migrations.upgrade("c1");
		MigrationResult result = migrations.downgrade("a1");
		assertThat(result.direction()).isEqualTo(Direction.DOWNGRADE);
		assertThat(result.revisions()).containsExactly("c1", "b1");
		assertThat(result.heads()).containsExactly("a1");
		assertThat(this.database.query("SELECT tablename FROM pg_tables WHERE tablename LIKE 't!_%' ESCAPE '!'"))
			.containsExactly("t_a1");
	}

	@Test
	void planIsWhatTheDowngradeWouldRunAndChangesNothing() {
		Migrations migrations = Project.withBranches(this.path).on(this.database);
		migrations.upgrade("b1");
		PlanResult plan = migrations.planDowngrade("base");
		assertThat(plan.steps()).extracting(PlannedStep::from).containsExactly(List.of("b1"), List.of("a1"));
		assertThat(plan.steps()).extracting(PlannedStep::direction).containsOnly(Direction.DOWNGRADE);
		assertThat(plan.finalHeads()).isEmpty();
		assertThat(migrations.current().rows()).containsExactly("b1");
	}

	@Test
	void stepBackFromSeveralRowsWarns() {
		Migrations migrations = Project.withBranches(this.path).on(this.database);
		migrations.upgrade(UpgradeRequest.to("c1", "d1"));
		MigrationResult result = migrations.downgrade(DowngradeRequest.to("-1"));
		assertThat(result.revisions()).hasSize(1);
		assertThat(result.warnings()).hasSize(1);
	}

	@Test
	void irreversibleRevisionIsRefusedBeforeAnythingRuns() {
		Project project = new Project(this.path).file("a1.sql", "-- a1\n-- revision: a1\n-- migrate:upgrade\n")
			.revision("b1", "a1", "");
		Migrations migrations = project.on(this.database);
		migrations.upgrade();
		assertThatExceptionOfType(IrreversibleRevisionException.class).isThrownBy(() -> migrations.downgrade("base"));
		assertThat(migrations.planDowngrade("base").warnings()).singleElement().asString().contains("no downgrade: a1");
		assertThat(migrations.current().rows()).containsExactly("b1");
	}

	@Test
	void rangeIsRefusedOnline() {
		Migrations migrations = Project.withBranches(this.path).on(this.database);
		migrations.upgrade("b1");
		assertThatExceptionOfType(RevisionException.class).isThrownBy(() -> migrations.downgrade("b1:a1"))
			.satisfies((failure) -> assertThat(failure.category()).isEqualTo("range-not-allowed"));
	}

}
