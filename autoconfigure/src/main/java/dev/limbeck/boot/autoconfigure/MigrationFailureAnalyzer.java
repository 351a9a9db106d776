package dev.limbeck.boot.autoconfigure;

import dev.limbeck.revision.AmbiguousRevisionException;
import dev.limbeck.revision.MigrationException;
import dev.limbeck.revision.MultipleHeadsException;
import dev.limbeck.revision.RevisionNotFoundException;
import dev.limbeck.revision.UnsupportedTargetException;

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
		return new FailureAnalysis(isAboutTarget(cause) ? description + "\n\n" + TARGET : description,
				cause.getAction(), cause);
	}

	private static boolean isAboutTarget(MigrationException cause) {
		return cause instanceof RevisionNotFoundException || cause instanceof AmbiguousRevisionException
				|| cause instanceof MultipleHeadsException || cause instanceof UnsupportedTargetException;
	}

}
