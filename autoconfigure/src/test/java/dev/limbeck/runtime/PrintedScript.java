package dev.limbeck.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.limbeck.dialect.SqlStatement;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.script.RevisionScripts;
import dev.limbeck.script.ScriptDirectory;
import dev.limbeck.script.ScriptSettings;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * A script that was printed offline.
 *
 * @param text the script
 */
record PrintedScript(String text) {

	static ScriptDirectory scripts(RevisionDirectory directory) {
		return new ScriptDirectory(new ScriptSettings("classpath:unused", List.of(directory.location())),
				PrintedScript.class.getClassLoader());
	}

	static PrintedScript upgrade(RevisionDirectory directory, String range, MigrationSettings settings) {
		return print(directory, settings, RunArguments.none(),
				(script, graph, out) -> script.print(graph.planOfflineUpgrade(range), out));
	}

	static PrintedScript upgrade(RevisionDirectory directory, String range) {
		return upgrade(directory, range, MigrationSettings.defaults());
	}

	static PrintedScript downgrade(RevisionDirectory directory, String range) {
		return print(directory, MigrationSettings.defaults(), RunArguments.none(),
				(script, graph, out) -> script.print(graph.planOfflineDowngrade(range), out));
	}

	static PrintedScript stamp(RevisionDirectory directory, String... targets) {
		return print(directory, MigrationSettings.defaults(), RunArguments.none(),
				(script, graph, out) -> script.print(graph.planOfflineStamp(List.of(targets)), out));
	}

	static PrintedScript print(RevisionDirectory directory, MigrationSettings settings, RunArguments arguments,
			Printing printing) {
		RevisionScripts revisions = scripts(directory).load();
		OfflineScript script = new OfflineScript(new PostgresqlDialect(), revisions, settings, arguments,
				StandardCharsets.UTF_8);
		StringBuilder text = new StringBuilder();
		try {
			printing.print(script, revisions.graph(), text);
			return new PrintedScript(text.toString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static MigrationSettings settings(@Nullable String schema, TransactionMode mode, Map<String, String> placeholders) {
		MigrationSettings defaults = MigrationSettings.defaults();
		return MigrationSettings.builder().schema(schema).transactionMode(mode).placeholders(placeholders).build();
	}

	/**
	 * Send the script statement by statement until one fails.
	 */
	void send(TestDatabase database) throws SQLException {
		try (Connection connection = database.connect()) {
			int process = connection.unwrap(PGConnection.class).getBackendPID();
			try {
				send(connection);
			}
			finally {
				connection.close();
				awaitEnd(database, process);
			}
		}
	}

	// What a script has locked is free when the server has ended its process
	private static void awaitEnd(TestDatabase database, int process) {
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> database.query("SELECT 1 FROM pg_stat_activity WHERE pid = " + process).isEmpty());
	}

	void send(Connection connection) throws SQLException {
		PostgresqlDialect dialect = new PostgresqlDialect();
		try (Statement statement = connection.createStatement()) {
			statement.setEscapeProcessing(false);
			for (SqlStatement sql : dialect.splitter().split(this.text)) {
				statement.execute(dialect.forDriver(sql));
			}
		}
	}

	/**
	 * Asks a script to print something.
	 */
	@FunctionalInterface
	interface Printing {

		void print(OfflineScript script, RevisionGraph graph, Appendable out) throws IOException;

	}

}
