package dev.limbeck.dialect;

import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How one kind of database says what migrations need.
 *
 * @since 0.1.0
 */
public interface Dialect extends ServerErrors {

	/**
	 * Quote an identifier. All names that come from outside go through here.
	 * @param identifier a name, unquoted
	 * @return the name as it stands in SQL
	 * @throws IllegalArgumentException if the database cannot have such a name
	 */
	String quote(String identifier);

	/**
	 * Return what splits scripts into statements.
	 * @return the splitter
	 */
	StatementSplitter splitter();

	/**
	 * Return the parts of a script in which nothing is replaced by its value: comments,
	 * and what only delimits a string. What stands within a string belongs to no such
	 * part, even if it looks like a comment.
	 * @param script the script, which need not be one that can be divided
	 * @return the parts in script order
	 */
	List<TextRange> verbatim(String script);

	/**
	 * Return a statement as it stands in a file: with the same meaning however the file's
	 * line ends are written, and with escapes for what cannot be seen or is misread.
	 * @param statement the statement
	 * @param misread knows what else has to be escaped
	 * @return the statement in another spelling
	 * @throws SqlSyntaxException if it cannot be divided into its parts
	 */
	String forFile(String statement, MisreadText misread);

	/**
	 * Return what writes operations as statements.
	 * @param serverVersion the major version of the server
	 * @param naming names the constraints and indexes that were not given a name
	 * @return the writer
	 * @throws UnwritableOperationException if the version is too old
	 */
	DdlWriter ddlWriter(int serverVersion, NamingConvention naming);

	/**
	 * Return what reads how a database looks.
	 * @return the inspector
	 */
	SchemaInspector schemaInspector();

	/**
	 * Return what spells a schema that is wanted as the database would print it.
	 * @param naming names the constraints and indexes that have no name
	 * @return the normalizer
	 */
	TargetNormalizer targetNormalizer(NamingConvention naming);

	/**
	 * Return what the database thinks of two types.
	 * @return the rules
	 */
	TypeRules typeRules();

	/**
	 * Return what writes values as literals.
	 * @return the writer
	 */
	Literals literals();

	/**
	 * Tell whether a statement can run in a transaction.
	 * @param statement the statement
	 * @return its kind
	 */
	StatementKind kindOf(SqlStatement statement);

	/**
	 * Tell whether the session may have other settings (a search path, a role) after a
	 * statement.
	 * @param statement the statement
	 * @return {@code false} only if it leaves them as they are
	 */
	boolean changesSettings(SqlStatement statement);

	/**
	 * Tell whether a statement does nothing but change a setting of the session, so that
	 * it can be repeated in another session.
	 * @param statement the statement
	 * @return whether it is {@code SET} or {@code RESET}
	 */
	boolean isSetting(SqlStatement statement);

	/**
	 * Tell whether a statement may use a value of an enum type. The server may refuse
	 * that in the transaction that adds the value.
	 * @param statement the statement
	 * @param value the value
	 * @return {@code false} only if it does not
	 */
	boolean mayUse(String statement, EnumValue value);

	/**
	 * Tell whether a statement that has succeeded nevertheless left its object unusable.
	 * @param connection a connection in autocommit mode
	 * @param statement the statement
	 * @return whether there is an index of its name that is invalid
	 * @throws SQLException if the database cannot be asked
	 */
	boolean leavesInvalid(Connection connection, SqlStatement statement) throws SQLException;

	/**
	 * Find indexes that no query uses, since the statement that was to build them failed.
	 * @param connection a connection
	 * @return their names, quoted and with their schemas
	 * @throws SQLException if the database cannot be asked
	 */
	List<String> invalidIndexes(Connection connection) throws SQLException;

	/**
	 * Return a statement as the driver must be given it so that the server gets what is
	 * written: drivers look into SQL, too, and some misread it. Positions stay the same.
	 * @param statement the statement
	 * @return its text, or another for which the server gets the same
	 */
	String forDriver(SqlStatement statement);

	/**
	 * Return how a script says what migrations need.
	 * @param schema the schema of the version table; {@code null} means where the
	 * connection that runs the script finds it, or else would create it
	 * @param tables the tables of the migrations, the version table first
	 * @param encoding the encoding in which the script is stored
	 * @return the syntax
	 * @throws IllegalArgumentException if the database does not read that encoding
	 */
	ScriptSyntax scriptSyntax(@Nullable String schema, List<GuardedTable> tables, Charset encoding);

	/**
	 * Find out whether a statement that cannot run in a transaction took effect before
	 * the process that ran it died, and take away what it may have left half done. The
	 * caller holds the lock, so the session that ran it has ended.
	 * @param connection a connection in autocommit mode
	 * @param statement the statement
	 * @return its outcome
	 * @throws SQLException if the database cannot be asked
	 */
	StatementOutcome recover(Connection connection, SqlStatement statement) throws SQLException;

	/**
	 * Return an expression of SQL for the id of the current transaction, as text. It
	 * gives the transaction an id if it has none.
	 * @return the expression
	 */
	String transactionId();

	/**
	 * Return an expression of SQL that is true if a transaction was committed.
	 * @return the expression, with a parameter for the id of the transaction
	 */
	String isCommitted();

	/**
	 * See that a connection leads to this kind of database. Nothing is sent.
	 * @param connection a connection
	 * @throws UnsuitableDatabaseException if it leads to another
	 * @throws SQLException if the driver cannot tell
	 */
	void requireSupported(Connection connection) throws SQLException;

	/**
	 * Make a connection ready to migrate, with the timeouts of an application that sets
	 * nothing.
	 * @param connection a connection, in autocommit mode
	 * @param schema the schema of the version table, or {@code null}
	 * @param versionTable the name of the version table
	 * @return the session
	 * @throws SQLException if the database cannot be asked
	 */
	default MigrationSession openSession(Connection connection, @Nullable String schema, String versionTable)
			throws SQLException {
		return openSession(connection, schema, versionTable, SessionTimeouts.defaults());
	}

	/**
	 * Make a connection ready to migrate: see that it can write and holds session locks,
	 * and set what a migration needs. The caller gives the connection up afterwards.
	 * @param connection a connection, in autocommit mode
	 * @param schema the schema of the version table; {@code null} means where the
	 * connection finds it, or else would create it
	 * @param versionTable the name of the version table
	 * @param timeouts how soon the server notices that this process is gone
	 * @return the session
	 * @throws UnsuitableDatabaseException if this database cannot be migrated through
	 * this connection
	 * @throws SQLException if the database cannot be asked
	 */
	MigrationSession openSession(Connection connection, @Nullable String schema, String versionTable,
			SessionTimeouts timeouts) throws SQLException;

	/**
	 * Make a connection of the caller ready to migrate. Nothing is set on it, and what
	 * {@link MigrationSession#restore()} brings back is all that the caller had set. If a
	 * transaction is open, the lock is one of the transaction.
	 * @param connection a connection of the caller
	 * @param schema the schema of the version table; {@code null} means where the
	 * connection finds it, or else would create it
	 * @param versionTable the name of the version table
	 * @return the session
	 * @throws UnsuitableDatabaseException if this database cannot be migrated through
	 * this connection
	 * @throws SQLException if the database cannot be asked
	 */
	MigrationSession borrowSession(Connection connection, @Nullable String schema, String versionTable)
			throws SQLException;

	/**
	 * Read tables that the migrations keep for themselves, if they are there. They are
	 * looked up before they are read: by one statement, and without an error if one is
	 * missing.
	 * @param connection a connection
	 * @param schema their schema; {@code null} means where the connection finds the first
	 * of them, or else would create it
	 * @param tables the tables
	 * @param timeout the seconds after which the server is told to stop; 0 means never
	 * @return their rows
	 * @throws UnsuitableDatabaseException if one of them is no ordinary table with these
	 * columns, or belongs to somebody who must not be trusted
	 * @throws SQLException if the database cannot be asked
	 */
	GuardedRows readGuarded(Connection connection, @Nullable String schema, List<GuardedTable> tables, int timeout)
			throws SQLException;

	/**
	 * Ask the catalog. Nothing but the catalog is in the search path then, so that names
	 * and operators of the query mean those of the server.
	 * @param connection a connection
	 * @param query the query
	 * @return the rows, each value as text
	 * @throws SQLException if the database cannot be asked
	 */
	List<List<@Nullable String>> askCatalog(Connection connection, String query) throws SQLException;

	/**
	 * Return the schema in which the connection would create what has no schema.
	 * @param connection a connection
	 * @return the name of the schema, or {@code null} if there is none in the search path
	 * @throws SQLException if the database cannot be asked
	 */
	@Nullable String defaultSchema(Connection connection) throws SQLException;

	/**
	 * Tell whether what is in a schema is the server's own.
	 * @param schema the name of the schema
	 * @return whether no application has anything there
	 */
	boolean isOfTheServer(String schema);

	/**
	 * Return a statement as messages show it: on one line, cut off where it would be too
	 * long to read, and without its strings, which may hold data or passwords.
	 * @param statement the statement
	 * @return what it says
	 */
	String abridge(SqlStatement statement);

	/**
	 * Find what tells that a database has been migrated, in the schemas that the session
	 * may use.
	 * @param connection where to look
	 * @param schema the schema in which the version table belongs
	 * @param versionTable the name of the version table
	 * @return version tables of that name in other schemas, and histories of other tools
	 * that are not empty; none if the version table exists
	 * @throws SQLException if the database cannot be asked
	 */
	List<OtherHistory> otherHistories(Connection connection, String schema, String versionTable) throws SQLException;

}
