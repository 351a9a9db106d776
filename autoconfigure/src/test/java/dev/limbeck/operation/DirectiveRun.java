package dev.limbeck.operation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.limbeck.dialect.DdlStatement;
import dev.limbeck.dialect.DdlWriter;
import dev.limbeck.dialect.NamingConvention;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;

/**
 * A database that operations are carried out on, as the runtime would: what can be in a
 * transaction is in one.
 *
 * @param database the database
 * @param writer writes for its version
 */
record DirectiveRun(TestDatabase database, DdlWriter writer) {

	static DirectiveRun start() {
		TestDatabase database = PostgresServer.shared().createDatabase();
		return new DirectiveRun(database,
				new PostgresqlDialect().ddlWriter(version(database), NamingConvention.standard()));
	}

	static int version(TestDatabase database) {
		return Integer.parseInt(database.query("SHOW server_version_num").get(0)) / 10000;
	}

	void perform(List<Operation> operations) {
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			statement.setEscapeProcessing(false);
			for (Operation operation : operations) {
				for (DdlStatement ddl : this.writer.write(operation)) {
					connection.setAutoCommit(!ddl.transactional());
					statement.execute(ddl.sql());
				}
			}
			connection.setAutoCommit(true);
		}
		catch (SQLException ex) {
			throw new AssertionError(operations.toString(), ex);
		}
	}

	void perform(Consumer<Operations> directives) {
		List<Operation> operations = new ArrayList<>();
		directives.accept(Operations.of(operations::add));
		perform(operations);
	}

	Map<String, List<String>> look() {
		return CatalogSnapshot.of(this.database);
	}

}
