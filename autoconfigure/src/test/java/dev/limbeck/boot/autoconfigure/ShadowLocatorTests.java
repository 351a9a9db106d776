package dev.limbeck.boot.autoconfigure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.limbeck.autogenerate.shadow.ShadowDatabase;
import dev.limbeck.autogenerate.shadow.ShadowDatabaseException;
import dev.limbeck.autogenerate.shadow.ShadowDatabases;
import dev.limbeck.boot.autoconfigure.AuthoringProperties.Autogenerate;
import dev.limbeck.boot.autoconfigure.AuthoringProperties.Unmapped;
import dev.limbeck.connection.DatabaseUrl;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.script.RevisionFormat;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ShadowLocator} and {@link ServerLocator}.
 */
class ShadowLocatorTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@Test
	void shadowUrlIsReadInAnySpelling() {
		TestDatabase shadow = PostgresServer.shared().createDatabase();
		ShadowDatabases shadows = shadows("postgresql://" + shadow.host() + ":" + shadow.port() + "/" + shadow.name(),
				shadow.username(), shadow.password());
		try (ShadowDatabase open = shadows.open()) {
			assertThat(open.description()).isEqualTo("shadow database " + shadow.name());
		}
	}

	@Test
	void shadowUrlIsNotTheApplicationsDatabase() {
		ShadowDatabases shadows = shadows(this.database.url(), this.database.username(), this.database.password());
		assertThatExceptionOfType(ShadowDatabaseException.class).isThrownBy(shadows::open)
			.withMessageContaining("which is the application's database");
	}

	@Test
	void userWithoutUrlIsRefusedWithoutAPassword() {
		assertThatExceptionOfType(MigrationException.class).isThrownBy(shadows(null, "owner", "geheim")::open)
			.withMessageContaining("migrations.autogenerate.shadow-username")
			.satisfies((failure) -> assertThat(failure.getMessage() + failure.getAction()).doesNotContain("geheim"));
	}

	@Test
	void otherDatabaseIsReachedAsTheUserOfTheConfiguredOne() throws SQLException {
		TestDatabase other = PostgresServer.shared().createDatabase();
		DatabaseUrl url = DatabaseUrl.parse(this.database.url() + "?ApplicationName=app")
			.as(this.database.username(), this.database.password());
		try (HikariDataSource pool = new HikariDataSource()) {
			pool.setJdbcUrl(this.database.url());
			pool.setUsername(this.database.username());
			pool.setPassword(this.database.password());
			for (DataSource each : List.of(new UnpooledDataSource(url, null), pool, this.database.dataSource(),
					new LazyConnectionDataSourceProxy(pool), new DriverManagerDataSource(this.database.url(),
							this.database.username(), this.database.password()))) {
				assertThat(databaseOf(new ServerLocator(() -> each), other.name())).isEqualTo(other.name());
			}
		}
	}

	@Test
	void dataSourceWithoutAUrlIsNamed() {
		DataSource unknown = new AbstractDataSource() {

			@Override
			public Connection getConnection() throws SQLException {
				throw new SQLException();
			}

			@Override
			public Connection getConnection(String username, String password) throws SQLException {
				throw new SQLException();
			}

		};
		assertThatExceptionOfType(ShadowDatabaseException.class)
			.isThrownBy(() -> new ServerLocator(() -> unknown).database("other"))
			.withMessageContaining(unknown.getClass().getName() + " does not tell its URL");
	}

	@Test
	void schemaIsThatOfTheUrl() {
		DatabaseUrl url = DatabaseUrl.parse(this.database.url() + "?currentSchema=app%2Cpublic");
		assertThat(new ServerLocator(() -> new UnpooledDataSource(url, null)).schema()).isEqualTo("app");
	}

	private static String databaseOf(ServerLocator server, String name) throws SQLException {
		try (Connection connection = server.database(name).open();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT current_database()")) {
			row.next();
			return row.getString(1);
		}
	}

	private ShadowDatabases shadows(@Nullable String url, @Nullable String username, @Nullable String password) {
		Autogenerate properties = new Autogenerate(Set.of(), List.of(), List.of(), List.of(), List.of(), true, false,
				RevisionFormat.SQL, false, false, Unmapped.KEEP, Map.of(), List.of(), url, username, password, null);
		return new ShadowLocator(properties, UnaryOperator.identity(),
				() -> new DatabaseUrls(MissingSecretReader::new, new MigrationsEnvironment(null)),
				new ServerLocator(this.database::dataSource), null);
	}

}
