package dev.limbeck.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.limbeck.dialect.DatabaseContents;
import dev.limbeck.dialect.DependentObject;
import dev.limbeck.dialect.FurtherObject;
import dev.limbeck.dialect.InspectionScope;
import dev.limbeck.dialect.SchemaInspector;
import dev.limbeck.dialect.SystemNames;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;

/**
 * Reads PostgreSQL 14 to 18 in ten queries.
 */
final class PostgresqlSchemaInspector implements SchemaInspector {

	private static final int ATTEMPTS = 5;

	private static final Log logger = HarmlessLog.of(PostgresqlSchemaInspector.class);

	@Override
	public Schema inspect(Connection connection, InspectionScope scope) throws SQLException {
		return repeat(connection, scope, (reader) -> read(reader, new RelationCatalog(reader)));
	}

	@Override
	public DatabaseContents contents(Connection connection, InspectionScope scope) throws SQLException {
		return repeat(connection, scope.wholly(), PostgresqlSchemaInspector::readContents);
	}

	private static <T> T repeat(Connection connection, InspectionScope scope, Reading<T> reading) throws SQLException {
		boolean own = connection.getAutoCommit();
		for (int attempt = 1; own && attempt < ATTEMPTS; attempt++) {
			try {
				return read(connection, scope, reading);
			}
			catch (CatalogChangedException ex) {
				logger.debug("The database was changed while it was read, reading it again");
			}
		}
		return read(connection, scope, reading);
	}

	@Override
	public List<DependentObject> dependents(Connection connection, InspectionScope scope) throws SQLException {
		return repeat(connection, scope, DependentCatalog::read);
	}

	@Override
	public Map<QualifiedName, String> otherRelations(Connection connection, InspectionScope scope) throws SQLException {
		try (CatalogTransaction transaction = CatalogTransaction.begin(connection)) {
			return OtherRelations.read(transaction.reader(scope));
		}
	}

	@Override
	public SystemNames systemNames(Connection connection, String defaultSchema, Set<String> names) throws SQLException {
		return SystemCatalog.read(connection, defaultSchema, names);
	}

	private static <T> T read(Connection connection, InspectionScope scope, Reading<T> reading) throws SQLException {
		try (CatalogTransaction transaction = CatalogTransaction.begin(connection)) {
			return reading.read(transaction.reader(scope));
		}
	}

	private static DatabaseContents readContents(CatalogReader reader) throws SQLException {
		RelationCatalog relations = new RelationCatalog(reader);
		Schema schema = read(reader, relations);
		ObjectCatalog objects = new ObjectCatalog(reader);
		List<FurtherObject> further = new FurtherCatalog(reader, relations, objects).all();
		return new DatabaseContents(schema, further, objects.needs(schema), new LeftOutCatalog(reader, relations).all(),
				new DatabaseContents.Surroundings("SET LOCAL check_function_bodies = off",
						"SET LOCAL check_function_bodies = on"));
	}

	private static Schema read(CatalogReader reader, RelationCatalog relations) throws SQLException {
		TypeCatalog types = new TypeCatalog(reader);
		Set<Long> tables = relations.kept().keySet();
		ConstraintCatalog constraints = new ConstraintCatalog(reader, tables);
		Set<Long> withReferred = new HashSet<>(tables);
		constraints.referredTables().forEach(withReferred::add);
		SequenceCatalog sequences = new SequenceCatalog(reader, relations);
		ColumnCatalog columns = new ColumnCatalog(reader, sequences, withReferred);
		IndexCatalog indexes = new IndexCatalog(reader, columns, tables);
		TableAssembly assembly = new TableAssembly(relations, columns, constraints, indexes, sequences);
		List<Table> assembled = assembly.tables();
		List<MaterializedView> views = assembly.materializedViews();
		return new Schema(types.namespaces(), types.extensions(), types.enumTypes(), sequences.sequences(), assembled,
				relations.views(), views, types.routines(), types.domains());
	}

	/**
	 * Makes something of the catalog.
	 *
	 * @param <T> what it makes
	 */
	private interface Reading<T> {

		T read(CatalogReader reader) throws SQLException;

	}

}
