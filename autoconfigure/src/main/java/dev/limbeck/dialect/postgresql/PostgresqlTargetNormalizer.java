package dev.limbeck.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import dev.limbeck.dialect.InspectionScope;
import dev.limbeck.dialect.NamingConvention;
import dev.limbeck.dialect.NormalizedTarget;
import dev.limbeck.dialect.TargetNormalizer;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;

/**
 * Has PostgreSQL print the expressions of a target that are not in the database word for
 * word, by creating it in schemas of its own in a transaction that is rolled back.
 */
final class PostgresqlTargetNormalizer implements TargetNormalizer {

	private final NamingConvention naming;

	private final boolean shared;

	PostgresqlTargetNormalizer(NamingConvention naming) {
		this(naming, true);
	}

	private PostgresqlTargetNormalizer(NamingConvention naming, boolean shared) {
		this.naming = naming;
		this.shared = shared;
	}

	@Override
	public TargetNormalizer onPrivateDatabase() {
		return new PostgresqlTargetNormalizer(this.naming, false);
	}

	@Override
	public NormalizedTarget normalize(Connection connection, InspectionScope scope, Schema target, Schema database)
			throws SQLException {
		Schema declared = new TargetResolution(scope, this.naming).resolve(target);
		new TargetNames().check(declared);
		new TargetTypes(declared, database).check(connection);
		UnverifiedTarget doubt = new UnverifiedTarget(declared, database);
		List<Table> doubtful = doubt.tables();
		if (doubtful.isEmpty() && !doubt.isAboutQueries()) {
			return new NormalizedTarget(declared, withTables(declared, doubt::settled), scope.defaultSchema());
		}
		try (TrialTransaction transaction = TrialTransaction.begin(connection)) {
			TrialNames names = new TrialNames(scope, declared);
			transaction.createSchemas(names,
					TrialPath.find(connection, this.shared, scope.defaultSchema(), database.extensions()));
			int version = connection.getMetaData().getDatabaseMajorVersion();
			TrialSchema scratch = new TrialSchema(transaction, names, new PostgresqlDdlWriter(version, this.naming));
			scratch.createExtensions(missing(declared.extensions(), database.extensions()));
			scratch.create(declared, doubtful);
			Schema printed = new PostgresqlSchemaInspector().inspect(connection, scope(names, doubtful));
			return new NormalizedTarget(declared, printed(declared, doubt, doubtful, new TrialResult(names, printed)),
					scope.defaultSchema());
		}
	}

	private static List<Extension> missing(List<Extension> wanted, List<Extension> installed) {
		Set<String> names = installed.stream().map(Extension::name).collect(Collectors.toSet());
		return wanted.stream().filter((extension) -> !names.contains(extension.name())).toList();
	}

	private static Schema printed(Schema declared, UnverifiedTarget doubt, List<Table> doubtful, TrialResult result) {
		Set<QualifiedName> created = new HashSet<>();
		doubtful.forEach((table) -> created.add(table.name()));
		Schema tables = withTables(declared,
				(table) -> created.contains(table.name()) ? result.table(table) : doubt.settled(table));
		return new Schema(tables.namespaces(), tables.extensions(), tables.enumTypes(), tables.sequences(),
				tables.tables(), declared.views().stream().map(result::view).toList(),
				declared.materializedViews().stream().map(result::view).toList(), result.routines(declared.routines()),
				tables.domains());
	}

	private static Schema withTables(Schema target, UnaryOperator<Table> tables) {
		return new Schema(target.namespaces(), target.extensions(), target.enumTypes(), target.sequences(),
				target.tables().stream().map(tables).toList(), target.views(), target.materializedViews(),
				target.routines(), target.domains());
	}

	private static InspectionScope scope(TrialNames names, List<Table> tables) {
		Set<QualifiedName> mapped = new LinkedHashSet<>();
		for (Table table : tables) {
			QualifiedName there = names.there(table.name());
			mapped.add(QualifiedName.of(names.defaultSchema().equals(there.schema()) ? null : there.schema(),
					there.name()));
		}
		return new InspectionScope(names.defaultSchema(), Set.copyOf(names.schemas()), mapped, Set.of());
	}

}
