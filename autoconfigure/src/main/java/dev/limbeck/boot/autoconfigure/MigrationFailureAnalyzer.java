package dev.limbeck.boot.autoconfigure;

import dev.limbeck.failure.MigrationException;
import dev.limbeck.revision.TargetException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Shows what stood in the way of a migration, and what to do.
 */
class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<MigrationException> {

	private static final String TARGET = "The target is the value of the property migrations.target. Nothing was run.";

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MigrationException cause) {
		String description = String.valueOf(cause.getMessage());
		return new FailureAnalysis((cause instanceof TargetException) ? description + "\n\n" + TARGET : description,
				cause.getAction(), cause);
	}

}
