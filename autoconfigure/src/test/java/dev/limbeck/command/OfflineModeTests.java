package dev.limbeck.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;

import dev.limbeck.failure.InvalidRequestException;
import dev.limbeck.revision.DowngradeRequest;
import dev.limbeck.revision.RevisionException;
import dev.limbeck.revision.StampRequest;
import dev.limbeck.revision.UpgradeRequest;
import dev.limbeck.runtime.IrreversibleRevisionException;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the commands that print scripts: what they print is run on a real server.
 */
class OfflineModeTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private final StringBuilder script = new StringBuilder();

	@TempDir
	private Path path;

	@Test
	void scriptOfAnUpgradeLeavesWhatTheUpgradeLeaves() {
		Project project = Project.withBranches(this.path);
		PlanResult plan = project.offline().upgradeSql(UpgradeRequest.to("heads"), this.script);
		assertThat(plan.steps()).hasSize(7);
		run();
		assertThat(project.on(this.database).current().rows()).containsExactly("e1", "x2");
		assertThat(project.on(this.database).check().problems()).isEmpty();
	}

	@Test
	void scriptOfADowngradeTakesTheRangeBack() {
		Project project = Project.withBranches(this.path);
		project.on(this.database).upgrade("c1");
		project.offline().downgradeSql(DowngradeRequest.to("c1:a1"), this.script);
		run();
		assertThat(project.on(this.database).current().rows()).containsExactly("a1");
	}

	@Test
	void scriptOfAStampSetsTheRows() {
		Project project = Project.withBranches(this.path);
		project.offline().stampSql(StampRequest.of("heads"), this.script);
		run();
		assertThat(project.on(this.database).current().rows()).containsExactly("e1", "x2");
	}

	@Test
	void scriptThatPurgesMendsUnknownRows() {
		Project project = Project.withBranches(this.path);
		project.on(this.database).upgrade("a1");
		this.database.execute("UPDATE migrations_version SET version_num = 'other'");
		project.offline().stampSql(StampRequest.of("a1").withPurge(), this.script);
		run();
		assertThat(project.on(this.database).current().rows()).containsExactly("a1");
	}

	@Test
	void scriptCreatesTheVersionTable() {
		Project project = new Project(this.path);
		project.offline().ensureVersionSql(this.script);
		run();
		assertThat(project.on(this.database).ensureVersion().created()).isFalse();
	}

	@Test
	void argumentsAreInTheScript() {
		Project project = new Project(this.path).file("a1.sql",
				"-- a1\n-- revision: a1\n-- migrate:upgrade\nCREATE TABLE ${x.name} ();\n");
		project.offline().upgradeSql(UpgradeRequest.to("heads").withArguments(Map.of("name", "given")), this.script);
		assertThat(this.script).contains("CREATE TABLE given");
	}

	@Test
	void whatCannotBePrintedLeavesNothing() {
		Project project = new Project(this.path).file("a1.sql", "-- a1\n-- revision: a1\n-- migrate:upgrade\n");
		Migrations migrations = project.offline();
		assertThatExceptionOfType(IrreversibleRevisionException.class)
			.isThrownBy(() -> migrations.downgradeSql(DowngradeRequest.to("a1:base"), this.script));
		assertThatExceptionOfType(RevisionException.class)
			.isThrownBy(() -> migrations.downgradeSql(DowngradeRequest.to("base"), this.script))
			.satisfies((failure) -> assertThat(failure.category()).isEqualTo("range-required"));
		assertThatExceptionOfType(InvalidRequestException.class)
			.isThrownBy(() -> migrations.upgradeSql(UpgradeRequest.to("a1", "base"), this.script));
		assertThatExceptionOfType(InvalidRequestException.class)
			.isThrownBy(() -> migrations.stampSql(StampRequest.of("a1:base").withPurge(), this.script));
		assertThat(this.script).isEmpty();
	}

	@Test
	void outputThatFailsIsAFailureOfTheCommand() {
		Writer broken = new Writer() {

			@Override
			public void write(char[] characters, int offset, int length) throws IOException {
				throw new IOException("No space left on device");
			}

			@Override
			public void flush() {
			}

			@Override
			public void close() {
			}

		};
		Migrations migrations = Project.withBranches(this.path).offline();
		assertThatExceptionOfType(ScriptOutputException.class)
			.isThrownBy(() -> migrations.upgradeSql(UpgradeRequest.to("heads"), broken))
			.withMessageContaining("No space left");
	}

	private void run() {
		this.database.execute(this.script.toString());
	}

}
