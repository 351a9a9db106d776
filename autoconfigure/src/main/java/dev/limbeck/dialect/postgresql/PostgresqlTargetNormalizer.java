package dev.limbeck.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.limbeck.dialect.InspectionScope;
import dev.limbeck.dialect.NamingConvention;
import dev.limbeck.dialect.NormalizedTarget;
import dev.limbeck.dialect.TargetNormalizer;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Has PostgreSQL print the expressions of a target that are not in the database word for
 * word, by creating it in schemas of its own in a transaction that is rolled back.
 */
final class PostgresqlTargetNormalizer implements TargetNormalizer {

	private final NamingConvention naming;

	PostgresqlTargetNormalizer(NamingConvention naming) {
		this.naming = naming;
	}

	@Override
	public NormalizedTarget normalize(Connection connection, InspectionScope scope, Schema target, Schema database)
			throws SQLException {
		Schema declared = new TargetResolution(scope, this.naming).resolve(target);
		Map<QualifiedName, Table> actual = new HashMap<>();
		database.tables().forEach((table) -> actual.put(table.name(), table));
		Set<Table> doubtful = doubtful(declared, actual);
		if (doubtful.isEmpty() && !hasQueries(declared)) {
			return new NormalizedTarget(declared, settled(declared, actual, doubtful, null));
		}
		try (ScratchTransaction transaction = ScratchTransaction.begin(connection)) {
			ScratchNames names = new ScratchNames(scope, declared);
			transaction.createSchemas(names.schemas(), scope.defaultSchema());
			int version = connection.getMetaData().getDatabaseMajorVersion();
			new ScratchSchema(transaction, names, new PostgresqlDdlWriter(version, this.naming)).create(declared,
					doubtful);
			Schema printed = new PostgresqlSchemaInspector().inspect(connection, scope(names, doubtful));
			ScratchResult result = new ScratchResult(names, printed);
			return new NormalizedTarget(declared, settled(declared, actual, doubtful, result));
		}
	}

	private static boolean hasQueries(Schema target) {
		return !target.views().isEmpty() || !target.materializedViews().isEmpty() || !target.routines().isEmpty();
	}

	// Views name tables that only the server can tell
	private static Set<Table> doubtful(Schema target, Map<QualifiedName, Table> actual) {
		Set<Table> doubtful = new LinkedHashSet<>();
		Set<QualifiedName> wanted = new LinkedHashSet<>(target.tables().stream().map(Table::name).toList());
		boolean maybeRenamed = !wanted.containsAll(actual.keySet());
		boolean all = !target.views().isEmpty() || !target.materializedViews().isEmpty();
		for (Table table : target.tables()) {
			Table known = actual.get(table.name());
			boolean compared = known != null || maybeRenamed;
			if (all || (compared && new TableDoubt(table, known).exists())) {
				doubtful.add(table);
			}
		}
		return doubtful;
	}

	private static Schema settled(Schema declared, Map<QualifiedName, Table> actual, Set<Table> doubtful,
			@Nullable ScratchResult result) {
		List<Table> tables = declared.tables()
			.stream()
			.map((table) -> (result != null && doubtful.contains(table)) ? result.table(table)
					: new TableDoubt(table, actual.get(table.name())).settled())
			.toList();
		if (result == null) {
			return new Schema(declared.namespaces(), declared.extensions(), declared.enumTypes(), declared.sequences(),
					tables, List.of(), List.of(), List.of(), declared.domains());
		}
		return new Schema(declared.namespaces(), declared.extensions(), declared.enumTypes(), declared.sequences(),
				tables, declared.views().stream().map(result::view).toList(),
				declared.materializedViews().stream().map(result::view).toList(), result.routines(declared.routines()),
				declared.domains());
	}

	private static InspectionScope scope(ScratchNames names, Set<Table> tables) {
		Set<QualifiedName> mapped = new LinkedHashSet<>();
		for (Table table : tables) {
			QualifiedName there = names.there(table.name());
			mapped.add(QualifiedName.of(names.defaultSchema().equals(there.schema()) ? null : there.schema(),
					there.name()));
		}
		return new InspectionScope(names.defaultSchema(), Set.copyOf(names.schemas()), mapped, Set.of());
	}

}
