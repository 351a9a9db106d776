package dev.limbeck.runtime;

import java.sql.Connection;

import dev.limbeck.operation.RevisionContext;
import dev.limbeck.revision.Direction;
import dev.limbeck.script.JavaRevision;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a revision knows that becomes a script: everything but the database.
 */
final class OfflineContext implements RevisionContext {

	private final JavaRevision revision;

	private final Direction direction;

	private final RunArguments arguments;

	private @Nullable RevisionFailedException refusal;

	OfflineContext(JavaRevision revision, Direction direction, RunArguments arguments) {
		this.revision = revision;
		this.direction = direction;
		this.arguments = arguments;
	}

	@Override
	public boolean isOffline() {
		return true;
	}

	@Override
	public Connection connection() {
		throw refuse("connection");
	}

	@Override
	public JdbcClient jdbcClient() {
		throw refuse("jdbcClient");
	}

	private RevisionFailedException refuse(String method) {
		String id = this.revision.revision().id();
		SourcePosition position = CallSite.current(this.revision.className(), null).position();
		RevisionFailedException refused = new RevisionFailedException(id, position,
				"The " + Wording.describe(this.direction, id) + " (" + this.revision.file() + ") uses the database at "
						+ position + " with op.context()." + method + "(), and a script has none. Nothing was printed.",
				"Run it online, or let it do the same in SQL if op.context().isOffline(), such as with op.execute(\"INSERT "
						+ "… SELECT …\").");
		this.refusal = refused;
		return refused;
	}

	// A revision must not hide it by catching everything
	void requireNoRefusal() {
		if (this.refusal != null) {
			throw this.refusal;
		}
	}

	@Override
	public @Nullable String xArgument(String key) {
		return this.arguments.x().get(key);
	}

	@Override
	public @Nullable String tag() {
		return this.arguments.tag();
	}

	@Override
	public Log logger() {
		return LogFactory.getLog(this.revision.className());
	}

}
