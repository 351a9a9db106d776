package dev.limbeck.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.runtime.MigrationSettings;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link FailureKind} on a real server.
 */
class FailureKindTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@TempDir
	private Path path;

	@Test
	void lockOfAnotherProcessIsAKindOfItsOwn() throws SQLException {
		MigrationSettings defaults = MigrationSettings.defaults();
		Migrations migrations = Migrations.builder()
			.scripts(new Project(this.path).revision("a1", "", "").scripts())
			.dataSource(this.database.dataSource())
			.settings(MigrationSettings.builder().lockWaitTimeout(Duration.ofMillis(300)).build())
			.build();
		try (Connection holder = this.database.connect()) {
			new PostgresqlDialect().openSession(holder, null, "migrations_version").tryLock();
			MigrationException failure = catchThrowableOfType(MigrationException.class, migrations::upgrade);
			assertThat(FailureKind.of(failure)).isEqualTo(FailureKind.LOCK_WAIT_TIMEOUT);
			assertThat(FailureKind.of(new IllegalStateException(failure))).isEqualTo(FailureKind.LOCK_WAIT_TIMEOUT);
		}
	}

	@Test
	void anythingElseIsOther() {
		MigrationException failure = catchThrowableOfType(MigrationException.class,
				new Project(this.path).offline()::upgrade);
		assertThat(FailureKind.of(failure)).isEqualTo(FailureKind.OTHER);
	}

}
