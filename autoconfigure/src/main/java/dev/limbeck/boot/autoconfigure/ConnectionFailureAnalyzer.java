package dev.limbeck.boot.autoconfigure;

import dev.limbeck.connection.ConnectionException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what is wrong with the database's URL or secret, and what to do.
 */
class ConnectionFailureAnalyzer extends AbstractFailureAnalyzer<ConnectionException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ConnectionException cause) {
		return new FailureAnalysis(cause.getMessage(), cause.getAction(), cause);
	}

}
