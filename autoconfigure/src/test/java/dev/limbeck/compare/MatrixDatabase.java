package dev.limbeck.compare;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import dev.limbeck.dialect.DdlStatement;
import dev.limbeck.dialect.DdlWriter;
import dev.limbeck.dialect.DependentObject;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.InspectionScope;
import dev.limbeck.dialect.NamingConvention;
import dev.limbeck.dialect.NormalizedTarget;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.schema.Schema;
import dev.limbeck.test.TestDatabase;

/**
 * A database that cases use one after the other.
 */
final class MatrixDatabase implements AutoCloseable {

	private final Dialect dialect = new PostgresqlDialect();

	private final Connection connection;

	private final int version;

	private final InspectionScope scope;

	MatrixDatabase(TestDatabase database) {
		this(database, "app");
	}

	MatrixDatabase(TestDatabase database, String... schemas) {
		this.scope = InspectionScope.of("public", schemas);
		try {
			this.connection = database.connect();
			this.version = this.connection.getMetaData().getDatabaseMajorVersion();
			execute("SET client_min_messages = warning");
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	int version() {
		return this.version;
	}

	void reset(String ddl) throws SQLException {
		execute("DROP SCHEMA IF EXISTS app CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public;"
				+ "DROP EXTENSION IF EXISTS pg_stat_statements;" + ddl);
	}

	void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

	Schema inspect() throws SQLException {
		return this.dialect.schemaInspector().inspect(this.connection, this.scope);
	}

	NormalizedTarget normalize(Schema target, Schema database) throws SQLException {
		return this.dialect.targetNormalizer(NamingConvention.standard())
			.normalize(this.connection, this.scope, target, database);
	}

	Comparison compare(Schema target, ComparisonOptions options) throws SQLException {
		Schema database = inspect();
		NormalizedTarget normalized = normalize(target, database);
		SchemaComparator comparator = new SchemaComparator(this.dialect.typeRules(), this.version, options);
		List<DependentObject> dependents = comparator.needsDependents(database, normalized)
				? this.dialect.schemaInspector().dependents(this.connection, this.scope) : List.of();
		return comparator.compare(database, normalized, dependents);
	}

	void apply(List<DirectedOperation> operations) throws SQLException {
		DdlWriter writer = this.dialect.ddlWriter(this.version, NamingConvention.standard());
		for (DirectedOperation operation : operations) {
			if (operation.consent() == Consent.VALUE || operation.consent() == Consent.DEPENDENTS) {
				continue;
			}
			for (DdlStatement statement : writer.write(operation.operation())) {
				try {
					execute(statement.sql());
				}
				catch (SQLException ex) {
					throw new SQLException(statement.sql() + ": " + ex.getMessage(), ex.getSQLState(), ex);
				}
			}
		}
	}

	String write(List<DirectedOperation> operations) {
		DdlWriter writer = this.dialect.ddlWriter(this.version, NamingConvention.standard());
		StringBuilder text = new StringBuilder();
		operations.forEach((operation) -> writer.write(operation.operation())
			.forEach((statement) -> text.append(statement.sql()).append(";\n")));
		return text.toString();
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

}
