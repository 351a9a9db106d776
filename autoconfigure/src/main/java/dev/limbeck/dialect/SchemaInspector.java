package dev.limbeck.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;

/**
 * Reads what a database looks like. It writes nothing, reads no row of a table, and takes
 * a fixed number of queries however large the database is.
 *
 * @since 0.1.0
 */
public interface SchemaInspector {

	/**
	 * Read what a database looks like. What is in the default schema is named without a
	 * schema, everything else with its own. Expressions are those that the server prints,
	 * with every name qualified that is not the server's own.
	 * @param connection the connection, which is left as it was; a transaction that is
	 * open stays open
	 * @param scope what to read
	 * @return what is there
	 * @throws SQLException if the server refuses
	 */
	Schema inspect(Connection connection, InspectionScope scope) throws SQLException;

	/**
	 * Read everything that a database has, under the very names that it has there: what
	 * other tools have created for themselves, except the bookkeeping of migration tools;
	 * partitions and tables that inherit; and what there are no operations for.
	 * @param connection the connection, which is left as it was
	 * @param scope where to read
	 * @return what is there
	 * @throws SQLException if the server refuses
	 */
	DatabaseContents contents(Connection connection, InspectionScope scope) throws SQLException;

	/**
	 * Read what depends on tables, views, sequences, their columns, constraints, indexes
	 * and rows, on enum types and on routines, as far as the server refuses to drop or
	 * change these while it is there, or drops both.
	 * @param connection the connection, which is left as it was
	 * @param scope where these are
	 * @return what depends on them, wherever it is
	 * @throws SQLException if the server refuses
	 */
	List<DependentObject> dependents(Connection connection, InspectionScope scope) throws SQLException;

	/**
	 * Read what has the name of a table that the application has mapped, and is none.
	 * @param connection the connection, which is left as it was
	 * @param scope which tables are mapped
	 * @return what it is, such as {@code view}, by its name
	 * @throws SQLException if the server refuses
	 */
	Map<QualifiedName, String> otherRelations(Connection connection, InspectionScope scope) throws SQLException;

	/**
	 * Find the names by which the server finds objects of its own rather than those of
	 * the default schema.
	 * @param connection the connection, which is left as it was
	 * @param defaultSchema the schema that names without one are in
	 * @param names the names to look for
	 * @return those of them that the server has
	 * @throws SQLException if the server refuses
	 */
	SystemNames systemNames(Connection connection, String defaultSchema, Set<String> names) throws SQLException;

}
