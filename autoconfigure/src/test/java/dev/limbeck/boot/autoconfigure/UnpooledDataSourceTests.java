package dev.limbeck.boot.autoconfigure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import dev.limbeck.connection.ConnectionException;
import dev.limbeck.connection.DatabaseUrl;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Change the password of a role between the reading of the secret and the connection.
 */
@ExtendWith(OutputCaptureExtension.class)
class UnpooledDataSourceTests {

	private static final String NEW = "n3w-s3cr3t";

	private final AtomicInteger reads = new AtomicInteger();

	private TestDatabase database;

	private String role;

	@BeforeEach
	void createRole() {
		this.database = PostgresServer.shared().createDatabase();
		this.role = "r_" + UUID.randomUUID().toString().substring(0, 8);
		this.database.execute("CREATE ROLE " + this.role + " LOGIN PASSWORD '" + NEW + "'");
	}

	private DatabaseUrl url(String password) {
		return new DatabaseUrl(this.database.url(), this.role, password);
	}

	private UnpooledDataSource outdated(Supplier<DatabaseUrl> secret) {
		return new UnpooledDataSource(url("0ld-s3cr3t"), () -> {
			this.reads.incrementAndGet();
			return secret.get();
		});
	}

	@Test
	void secretIsReadAgainIfTheDatabaseRefusesThePassword(CapturedOutput output) throws SQLException {
		UnpooledDataSource dataSource = outdated(() -> url(NEW));
		for (int i = 0; i < 2; i++) {
			try (Connection connection = dataSource.getConnection()) {
				assertThat(connection.getMetaData().getUserName()).isEqualTo(this.role);
			}
		}
		assertThat(this.reads).hasValue(1);
		assertThat(output).contains("The secret holds others now").doesNotContain(NEW);
	}

	@Test
	void unchangedSecretIsTheErrorOfTheDatabase() {
		assertRefused(outdated(() -> url("0ld-s3cr3t")), 1);
	}

	@Test
	void secretOfAnotherDatabaseIsNotMixedIn() {
		assertRefused(outdated(() -> new DatabaseUrl(this.database.url() + "_other", this.role, NEW)), 1);
	}

	@Test
	void unreadableSecretIsTheErrorOfTheDatabase(CapturedOutput output) {
		assertRefused(outdated(() -> {
			throw new ConnectionException("Nobody may read it.", "Ask.");
		}), 1);
		assertThat(output).contains("could not be read again. Nobody may read it. Ask.");
	}

	@Test
	void passwordOfAPropertyIsNotReadAgain() {
		assertRefused(new UnpooledDataSource(url("0ld-s3cr3t"), null), 0);
	}

	private void assertRefused(UnpooledDataSource dataSource, int expectedReads) {
		assertThatExceptionOfType(SQLException.class).isThrownBy(dataSource::getConnection)
			.satisfies((ex) -> assertThat(ex.getSQLState()).isEqualTo("28P01"));
		assertThat(this.reads).hasValue(expectedReads);
	}

}
