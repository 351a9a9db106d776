package dev.limbeck.command;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import dev.limbeck.runtime.DatabaseAccessException;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A server that was built without libxml is migrated like any other. The driver refuses
 * here what such a server refuses.
 */
class ServerWithoutXmlTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private final AtomicInteger refused = new AtomicInteger();

	private Migrations migrations;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.migrations = new ModelProject(path).revision("a1", "", "CREATE TABLE t (id int);", "DROP TABLE t;")
			.revision("b2", "a1", "CREATE TABLE u (id int);", "DROP TABLE u;")
			.builder((schema) -> {
			})
			.dataSource(proxy(DataSource.class, this.database.dataSource()))
			.build();
	}

	@Test
	void stateIsReadInFurtherStatements() {
		assertThat(this.migrations.current().rows()).isEmpty();
		this.migrations.upgrade("heads");
		assertThat(this.migrations.upgrade("heads").revisions()).isEmpty();
		assertThat(this.migrations.status().current()).containsExactly("b2");
		assertThat(this.migrations.history(HistoryRequest.all().withCurrent())).hasSize(2);
		this.migrations.downgrade("base");
		assertThat(this.database.query("SELECT to_regclass('t')")).containsExactly("null");
		assertThat(this.refused).hasPositiveValue();
	}

	@Test
	void tablesOfAStrangerAreRefused() {
		this.migrations.ensureVersion();
		String role = this.database.name() + "_stranger";
		this.database.execute("CREATE ROLE " + role + "; GRANT CREATE ON SCHEMA public TO " + role + "; ALTER TABLE "
				+ "migrations_version OWNER TO " + role);
		assertThatExceptionOfType(DatabaseAccessException.class).isThrownBy(this.migrations::current)
			.withMessageContaining("belongs to the role '" + role + "'");
		assertThat(this.refused).hasPositiveValue();
	}

	private <T> T proxy(Class<T> type, Object target) {
		return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> {
					if (method.getName().equals("executeQuery") && arguments != null
							&& arguments[0].toString().contains("query_to_xml")) {
						this.refused.incrementAndGet();
						throw new SQLException("unsupported XML feature", "0A000");
					}
					try {
						return watched(method.getName(), method.invoke(target, arguments));
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				}));
	}

	private Object watched(String method, Object result) {
		return switch (method) {
			case "getConnection" -> proxy(Connection.class, result);
			case "createStatement" -> proxy(Statement.class, result);
			default -> result;
		};
	}

}
