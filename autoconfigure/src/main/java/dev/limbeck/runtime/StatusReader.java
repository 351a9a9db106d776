package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.revision.Direction;
import dev.limbeck.revision.MigrationException;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.UnknownCurrentRevisionException;
import dev.limbeck.runtime.MigrationStatus.HistoryEntry;
import dev.limbeck.runtime.MigrationStatus.State;
import dev.limbeck.script.ScriptDirectory;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Read the state of a database and of the revisions. Nothing is written and nothing is
 * locked, and a database that is away is an answer too.
 *
 * @since 0.1.0
 */
public final class StatusReader {

	private static final Log logger = LogFactory.getLog(StatusReader.class);

	// A revision that is at work may have locked the tables
	private static final Duration QUERY_TIMEOUT = Duration.ofSeconds(3);

	private final Dialect dialect;

	private final ScriptDirectory scripts;

	private final MigrationSettings settings;

	private final StateTables tables;

	private @Nullable RevisionGraph graph;

	/**
	 * Create a reader. Nothing is read yet.
	 * @param dialect how the database says it
	 * @param scripts where the revisions are; read at the first call, and kept
	 * @param settings how to migrate
	 */
	public StatusReader(Dialect dialect, ScriptDirectory scripts, MigrationSettings settings) {
		this.dialect = dialect;
		this.scripts = scripts;
		this.settings = settings;
		this.tables = new StateTables(dialect, settings.schema(), settings.versionTable(), settings.historyTable());
	}

	/**
	 * Read the state.
	 * @param connections where to take the connection from: one is used
	 * @return the state
	 */
	public MigrationStatus read(ConnectionSource connections) {
		try {
			RevisionGraph graph = graph();
			try (Connection connection = connections.open()) {
				boolean autoCommit = connection.getAutoCommit();
				connection.setAutoCommit(true);
				try {
					return read(connection, graph);
				}
				finally {
					connection.setAutoCommit(autoCommit);
				}
			}
			catch (SQLException ex) {
				return status(State.UNREACHABLE,
						"The state of the database cannot be read (SQLSTATE " + ex.getSQLState() + ")", graph);
			}
		}
		catch (MigrationException ex) {
			logger.warn("The revisions cannot be read: " + ex.getMessage());
			return status(State.FAILED, "The revisions cannot be read; the log says why", RevisionGraph.of(List.of()));
		}
	}

	private synchronized RevisionGraph graph() {
		RevisionGraph graph = this.graph;
		if (graph == null) {
			graph = this.scripts.load().graph();
			this.graph = graph;
		}
		return graph;
	}

	private MigrationStatus read(Connection connection, RevisionGraph graph) throws SQLException {
		DatabaseState state = DatabaseState.read(connection, this.dialect, this.tables, QUERY_TIMEOUT);
		List<HistoryEntry> history = state.hasTables() ? readHistory(connection) : List.of();
		try {
			List<String> pending = graph.planUpgrade(state.heads(), this.settings.target())
				.steps()
				.stream()
				.map((step) -> step.revision().id())
				.toList();
			Set<String> applied = graph.appliedBy(state.heads());
			return new MigrationStatus(summarize(pending, history), describeUnfinished(history),
					List.copyOf(state.heads()), ids(graph.heads()), pending, List.copyOf(graph.revisions()),
					List.copyOf(applied), history);
		}
		catch (UnknownCurrentRevisionException ex) {
			return new MigrationStatus(State.UNKNOWN_REVISION, ex.getMessage(), List.copyOf(state.heads()),
					ids(graph.heads()), List.of(), List.copyOf(graph.revisions()), List.of(), history);
		}
		catch (MigrationException ex) {
			return new MigrationStatus(State.FAILED, ex.getMessage(), List.copyOf(state.heads()), ids(graph.heads()),
					List.of(), List.copyOf(graph.revisions()), List.of(), history);
		}
	}

	private static State summarize(List<String> pending, List<HistoryEntry> history) {
		if (history.stream().anyMatch((entry) -> entry.outcome().equals(StateTables.FAILED))) {
			return State.FAILED;
		}
		boolean started = history.stream().anyMatch((entry) -> entry.outcome().equals(StateTables.STARTED));
		return (pending.isEmpty() && !started) ? State.UP_TO_DATE : State.PENDING;
	}

	// A step that has started is at work in another process as long as nobody says that
	// it
	// failed; only a start, which takes the lock, can tell whether that process died
	private static @Nullable String describeUnfinished(List<HistoryEntry> history) {
		return history.stream()
			.filter((entry) -> List.of(StateTables.STARTED, StateTables.FAILED).contains(entry.outcome()))
			.findFirst()
			.map(StatusReader::describeUnfinished)
			.orElse(null);
	}

	private static String describeUnfinished(HistoryEntry entry) {
		boolean upgrade = entry.direction().equals(Direction.UPGRADE.word());
		String next = upgrade ? "the next start goes on with it" : "the command 'downgrade' goes on with it";
		return (upgrade ? "Revision " : "The downgrade of revision ") + entry.revision()
				+ (entry.outcome().equals(StateTables.FAILED) ? " failed half way; " + next
						: " is running, or was interrupted");
	}

	private List<HistoryEntry> readHistory(Connection connection) throws SQLException {
		List<HistoryEntry> history = new ArrayList<>();
		try (Statement statement = connection.createStatement()) {
			statement.setQueryTimeout(Math.toIntExact(QUERY_TIMEOUT.toSeconds()));
			ResultSet rows = statement.executeQuery(this.tables.selectHistory());
			while (rows.next()) {
				long millis = rows.getLong("duration_ms");
				Duration duration = rows.wasNull() ? null : Duration.ofMillis(millis);
				history.add(new HistoryEntry(rows.getString("revision"), rows.getString("direction"),
						rows.getString("message"), rows.getObject("started_at", OffsetDateTime.class).toInstant(),
						duration, rows.getString("database_user"), rows.getString("checksum"),
						rows.getString("outcome")));
			}
		}
		return history;
	}

	private static MigrationStatus status(State state, @Nullable String problem, RevisionGraph graph) {
		return new MigrationStatus(state, problem, List.of(), ids(graph.heads()), List.of(),
				List.copyOf(graph.revisions()), List.of(), List.of());
	}

	private static List<String> ids(List<Revision> revisions) {
		return revisions.stream().map(Revision::id).toList();
	}

}
