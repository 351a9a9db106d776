package dev.limbeck.boot.autoconfigure;

import dev.limbeck.failure.MigrationException;
import dev.limbeck.runtime.ForeignFailure;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeansException;
import org.springframework.core.NestedExceptionUtils;

/**
 * A revision is a bean that cannot be made.
 */
final class RevisionBeanException extends MigrationException {

	private RevisionBeanException(String message, String action) {
		super(message, action);
	}

	private RevisionBeanException(String message, String action, Throwable cause) {
		super(message, action, cause);
	}

	static RevisionBeanException circular(String name, @Nullable BeansException cause) {
		String message = "The bean '" + name
				+ "' is a revision and needs beans that wait for the migrations, such as an "
				+ "EntityManagerFactory, a repository or a JdbcTemplate, so neither could come first. Nothing was run.";
		String action = "Let the revision use op.context().jdbcClient() and SQL, which also suits the schema that it finds, "
				+ "where entities suit the latest one; or inject nothing that uses the database.";
		return (cause != null) ? new RevisionBeanException(message, action, cause)
				: new RevisionBeanException(message, action);
	}

	static RevisionBeanException broken(String name, BeansException cause) {
		String missing = ForeignFailure.missingClass(cause);
		if (missing != null) {
			return new RevisionBeanException("A class that the bean '" + name
					+ "', which is a revision, needs is missing: " + missing + ". Nothing was run.",
					UnmadeBean.LIBRARIES, ForeignFailure.masked(cause));
		}
		return new RevisionBeanException("The bean '" + name + "', which is a revision, cannot be made: "
				+ ForeignFailure.describe(NestedExceptionUtils.getMostSpecificCause(cause)) + ". Nothing was run.",
				"Correct the bean.", ForeignFailure.masked(cause));
	}

}
