package dev.limbeck.boot.autoconfigure;

import java.util.Objects;
import java.util.stream.Stream;

import dev.limbeck.connection.ConnectionException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says which dependency is missing where the {@code DataSource} of the application finds
 * no driver. The auto-configuration of the migrations is inactive then.
 */
class MissingDriverFailureAnalyzer extends AbstractFailureAnalyzer<BeanCreationException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BeanCreationException cause) {
		if (PostgresqlDriver.isPresent(getClass().getClassLoader()) || !isAbout(cause)) {
			return null;
		}
		ConnectionException missing = PostgresqlDriver.missing();
		return new FailureAnalysis(missing.getMessage(), missing.getAction(), cause);
	}

	private static boolean isAbout(Throwable failure) {
		return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
			.anyMatch((each) -> String.valueOf(each.getMessage()).contains(PostgresqlDriver.CLASS));
	}

}
