package dev.limbeck.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.limbeck.revision.Direction;
import dev.limbeck.revision.MigrationResult;
import dev.limbeck.revision.MultipleHeadsException;
import dev.limbeck.revision.RevisionNotFoundException;
import dev.limbeck.revision.UpgradeRequest;
import dev.limbeck.runtime.InvalidScriptException;
import dev.limbeck.runtime.MigrationListener;
import dev.limbeck.runtime.StepProgress;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link UpgradeCommand} on a real server.
 */
class UpgradeCommandTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@TempDir
	private Path path;

	@Test
	void resultTellsWhatWasRunAndWhereTheDatabaseIs() {
		Migrations migrations = Project.withBranches(this.path).on(this.database);
		MigrationResult result = migrations.upgrade("c1");
		assertThat(result.direction()).isEqualTo(Direction.UPGRADE);
		assertThat(result.revisions()).containsExactly("a1", "b1", "c1");
		assertThat(result.heads()).containsExactly("c1");
		assertThat(migrations.upgrade("c1").revisions()).isEmpty();
	}

	@Test
	void configuredTargetIsWhatAnUpgradeWithoutTargetReaches() {
		assertThat(Project.withBranches(this.path).on(this.database).upgrade().heads()).containsExactly("e1", "x2");
	}

	@Test
	void targetMayBeRelative() {
		Migrations migrations = Project.withBranches(this.path).on(this.database);
		migrations.upgrade("a1");
		assertThat(migrations.upgrade("+1").revisions()).containsExactly("b1");
	}

	@Test
	void severalTargetsAreReachedAtOnce() {
		Migrations migrations = Project.withBranches(this.path).on(this.database);
		assertThat(migrations.upgrade(UpgradeRequest.to("d1", "x1")).heads()).containsExactly("d1", "x1");
	}

	@Test
	void planIsWhatTheUpgradeWouldRunAndChangesNothing() {
		Project project = new Project(this.path).revision("a1", "", "").file("b1.sql", """
				-- make b1
				-- revision: b1
				-- down_revision: a1
				-- migrate:upgrade transaction=off
				VACUUM;
				""");
		PlanResult plan = project.on(this.database).planUpgrade("heads");
		assertThat(plan.steps()).extracting(PlannedStep::to).containsExactly(List.of("a1"), List.of("b1"));
		assertThat(plan.steps()).extracting(PlannedStep::from).containsExactly(List.of(), List.of("a1"));
		assertThat(plan.steps()).extracting(PlannedStep::transactional).containsExactly(true, false);
		assertThat(plan.steps()).extracting(PlannedStep::headsAfter).containsExactly(List.of("a1"), List.of("b1"));
		assertThat(plan.steps().get(1).revision())
			.satisfies((entry) -> assertThat(entry.message()).isEqualTo("make b1"));
		assertThat(plan.startHeads()).isEmpty();
		assertThat(plan.finalHeads()).containsExactly("b1");
		assertThat(this.database.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).isEmpty();
	}

	@Test
	void planAndRunNameAllScriptsThatCannotBeRun() {
		Project project = new Project(this.path).revision("a1", "", "")
			.file("b1.sql", "-- b1\n-- revision: b1\n-- down_revision: a1\n-- migrate:upgrade\nBEGIN; SELECT 1;\n")
			.file("c1.sql", "-- c1\n-- revision: c1\n-- down_revision: b1\n-- migrate:upgrade\n"
					+ "CREATE INDEX CONCURRENTLY i ON t_a1 (id);\n");
		Migrations migrations = project.on(this.database);
		assertThat(migrations.planUpgrade("heads").warnings()).hasSize(2)
			.satisfiesExactly((warning) -> assertThat(warning).contains("b1.sql:5:1: a revision cannot start"),
					(warning) -> assertThat(warning).contains("c1.sql:5:1: PostgreSQL refuses this statement"));
		assertThatExceptionOfType(InvalidScriptException.class).isThrownBy(migrations::upgrade)
			.withMessageStartingWith("2 scripts cannot be run as they are written:")
			.withMessageContaining("b1.sql:5:1: a revision cannot start")
			.withMessageContaining("c1.sql:5:1: PostgreSQL refuses this statement")
			.withMessageEndingWith("Nothing was run.")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("Remove the statement.", "migrate:autocommit"));
		assertThatExceptionOfType(InvalidScriptException.class)
			.isThrownBy(() -> migrations.upgradeSql(UpgradeRequest.to("heads"), new StringBuilder()))
			.withMessageContaining("b1.sql:5:1")
			.withMessageContaining("c1.sql:5:1");
	}

	@Test
	void planOfAnUpgradedDatabaseIsEmpty() {
		Migrations migrations = Project.withBranches(this.path).on(this.database);
		migrations.upgrade();
		assertThat(migrations.planUpgrade("heads").isEmpty()).isTrue();
	}

	@Test
	void argumentsReachTheScriptsAndThoseOfTheRequestGoFirst() {
		Project project = new Project(this.path).file("a1.sql", """
				-- make a1
				-- revision: a1
				-- migrate:upgrade
				CREATE TABLE ${x.first} (${x.second} integer);
				""");
		Migrations migrations = Migrations.builder()
			.scripts(project.scripts())
			.dataSource(this.database.dataSource())
			.arguments(Map.of("first", "one", "second", "two"))
			.build();
		migrations.upgrade(UpgradeRequest.to("heads").withArguments(Map.of("first", "uno")));
		assertThat(this.database.query("SELECT count(two) FROM uno")).containsExactly("0");
	}

	@Test
	void argumentsOfTheBuilderReachAnUpgradeWithoutRequest() {
		Project project = new Project(this.path).file("a1.sql",
				"-- a1\n-- revision: a1\n-- migrate:upgrade\nCREATE TABLE ${x.name} ();\n");
		Migrations.builder()
			.scripts(project.scripts())
			.dataSource(this.database.dataSource())
			.arguments(Map.of("name", "given"))
			.build()
			.upgrade();
		assertThat(this.database.query("SELECT count(*) FROM given")).containsExactly("0");
	}

	@Test
	void listenersAreTold() {
		List<String> told = new ArrayList<>();
		Migrations migrations = Migrations.builder()
			.scripts(new Project(this.path).revision("a1", "", "").revision("b1", "a1", "").scripts())
			.dataSource(this.database.dataSource())
			.listeners(new MigrationListener() {

				@Override
				public void stepFinished(StepProgress progress, Duration elapsed) {
					told.add(progress.number() + " of " + progress.total());
				}

			})
			.build();
		migrations.upgrade();
		assertThat(told).containsExactly("1 of 2", "2 of 2");
	}

	@Test
	void targetThatNamesNothingIsRefused() {
		Migrations migrations = Project.withBranches(this.path).on(this.database);
		assertThatExceptionOfType(RevisionNotFoundException.class).isThrownBy(() -> migrations.upgrade("nowhere"));
	}

	@Test
	void headOfSeveralIsRefused() {
		Migrations migrations = Project.withBranches(this.path).on(this.database);
		assertThatExceptionOfType(MultipleHeadsException.class).isThrownBy(() -> migrations.upgrade("head"));
		assertThatExceptionOfType(MultipleHeadsException.class).isThrownBy(() -> migrations.planUpgrade("head"));
	}

}
