package dev.limbeck.test;

import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PostgresServer}: what holds in a container holds for the embedded
 * server.
 */
class PostgresServerTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "wrong" })
	void superuserNeedsItsPassword(String password) {
		TestDatabase database = PostgresServer.shared().createDatabase();
		assertThatExceptionOfType(SQLException.class)
			.isThrownBy(() -> DriverManager.getConnection(database.url(), database.username(), password))
			.satisfies((ex) -> assertThat(ex.getSQLState()).isIn("28P01", "08004"));
	}

}
