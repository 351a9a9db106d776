package dev.limbeck.boot.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.limbeck.compare.Comparison;
import dev.limbeck.compare.ComparisonOptions;
import dev.limbeck.compare.Consent;
import dev.limbeck.compare.DirectedOperation;
import dev.limbeck.compare.SchemaComparator;
import dev.limbeck.dialect.DdlStatement;
import dev.limbeck.dialect.DdlWriter;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.InspectionScope;
import dev.limbeck.dialect.NamingConvention;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.test.TestDatabase;

/**
 * A database that is compared with a model and changed as the comparison says.
 */
final class ModelDatabase implements AutoCloseable {

	private final Dialect dialect = new PostgresqlDialect();

	private final Connection connection;

	private final int version;

	ModelDatabase(TestDatabase database) throws SQLException {
		this.connection = database.connect();
		this.version = this.connection.getMetaData().getDatabaseMajorVersion();
		execute("SET client_min_messages = warning");
	}

	int version() {
		return this.version;
	}

	void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

	Schema inspect(Schema target) throws SQLException {
		return this.dialect.schemaInspector().inspect(this.connection, scope(target));
	}

	private static InspectionScope scope(Schema target) {
		Set<String> schemas = new LinkedHashSet<>();
		target.namespaces().forEach((namespace) -> schemas.add(namespace.name()));
		Set<QualifiedName> mapped = new LinkedHashSet<>();
		target.tables().stream().map(Table::name).forEach(mapped::add);
		return InspectionScope.of("public", schemas.toArray(String[]::new)).mapped(mapped);
	}

	Comparison compare(Schema target) throws SQLException {
		return compare(target, ComparisonOptions.DEFAULTS);
	}

	Comparison compare(Schema target, ComparisonOptions options) throws SQLException {
		Schema database = inspect(target);
		return new SchemaComparator(this.dialect.typeRules(), this.version, options).compare(database,
				this.dialect.targetNormalizer(NamingConvention.standard())
					.normalize(this.connection, scope(target), target, database));
	}

	void apply(List<DirectedOperation> operations) throws SQLException {
		for (String statement : write(operations)) {
			try {
				execute(statement);
			}
			catch (SQLException ex) {
				throw new SQLException(statement + ": " + ex.getMessage(), ex.getSQLState(), ex);
			}
		}
	}

	List<String> write(List<DirectedOperation> operations) {
		DdlWriter writer = this.dialect.ddlWriter(this.version, NamingConvention.standard());
		List<String> statements = new ArrayList<>();
		operations.stream()
			.filter((operation) -> operation.consent() != Consent.VALUE)
			.forEach((operation) -> writer.write(operation.operation())
				.stream()
				.map(DdlStatement::sql)
				.forEach(statements::add));
		return statements;
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

}
