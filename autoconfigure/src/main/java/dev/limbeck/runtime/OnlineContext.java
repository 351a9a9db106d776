package dev.limbeck.runtime;

import java.sql.Connection;

import dev.limbeck.operation.RevisionContext;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What a revision knows that is carried out.
 */
final class OnlineContext implements RevisionContext {

	private final String className;

	private final RunArguments arguments;

	private final Connection connection;

	OnlineContext(String className, RunArguments arguments, Connection connection) {
		this.className = className;
		this.arguments = arguments;
		this.connection = GuardedConnection.of(connection);
	}

	@Override
	public boolean isOffline() {
		return false;
	}

	@Override
	public Connection connection() {
		return this.connection;
	}

	@Override
	public JdbcClient jdbcClient() {
		return JdbcClient.create(new SingleConnectionDataSource(this.connection, true));
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
		return LogFactory.getLog(this.className);
	}

}
