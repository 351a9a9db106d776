package dev.limbeck.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.limbeck.compare.ComparisonOptions;
import dev.limbeck.compare.SchemaCreation;
import dev.limbeck.dialect.DatabaseContents;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.InspectionScope;
import dev.limbeck.dialect.LeftOutObjects;
import dev.limbeck.dialect.NormalizedTarget;
import dev.limbeck.metadata.IgnoredObjects;
import dev.limbeck.runtime.DatabaseAccess;
import dev.limbeck.runtime.ObservedConnections;
import dev.limbeck.schema.Schema;

/**
 * Reads a database as what an empty one lacks.
 *
 * @since 0.1.0
 */
public final class DatabaseReading {

	private final ComparedApplication application;

	/**
	 * Create a reading.
	 * @param application whose database is read
	 */
	public DatabaseReading(ComparedApplication application) {
		this.application = application;
	}

	/**
	 * Read the database.
	 * @return what it has
	 * @throws ComparisonException if it cannot be read
	 */
	public Contents read() {
		ObservedConnections connections = new ObservedConnections(this.application.connections().get());
		return new DatabaseAccess(this.application.dialect(), this.application.settings()).use(connections,
				(connection) -> read(connection, String.valueOf(connections.database())));
	}

	private Contents read(Connection connection, String database) throws SQLException {
		Dialect dialect = this.application.dialect();
		InspectionScope scope = TargetComparison.scope(connection, database, this.application, Schema.EMPTY);
		DatabaseContents contents = written(connection, scope, dialect.schemaInspector().contents(connection, scope));
		Schema schema = withoutNamespace(contents.schema(), scope.defaultSchema());
		ComparedSchemas compared = new ComparedSchemas(dialect.typeRules(),
				connection.getMetaData().getDatabaseMajorVersion(), database, Schema.EMPTY, NormalizedTarget.of(schema),
				List.of(), IgnoredObjects.NONE, List.of(), Set.of());
		ComparisonOptions options = this.application.autogenerate().comparison().get();
		DatabaseContents created = new DatabaseContents(schema, contents.further(), contents.needs(),
				contents.leftOut(), contents.unchecked());
		return new Contents(missing(contents.schema()), contents.leftOut(),
				new ModelComparison(compared, options, new SchemaCreation(created, options).comparison()));
	}

	private List<String> missing(Schema schema) {
		Set<String> missing = new TreeSet<>(this.application.autogenerate().schemas());
		schema.namespaces().forEach((namespace) -> missing.remove(namespace.name()));
		return List.copyOf(missing);
	}

	private DatabaseContents written(Connection connection, InspectionScope scope, DatabaseContents contents)
			throws SQLException {
		return WrittenNames
			.read(this.application.dialect().schemaInspector(), connection, scope.defaultSchema(),
					List.of(contents.schema()))
			.of(contents);
	}

	// Whatever database the revision is run in has a schema for names without one
	private static Schema withoutNamespace(Schema schema, String name) {
		return new Schema(schema.namespaces().stream().filter((each) -> !each.name().equals(name)).toList(),
				schema.extensions(), schema.enumTypes(), schema.sequences(), schema.tables(), schema.views(),
				schema.materializedViews(), schema.routines(), schema.domains());
	}

	/**
	 * What a database has.
	 *
	 * @param missing the schemas that were to be read and are not there, by name
	 * @param leftOut what was not read, by kind
	 * @param comparison what an empty database lacks
	 */
	public record Contents(List<String> missing, List<LeftOutObjects> leftOut, ModelComparison comparison) {

		/**
		 * Create contents.
		 * @param missing the schemas that are not there
		 * @param leftOut what was not read
		 * @param comparison what an empty database lacks
		 */
		public Contents {
			missing = List.copyOf(missing);
			leftOut = List.copyOf(leftOut);
		}

	}

}
