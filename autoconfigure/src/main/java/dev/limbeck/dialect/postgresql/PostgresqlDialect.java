package dev.limbeck.dialect.postgresql;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;

import dev.limbeck.dialect.DdlWriter;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.EnumValue;
import dev.limbeck.dialect.GuardedRows;
import dev.limbeck.dialect.GuardedTable;
import dev.limbeck.dialect.Literals;
import dev.limbeck.dialect.MigrationSession;
import dev.limbeck.dialect.MisreadText;
import dev.limbeck.dialect.NamingConvention;
import dev.limbeck.dialect.OtherHistory;
import dev.limbeck.dialect.SchemaInspector;
import dev.limbeck.dialect.ScriptSyntax;
import dev.limbeck.dialect.ServerError;
import dev.limbeck.dialect.ServerMessage;
import dev.limbeck.dialect.SessionTimeouts;
import dev.limbeck.dialect.SqlStatement;
import dev.limbeck.dialect.StatementKind;
import dev.limbeck.dialect.StatementOutcome;
import dev.limbeck.dialect.StatementSplitter;
import dev.limbeck.dialect.TargetNormalizer;
import dev.limbeck.dialect.TextRange;
import dev.limbeck.dialect.TypeRules;
import dev.limbeck.dialect.UnsuitableDatabaseException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * PostgreSQL, from version 14 on.
 *
 * @since 0.1.0
 */
public final class PostgresqlDialect implements Dialect {

	/** NAMEDATALEN - 1; the server cuts longer names off without an error. */
	private static final int MAXIMUM_IDENTIFIER_BYTES = 63;

	private static final String PRODUCT_NAME = "PostgreSQL";

	@Override
	public String quote(String identifier) {
		if (identifier.isEmpty() || identifier.indexOf('\0') >= 0) {
			throw new IllegalArgumentException("An identifier of PostgreSQL is not empty and has no NUL character");
		}
		if (identifier.getBytes(StandardCharsets.UTF_8).length > MAXIMUM_IDENTIFIER_BYTES) {
			throw new IllegalArgumentException("The identifier '" + identifier + "' is longer than "
					+ MAXIMUM_IDENTIFIER_BYTES + " bytes, the limit of PostgreSQL");
		}
		return '"' + identifier.replace("\"", "\"\"") + '"';
	}

	@Override
	public List<TextRange> verbatim(String script) {
		return new VerbatimParts(script).find();
	}

	@Override
	public String forFile(String statement, MisreadText misread) {
		return FileText.of(statement, misread);
	}

	@Override
	public StatementSplitter splitter() {
		return new PostgresqlStatementSplitter();
	}

	@Override
	public DdlWriter ddlWriter(int serverVersion, NamingConvention naming) {
		return new PostgresqlDdlWriter(serverVersion, naming);
	}

	@Override
	public SchemaInspector schemaInspector() {
		return new PostgresqlSchemaInspector();
	}

	@Override
	public TargetNormalizer targetNormalizer(NamingConvention naming) {
		return new PostgresqlTargetNormalizer(naming);
	}

	@Override
	public TypeRules typeRules() {
		return new PostgresqlTypeRules();
	}

	@Override
	public Literals literals() {
		return new PostgresqlLiterals(new PostgresqlNames());
	}

	@Override
	public StatementKind kindOf(SqlStatement statement) {
		return new PostgresqlStatementClassifier().classify(statement);
	}

	@Override
	public boolean changesSettings(SqlStatement statement) {
		return new PostgresqlStatementClassifier().changesSettings(statement);
	}

	@Override
	public boolean isSetting(SqlStatement statement) {
		return new PostgresqlStatementClassifier().isSetting(statement);
	}

	@Override
	public boolean mayUse(String statement, EnumValue value) {
		return new EnumValueUse(value).isPossible(statement);
	}

	@Override
	public boolean leavesInvalid(Connection connection, SqlStatement statement) throws SQLException {
		return new PostgresqlRecovery(connection).leavesInvalid(statement);
	}

	@Override
	public List<String> invalidIndexes(Connection connection) throws SQLException {
		return PostgresqlRecovery.findInvalid(connection);
	}

	@Override
	public String forDriver(SqlStatement statement) {
		return DriverText.of(statement.text());
	}

	@Override
	public String transactionId() {
		return "pg_catalog.pg_current_xact_id()::pg_catalog.text";
	}

	@Override
	public String isCommitted() {
		return "pg_catalog.texteq(pg_catalog.pg_xact_status(?::pg_catalog.xid8), 'committed')";
	}

	@Override
	public void requireSupported(Connection connection) throws SQLException {
		if (connection.isWrapperFor(PGConnection.class)) {
			return;
		}
		String product = connection.getMetaData().getDatabaseProductName();
		if (!PRODUCT_NAME.equals(product)) {
			throw new UnsuitableDatabaseException(
					"The database is " + product + ", and Limbeck migrates only PostgreSQL. Nothing was run.",
					"Connect to a PostgreSQL, in tests for example one of Testcontainers with @ServiceConnection, or set "
							+ "migrations.enabled=false.");
		}
	}

	@Override
	public ScriptSyntax scriptSyntax(@Nullable String schema, List<GuardedTable> tables, Charset encoding) {
		return new PostgresqlScriptSyntax(schema, tables, encoding);
	}

	@Override
	public StatementOutcome recover(Connection connection, SqlStatement statement) throws SQLException {
		return new PostgresqlRecovery(connection).recover(statement);
	}

	@Override
	public MigrationSession openSession(Connection connection, @Nullable String schema, String versionTable,
			SessionTimeouts timeouts) throws SQLException {
		return PostgresqlSession.open(connection, schema, versionTable, timeouts);
	}

	@Override
	public MigrationSession borrowSession(Connection connection, @Nullable String schema, String versionTable)
			throws SQLException {
		return PostgresqlSession.borrow(connection, schema, versionTable);
	}

	@Override
	public GuardedRows readGuarded(Connection connection, @Nullable String schema, List<GuardedTable> tables,
			int timeout) throws SQLException {
		return new GuardedRead(connection, timeout, schema, tables).read();
	}

	@Override
	public List<OtherHistory> otherHistories(Connection connection, String schema, String versionTable)
			throws SQLException {
		return OtherHistories.find(connection, schema, versionTable, this::quote);
	}

	@Override
	public List<List<@Nullable String>> askCatalog(Connection connection, String query) throws SQLException {
		try (CatalogTransaction transaction = CatalogTransaction.begin(connection)) {
			return transaction.ask(query);
		}
	}

	// The driver's getSchema() takes the first current_schema() of the search path
	@Override
	public @Nullable String defaultSchema(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT pg_catalog.current_schema()")) {
			row.next();
			return row.getString(1);
		}
	}

	// Names that begin so are reserved, those of temporary schemas among them
	@Override
	public boolean isOfTheServer(String schema) {
		return schema.startsWith("pg_") || schema.equals("information_schema");
	}

	@Override
	public String abridge(SqlStatement statement) {
		return AbridgedText.of(statement.text());
	}

	@Override
	public ServerError describe(SQLException ex) {
		return PostgresqlErrors.describe(ex);
	}

	@Override
	public ServerMessage describe(SQLWarning warning) {
		return PostgresqlErrors.describe(warning);
	}

}
