package dev.limbeck.runtime;

import java.sql.Connection;
import java.util.function.Function;

import dev.limbeck.operation.RevisionContext;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What a Java revision knows of the run.
 *
 * @param className its class
 * @param arguments what the run was started with
 * @param isOffline whether there is no database
 * @param connections gives a method that asks for it the connection, or refuses
 */
record JavaRevisionContext(String className, RunArguments arguments, boolean isOffline,
		Function<String, Connection> connections) implements RevisionContext {

	static JavaRevisionContext online(String className, RunArguments arguments, Connection connection) {
		Connection guarded = GuardedConnection.of(connection);
		return new JavaRevisionContext(className, arguments, false, (method) -> guarded);
	}

	@Override
	public Connection connection() {
		return this.connections.apply("connection");
	}

	@Override
	public JdbcClient jdbcClient() {
		return JdbcClient.create(new SingleConnectionDataSource(this.connections.apply("jdbcClient"), true));
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
