package dev.limbeck.boot.autoconfigure;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.Credentials;
import dev.limbeck.connection.DatabaseUrl;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RotatedDataSource}: when it reads the secret.
 */
class RotatedDataSourceTests {

	private static final String PASSWORD = "right-one";

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private final String role = "r_" + UUID.randomUUID().toString().substring(0, 8);

	private final AtomicInteger reads = new AtomicInteger();

	private String secret = "wrong-one";

	private RotatedDataSource dataSource(Duration pause) {
		this.database.execute("CREATE ROLE " + this.role + " LOGIN PASSWORD '" + PASSWORD + "'");
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(this.database.url());
		pool.setCredentials(Credentials.of(this.role, "wrong-one"));
		return new RotatedDataSource(pool, () -> {
			this.reads.incrementAndGet();
			return new DatabaseUrl(this.database.url(), this.role, this.secret);
		}, pause);
	}

	private void assertRefused(RotatedDataSource dataSource) {
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> dataSource.getConnection(this.role, "wrong-one"))
			.satisfies((ex) -> assertThat(ex.getSQLState()).isEqualTo("28P01"));
	}

	@Test
	void secretIsNotReadAgainDuringThePause() {
		RotatedDataSource dataSource = dataSource(Duration.ofMinutes(1));
		assertRefused(dataSource);
		this.secret = PASSWORD;
		assertRefused(dataSource);
		assertThat(this.reads).hasValue(1);
	}

	@Test
	void secretIsReadAgainAfterThePause() throws SQLException {
		RotatedDataSource dataSource = dataSource(Duration.ZERO);
		assertRefused(dataSource);
		this.secret = PASSWORD;
		try (Connection connection = dataSource.getConnection(this.role, "wrong-one")) {
			assertThat(connection.isValid(1)).isTrue();
		}
		assertThat(this.reads).hasValue(2);
	}

	@Test
	void secretThatIsWrongAsWellIsTheErrorOfTheDatabase() {
		RotatedDataSource dataSource = dataSource(Duration.ofMinutes(1));
		this.secret = "wrong-too";
		for (int i = 0; i < 3; i++) {
			assertRefused(dataSource);
		}
		assertThat(this.reads).hasValue(1);
	}

	@Test
	void secretIsNotReadForAnotherFailure() {
		RotatedDataSource dataSource = dataSource(Duration.ZERO);
		this.database.execute("ALTER ROLE " + this.role + " CONNECTION LIMIT 0");
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> dataSource.getConnection(this.role, PASSWORD))
			.satisfies((ex) -> assertThat(ex.getSQLState()).isEqualTo("53300"));
		assertThat(this.reads).hasValue(0);
	}

}
