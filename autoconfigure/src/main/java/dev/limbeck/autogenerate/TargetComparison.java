package dev.limbeck.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.limbeck.autogenerate.shadow.ShadowDatabase;
import dev.limbeck.autogenerate.shadow.ShadowDatabaseException;
import dev.limbeck.autogenerate.shadow.ShadowDatabases;
import dev.limbeck.compare.ComparisonOptions;
import dev.limbeck.compare.RenameCandidate;
import dev.limbeck.compare.SchemaComparator;
import dev.limbeck.dialect.DependentObject;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.InspectionScope;
import dev.limbeck.dialect.NormalizedTarget;
import dev.limbeck.dialect.RefusedTargetException;
import dev.limbeck.dialect.TargetNormalizer;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.metadata.TargetMetadata;
import dev.limbeck.metadata.TargetSchema;
import dev.limbeck.metadata.UnreadableModelException;
import dev.limbeck.revision.UpgradeRequest;
import dev.limbeck.runtime.ConnectionSource;
import dev.limbeck.runtime.DatabaseAccess;
import dev.limbeck.runtime.MessageSettings;
import dev.limbeck.runtime.MigrationRunner;
import dev.limbeck.runtime.MigrationSettings;
import dev.limbeck.runtime.ObservedConnections;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;

/**
 * Compares what the application's model asks for with what the revisions make, or with
 * the database.
 *
 * @since 0.1.0
 */
public final class TargetComparison {

	private final ComparedApplication application;

	private final AutogenerateSettings settings;

	/**
	 * Create a comparison.
	 * @param application what is compared
	 */
	public TargetComparison(ComparedApplication application) {
		this.application = application;
		this.settings = application.autogenerate();
	}

	/**
	 * Compare.
	 * @param request what with
	 * @return what differs
	 * @throws NoTargetMetadataException if the application has no model
	 * @throws DatabaseNotAtHeadsException if the database is to be compared and lacks
	 * revisions
	 * @throws ComparisonException if they cannot be compared
	 */
	public ModelComparison run(ComparisonRequest request) {
		try {
			return compare(request);
		}
		catch (UnreadableModelException ex) {
			throw ComparisonException.unreadable(ex);
		}
	}

	private ModelComparison compare(ComparisonRequest request) {
		List<TargetMetadata> targets = this.settings.targets().get();
		if (targets.isEmpty()) {
			throw new NoTargetMetadataException();
		}
		targets.forEach(TargetMetadata::prepare);
		ComparedSchemas schemas = request.fromDatabase() ? readDatabase(targets, request)
				: replayRevisions(targets, request);
		return compare(schemas, options(targets), schemas.renameWords().parse(request.renames()));
	}

	private ComparisonOptions options(List<TargetMetadata> targets) {
		ComparisonOptions options = this.settings.comparison().get();
		options = options
			.unmapped(options.unmapped().naming(this.application.settings().operations().namingConvention()));
		return targets.stream().anyMatch(TargetMetadata::isComplete) ? options.completeTarget() : options;
	}

	private static ModelComparison compare(ComparedSchemas schemas, ComparisonOptions options, List<SaidRename> said) {
		List<RenameCandidate> meant = said.stream()
			.flatMap((each) -> each.meanings().stream())
			.map(SaidRename.Meaning::rename)
			.toList();
		List<RenameCandidate> possible = said.stream().flatMap((each) -> each.possible(meant).stream()).toList();
		ModelComparison comparison = schemas.compare(options.renames(options.renames().and(possible)));
		said.forEach((each) -> each.verify(comparison.comparison()));
		return comparison;
	}

	private ComparedSchemas readDatabase(List<TargetMetadata> targets, ComparisonRequest request) {
		ObservedConnections connections = new ObservedConnections(this.application.connections().get());
		List<String> rows = runner(this.application.settings()).readHeads(connections).stream().sorted().toList();
		String database = String.valueOf(connections.database());
		List<String> missing = this.application.scripts()
			.load()
			.graph()
			.planUpgrade(rows, "heads")
			.steps()
			.stream()
			.map((step) -> step.revision().id())
			.toList();
		if (!missing.isEmpty()) {
			throw new DatabaseNotAtHeadsException(database, rows, missing);
		}
		return read(connections, new Compared(database, true, request.renames()), targets);
	}

	private ComparedSchemas replayRevisions(List<TargetMetadata> targets, ComparisonRequest request) {
		ShadowDatabases shadows = this.settings.shadows();
		if (shadows == null) {
			throw ComparisonException.noShadow();
		}
		return shadows.use((shadow) -> {
			replay(shadow);
			return read(shadow.connections(), new Compared(shadow.description(), shadow.isShared(), request.renames()),
					targets);
		});
	}

	private MigrationRunner runner(MigrationSettings settings) {
		return new MigrationRunner(this.application.dialect(), this.application.scripts(), settings);
	}

	// Listeners do not see these steps, which happen to a database of the comparison's,
	// nor
	// of their end
	private void replay(ShadowDatabase shadow) {
		try {
			MigrationSettings settings = this.application.settings()
				.toBuilder()
				.messages(MessageSettings.defaults())
				.build();
			new MigrationRunner(this.application.dialect(), this.application.scripts(), settings,
					List.of(new RecordingListener(shadow)))
				.onPassingDatabase()
				.upgrade(shadow.connections(), UpgradeRequest.to("heads"));
		}
		catch (ShadowDatabaseException ex) {
			throw ex;
		}
		catch (MigrationException ex) {
			throw ShadowDatabaseException.of(shadow, ex);
		}
	}

	private ComparedSchemas read(ConnectionSource connections, Compared database, List<TargetMetadata> targets) {
		try {
			return new DatabaseAccess(this.application.dialect(), this.application.settings()).use(connections,
					(connection) -> read(connection, database, targets));
		}
		catch (RefusedTargetException ex) {
			throw ComparisonException.refused(ex);
		}
	}

	private ComparedSchemas read(Connection connection, Compared compared, List<TargetMetadata> targets)
			throws SQLException {
		String database = compared.name();
		int version = connection.getMetaData().getDatabaseMajorVersion();
		Dialect dialect = this.application.dialect();
		String defaultSchema = defaultSchema(connection, database, dialect);
		TargetSchema asked = TargetSchema.of(targets, version, defaultSchema);
		InspectionScope present = scope(connection, database, this.application, asked.schema());
		Set<String> former = former(asked.schema(), compared, present);
		InspectionScope scope = present.and(former);
		Schema actual = dialect.schemaInspector().inspect(connection, scope);
		TargetSchema target = new MappedTables(defaultSchema,
				dialect.schemaInspector().otherRelations(connection, scope))
			.of(asked);
		NormalizedTarget normalized = normalize(connection, scope, target.schema(), actual, compared);
		WrittenNames names = WrittenNames.read(dialect.schemaInspector(), connection, defaultSchema,
				List.of(actual, normalized.declared()));
		boolean needed = new SchemaComparator(dialect.typeRules(), version, options(targets)).needsDependents(actual,
				normalized);
		List<DependentObject> dependents = needed ? dialect.schemaInspector().dependents(connection, scope) : List.of();
		return new ComparedSchemas(dialect.typeRules(), version, database, names.of(actual), names.of(normalized),
				names.of(dependents), names.of(target.ignored()), target.notes(), former);
	}

	private NormalizedTarget normalize(Connection connection, InspectionScope scope, Schema target, Schema actual,
			Compared database) throws SQLException {
		TargetNormalizer normalizer = this.application.dialect()
			.targetNormalizer(this.application.settings().operations().namingConvention());
		try {
			return (database.shared() ? normalizer : normalizer.onPrivateDatabase()).normalize(connection, scope,
					target, actual);
		}
		catch (SQLException ex) {
			if (this.application.dialect().isMissingPrivilege(ex)) {
				throw ComparisonException.mayNotCreate(connection.getMetaData().getUserName(), database.name(), ex);
			}
			throw ex;
		}
	}

	private Set<String> former(Schema target, Compared compared, InspectionScope present) {
		Set<String> former = new HashSet<>(new SchemaNames(target).former(compared.renames()));
		former.removeIf(
				(schema) -> present.schemas().contains(schema) || this.application.dialect().isOfTheServer(schema));
		return former;
	}

	static String defaultSchema(Connection connection, String database, Dialect dialect) throws SQLException {
		String schema = dialect.defaultSchema(connection);
		if (schema == null) {
			throw ComparisonException.noDefaultSchema(database);
		}
		if (dialect.isOfTheServer(schema)) {
			throw ComparisonException.schemaOfTheServer(schema, database);
		}
		return schema;
	}

	static InspectionScope scope(Connection connection, String database, ComparedApplication application, Schema target)
			throws SQLException {
		Set<String> schemas = new HashSet<>(application.autogenerate().schemas());
		schemas.stream().filter(application.dialect()::isOfTheServer).findFirst().ifPresent((schema) -> {
			throw ComparisonException.comparedSchemaOfTheServer(schema);
		});
		schemas.addAll(new SchemaNames(target).all());
		MigrationSettings migrations = application.settings();
		Set<QualifiedName> mapped = Set.copyOf(target.tables().stream().map(Table::name).toList());
		return new InspectionScope(defaultSchema(connection, database, application.dialect()), schemas, mapped,
				Set.of(migrations.versionTable(), migrations.historyTable()));
	}

	/**
	 * What the model is compared with.
	 *
	 * @param name what it is called
	 * @param shared whether there may be roles that must not be trusted
	 * @param renames what is said to have been renamed there
	 */
	private record Compared(String name, boolean shared, List<String> renames) {
	}

}
