package dev.limbeck.runtime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.ServerMessage;
import dev.limbeck.dialect.ServerMessage.Severity;
import dev.limbeck.revision.MigrationStep;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Logs what the server says while the statements of a revision run: as it comes, and of
 * each kind no more than a person reads.
 * <p>
 * The driver keeps messages in memory until its statement ends. A thread takes them away
 * while a long one runs, and ends when nothing has run for a while.
 */
final class ServerMessages {

	private static final Log logger = HarmlessLog.of(ServerMessages.class);

	private static final int MOST = 100;

	private static final int LONGEST = 2000;

	private static final long PAUSE_MILLIS = 20;

	private static final int IDLE_PAUSES = 50;

	private final Statement statement;

	private final Dialect dialect;

	private final MessageSettings settings;

	private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);

	private @Nullable MigrationStep step;

	private @Nullable CompiledStatement running;

	/** The last message that was taken: the driver may hang another one on it. */
	private @Nullable SQLWarning last;

	private @Nullable Thread reader;

	private int idle;

	ServerMessages(Statement statement, Dialect dialect, MessageSettings settings) {
		this.statement = statement;
		this.dialect = dialect;
		this.settings = settings;
	}

	/**
	 * A statement is about to run.
	 * @param compiled the statement
	 * @param step its step
	 */
	synchronized void begin(CompiledStatement compiled, MigrationStep step) {
		if (step != this.step) {
			endStep();
			this.step = step;
		}
		this.running = compiled;
		this.idle = 0;
		if (this.reader == null) {
			Thread thread = new Thread(this::read, "limbeck-server-messages");
			thread.setDaemon(true);
			thread.start();
			this.reader = thread;
		}
	}

	/**
	 * A statement has run.
	 */
	synchronized void end() {
		take();
		this.running = null;
		this.last = null;
	}

	/**
	 * Take what the server said while rows were read.
	 * @param rows the rows
	 * @throws SQLException if they are closed
	 */
	synchronized void take(ResultSet rows) throws SQLException {
		SQLWarning first = rows.getWarnings();
		if (first != null) {
			rows.clearWarnings();
			logAll(first);
		}
	}

	/**
	 * A step has ended: say how much was left out.
	 */
	synchronized void endStep() {
		this.counts.forEach((severity, count) -> {
			if (count > MOST) {
				log(severity, "… and " + (count - MOST) + " more messages of this kind of the "
						+ ((this.step != null) ? StepText.describe(this.step) : "revision"));
			}
		});
		this.counts.clear();
		this.step = null;
	}

	private void read() {
		try {
			while (isNeeded()) {
				Thread.sleep(PAUSE_MILLIS);
			}
		}
		catch (InterruptedException ex) {
			stop();
		}
	}

	private synchronized boolean isNeeded() {
		if (this.running != null) {
			take();
			return true;
		}
		this.idle++;
		if (this.idle > IDLE_PAUSES) {
			this.reader = null;
		}
		return this.reader != null;
	}

	private synchronized void stop() {
		this.reader = null;
	}

	private void take() {
		try {
			SQLWarning before = this.last;
			if (before != null) {
				logAll(before.getNextWarning());
			}
			SQLWarning first = this.statement.getWarnings();
			if (first != null) {
				this.statement.clearWarnings();
				logAll(first);
			}
		}
		catch (SQLException ex) {
			logger.debug("What the server said cannot be read", ex);
		}
	}

	private void logAll(@Nullable SQLWarning first) {
		for (SQLWarning each = first; each != null; each = each.getNextWarning()) {
			log(this.dialect.describe(each));
			this.last = each;
		}
	}

	private void log(ServerMessage message) {
		if (this.counts.merge(message.severity(), 1, Integer::sum) > MOST || !isLogged(message.severity())) {
			return;
		}
		CompiledStatement compiled = this.running;
		MigrationStep current = this.step;
		String text = (compiled != null) ? compiled.source().shown(message.text()) : message.text();
		log(message.severity(),
				((current != null) ? "Revision " + current.historyId() + ", " : "")
						+ ((compiled != null) ? compiled.position(0) + ": " : "")
						+ ((text.length() > LONGEST) ? text.substring(0, LONGEST) + " …" : text));
	}

	private boolean isLogged(Severity severity) {
		return switch (severity) {
			case WARNING -> logger.isWarnEnabled();
			case NOTICE -> this.settings.notices() ? logger.isInfoEnabled() : logger.isDebugEnabled();
			case DETAIL -> logger.isDebugEnabled();
		};
	}

	private void log(Severity severity, String line) {
		if (severity == Severity.WARNING) {
			logger.warn(line);
		}
		else if (severity == Severity.NOTICE && this.settings.notices()) {
			logger.info(line);
		}
		else {
			logger.debug(line);
		}
	}

}
