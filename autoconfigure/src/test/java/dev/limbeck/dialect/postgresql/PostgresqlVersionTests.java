package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.UnsuitableDatabaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The versions of PostgreSQL that revisions are run on.
 */
@ExtendWith(OutputCaptureExtension.class)
class PostgresqlVersionTests {

	@ParameterizedTest
	@ValueSource(ints = { 140000, 150018, 189999 })
	void knownVersionIsNotTalkedAbout(int version, CapturedOutput output) {
		PostgresqlSession.requireVersion(version);
		assertThat(output).doesNotContain("PostgreSQL");
	}

	@ParameterizedTest
	@ValueSource(ints = { 190000, 190002, 200001 })
	void newerVersionRunsWithANote(int version, CapturedOutput output) {
		// A test that ran a command has left the level of the command line
		LoggingSystem.get(getClass().getClassLoader()).setLogLevel(PostgresqlSession.class.getName(), LogLevel.INFO);
		PostgresqlSession.requireVersion(version);
		assertThat(output).contains("PostgreSQL " + version / 10000
				+ " is newer than this version of Limbeck, which was tested with 14 to 18");
	}

	@Test
	void olderVersionIsRefused() {
		assertThatExceptionOfType(UnsuitableDatabaseException.class)
			.isThrownBy(() -> PostgresqlSession.requireVersion(130022))
			.withMessageContaining("PostgreSQL 13");
	}

}
