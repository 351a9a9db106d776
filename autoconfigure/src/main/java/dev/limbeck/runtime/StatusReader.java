package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.UnsuitableDatabaseException;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.revision.Direction;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.UnknownCurrentRevisionException;
import dev.limbeck.runtime.HistoryReader.Unfinished;
import dev.limbeck.runtime.MigrationStatus.RevisionEntry;
import dev.limbeck.runtime.MigrationStatus.State;
import dev.limbeck.script.RevisionScripts;
import dev.limbeck.script.ScriptDirectory;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Read the state of a database and of the revisions. Nothing is written and nothing is
 * locked, and a database that is away is an answer too.
 *
 * @since 0.1.0
 */
public final class StatusReader {

	private static final Log logger = HarmlessLog.of(StatusReader.class);

	// A revision that is at work may have locked the tables
	private static final Duration QUERY_TIMEOUT = Duration.ofSeconds(3);

	private final Dialect dialect;

	private final ScriptDirectory scripts;

	private final MigrationSettings settings;

	private final StateTables tables;

	private @Nullable KnownRevisions known;

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
		this.tables = StateTables.of(dialect, settings);
	}

	/**
	 * Read the state.
	 * @param connections where to take the connection from: one is used
	 * @param historyLimit how many steps of the history to read at most
	 * @return the state
	 */
	public MigrationStatus read(ConnectionSource connections, int historyLimit) {
		return of((known) -> read(connections, known, historyLimit));
	}

	/**
	 * Return what is known without the database.
	 * @param problem why it is not asked
	 * @return the state: unreachable, with the revisions
	 */
	public MigrationStatus unreachable(String problem) {
		return of((known) -> status(State.UNREACHABLE, problem, known));
	}

	private MigrationStatus of(Function<KnownRevisions, MigrationStatus> status) {
		KnownRevisions known;
		try {
			known = known();
		}
		catch (MigrationException ex) {
			logger.warn("The revisions cannot be read: " + ex.getMessage());
			return status(State.FAILED, "The revisions cannot be read; the log says why", KnownRevisions.NONE);
		}
		return status.apply(known);
	}

	private MigrationStatus read(ConnectionSource connections, KnownRevisions known, int historyLimit) {
		try (Connection connection = connections.open()) {
			boolean autoCommit = connection.getAutoCommit();
			connection.setAutoCommit(true);
			try {
				return read(connection, known, historyLimit);
			}
			finally {
				connection.setAutoCommit(autoCommit);
			}
		}
		catch (SQLException ex) {
			return status(State.UNREACHABLE,
					"The state of the database cannot be read (SQLSTATE " + ex.getSQLState() + ")", known);
		}
		catch (UnsuitableDatabaseException ex) {
			logger.warn(ex.getMessage() + " " + ex.getAction());
			return status(State.FAILED, "The tables of the migrations are not to be trusted; the log says why", known);
		}
		catch (MigrationException ex) {
			logger.debug("The database is not known", ex);
			return status(State.UNREACHABLE, "The application does not say where the database is", known);
		}
	}

	private synchronized KnownRevisions known() {
		KnownRevisions known = this.known;
		if (known == null) {
			known = KnownRevisions.of(this.scripts.load());
			this.known = known;
		}
		return known;
	}

	private MigrationStatus read(Connection connection, KnownRevisions known, int historyLimit) throws SQLException {
		RevisionGraph graph = known.graph();
		DatabaseState state = DatabaseState.read(connection, this.dialect, this.tables, QUERY_TIMEOUT);
		HistoryReader reader = new HistoryReader(connection, state.tables(), QUERY_TIMEOUT);
		HistoryPage history = state.hasTables() ? reader.newest(historyLimit) : HistoryPage.EMPTY;
		List<Unfinished> unfinished = state.hasTables() ? reader.unfinished() : List.of();
		List<String> current = List.copyOf(state.heads());
		try {
			List<String> pending = graph.planUpgrade(state.heads(), this.settings.target())
				.steps()
				.stream()
				.map((step) -> step.revision().id())
				.toList();
			Set<String> applied = graph.appliedBy(state.heads());
			return new MigrationStatus(summarize(pending, unfinished), describeUnfinished(unfinished), current,
					known.heads(), pending, known.revisions(), List.copyOf(applied), history);
		}
		catch (UnknownCurrentRevisionException ex) {
			return new MigrationStatus(State.UNKNOWN_REVISION, ex.getMessage(), current, known.heads(), List.of(),
					known.revisions(), List.of(), history);
		}
		catch (MigrationException ex) {
			return new MigrationStatus(State.FAILED, ex.getMessage(), current, known.heads(), List.of(),
					known.revisions(), List.of(), history);
		}
	}

	private static State summarize(List<String> pending, List<Unfinished> unfinished) {
		if (unfinished.stream().anyMatch(Unfinished::failed)) {
			return State.FAILED;
		}
		return (pending.isEmpty() && unfinished.isEmpty()) ? State.UP_TO_DATE : State.PENDING;
	}

	// A step that has started is at work in another process as long as nobody says that
	// it failed; only a start, which takes the lock, can tell whether that process died
	private static @Nullable String describeUnfinished(List<Unfinished> unfinished) {
		return (unfinished.isEmpty()) ? null : describe(unfinished.get(0));
	}

	private static String describe(Unfinished step) {
		boolean upgrade = step.direction().equals(Direction.UPGRADE.word());
		String next = upgrade ? "the next start goes on with it" : "the command 'downgrade' goes on with it";
		return (upgrade ? "Revision " : "The downgrade of revision ") + step.revision()
				+ (step.failed() ? " failed half way; " + next : " is running, or was interrupted");
	}

	/**
	 * Read the steps that a revision was run in.
	 * @param connections where to take the connection from: one is used
	 * @param revision the id of the revision
	 * @param limit how many steps to read at most
	 * @return the newest of them
	 * @throws DatabaseAccessException if the database cannot be reached, or refuses
	 */
	public HistoryPage readSteps(ConnectionSource connections, String revision, int limit) {
		return new DatabaseAccess(this.dialect, this.settings).use(connections, (connection) -> {
			DatabaseState state = DatabaseState.read(connection, this.dialect, this.tables, QUERY_TIMEOUT);
			return state.hasTables()
					? new HistoryReader(connection, state.tables(), QUERY_TIMEOUT).newestOf(revision, limit)
					: HistoryPage.EMPTY;
		});
	}

	private static MigrationStatus status(State state, @Nullable String problem, KnownRevisions known) {
		return new MigrationStatus(state, problem, List.of(), known.heads(), List.of(), known.revisions(), List.of(),
				HistoryPage.EMPTY);
	}

	/**
	 * What is kept of the revisions: not their texts.
	 *
	 * @param graph the graph
	 * @param revisions all revisions, each after those that it follows or depends on
	 */
	private record KnownRevisions(RevisionGraph graph, List<RevisionEntry> revisions) {

		static final KnownRevisions NONE = new KnownRevisions(RevisionGraph.of(List.of()), List.of());

		static KnownRevisions of(RevisionScripts scripts) {
			List<RevisionEntry> revisions = new ArrayList<>();
			for (Revision revision : scripts.graph().history(List.of(), "")) {
				revisions.add(new RevisionEntry(revision, scripts.get(revision.id()).format().word()));
			}
			Collections.reverse(revisions);
			return new KnownRevisions(scripts.graph(), List.copyOf(revisions));
		}

		List<String> heads() {
			return this.graph.heads().stream().map(Revision::id).toList();
		}

	}

}
