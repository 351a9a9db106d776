package dev.limbeck.runtime;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.revision.DowngradeRequest;
import dev.limbeck.revision.StampRequest;
import dev.limbeck.revision.UpgradeRequest;
import dev.limbeck.test.CatalogContents;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.Psql;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A script leaves what a run leaves, on {@link SixtyRevisions}: sent statement by
 * statement, and run by psql where there is one.
 */
class OfflineRunTests {

	@TempDir
	private Path path;

	@TestFactory
	Stream<DynamicTest> scriptLeavesWhatTheRunLeaves() {
		List<Way> ways = Stream
			.concat(Stream.of(new Way("statement by statement", (database, script) -> script.send(database))),
					Psql.find().map((psql) -> new Way("psql", (database, script) -> run(psql, database, script))))
			.toList();
		RevisionDirectory directory = SixtyRevisions.write(this.path.resolve("versions"));
		return Stream.of(TransactionMode.values()).flatMap((mode) -> {
			MigrationSettings settings = PrintedScript.settings(null, mode, Map.of());
			Expected expected = runOnline(directory, settings);
			return ways.stream()
				.map((way) -> DynamicTest.dynamicTest(mode + ", " + way.name(),
						() -> runOffline(directory, settings, expected, way.runner())));
		});
	}

	private static Expected runOnline(RevisionDirectory directory, MigrationSettings settings) {
		TestDatabase database = PostgresServer.shared().createDatabase();
		MigrationRunner runner = new MigrationRunner(new PostgresqlDialect(), PrintedScript.scripts(directory),
				settings);
		ConnectionSource connections = ConnectionSource.of(database.dataSource());
		runner.upgrade(connections, UpgradeRequest.to("heads"));
		List<String> upgraded = CatalogContents.of(database);
		assertThat(database.query("SELECT count(*) FROM migrations_history"))
			.containsExactly(String.valueOf(SixtyRevisions.COUNT));
		runner.downgrade(connections, DowngradeRequest.to("r40"));
		List<String> half = CatalogContents.of(database);
		runner.downgrade(connections, DowngradeRequest.to("base"));
		List<String> downgraded = CatalogContents.of(database);
		runner.stamp(connections, StampRequest.of("r15", "r20"));
		runner.stamp(connections, StampRequest.of("r26").withPurge());
		return new Expected(upgraded, half, downgraded, CatalogContents.of(database));
	}

	private static void runOffline(RevisionDirectory directory, MigrationSettings settings, Expected expected,
			Runner runner) throws SQLException {
		TestDatabase database = PostgresServer.shared().createDatabase();
		runner.run(database, PrintedScript.upgrade(directory, "base:heads", settings));
		assertThat(CatalogContents.of(database)).isEqualTo(expected.upgraded());
		runner.run(database, print(directory, settings,
				(script, graph, out) -> script.print(graph.planOfflineDowngrade("heads:r40"), out)));
		assertThat(CatalogContents.of(database)).isEqualTo(expected.half());
		runner.run(database, print(directory, settings,
				(script, graph, out) -> script.print(graph.planOfflineDowngrade("r40:base"), out)));
		assertThat(CatalogContents.of(database)).isEqualTo(expected.downgraded());
		runner.run(database, print(directory, settings,
				(script, graph, out) -> script.print(graph.planOfflineStamp(List.of("r15", "r20")), out)));
		runner.run(database, print(directory, settings,
				(script, graph, out) -> script.printPurge(graph.planOfflineStamp(List.of("r26")), out)));
		assertThat(CatalogContents.of(database)).isEqualTo(expected.stamped());
	}

	private static PrintedScript print(RevisionDirectory directory, MigrationSettings settings,
			PrintedScript.Printing printing) {
		return PrintedScript.print(directory, settings, RunArguments.none(), printing);
	}

	private void run(Psql psql, TestDatabase database, PrintedScript script) {
		Path file = this.path.resolve("script.sql");
		new OutputFile(file, StandardCharsets.UTF_8, true).write((out) -> out.append(script.text()));
		Psql.Outcome outcome = psql.run(database, "-q", "-v", "ON_ERROR_STOP=1", "-v", "n=9", "-f", file.toString());
		assertThat(outcome.exitCode()).as(outcome.output()).isZero();
	}

	private record Way(String name, Runner runner) {
	}

	@FunctionalInterface
	private interface Runner {

		void run(TestDatabase database, PrintedScript script) throws SQLException;

	}

	private record Expected(List<String> upgraded, List<String> half, List<String> downgraded, List<String> stamped) {
	}

}
