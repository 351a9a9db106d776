package dev.limbeck.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.limbeck.compare.ComparisonOptions;
import dev.limbeck.compare.RevisionDirectives;
import dev.limbeck.compare.SchemaCreation;
import dev.limbeck.dialect.DatabaseContents;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.InspectionScope;
import dev.limbeck.dialect.LeftOutObjects;
import dev.limbeck.dialect.NormalizedTarget;
import dev.limbeck.metadata.IgnoredObjects;
import dev.limbeck.runtime.DatabaseAccess;
import dev.limbeck.schema.Schema;
import dev.limbeck.script.RevisionFormat;
import dev.limbeck.script.SourceDirectories;

/**
 * Writes a first revision that creates what a database has.
 */
final class GenerateCommand {

	private static final String NEW_BASE = "base";

	private final Environment environment;

	GenerateCommand(Environment environment) {
		this.environment = environment;
	}

	AutogenerateResult run(GenerateRequest request) {
		NewRevisionRequest revision = place(request.revision());
		AutogenerateCommand autogenerate = new AutogenerateCommand(this.environment);
		RevisionFormat format = autogenerate.format(revision.format());
		SourceDirectories sources = this.environment.sourceTree().find(request.dryRun(), this.environment.scripts());
		requireFirst(sources, revision);
		new RevisionDrafts(sources).draft(revision);
		Contents read = read();
		ModelComparison comparison = read.comparison(this.environment.autogenerate().comparison().get());
		List<RevisionDirectives> directives = autogenerate.directives(comparison, true);
		List<GeneratedRevision> revisions = new RevisionGeneration(sources,
				this.environment.sourceTree().writer(sources), autogenerate.rendering(comparison, format, true), format)
			.run(revision, directives, request.dryRun());
		return new AutogenerateResult(revisions, comparison.differences(), List.of(), warnings(comparison, read),
				comparison.database(), false, false);
	}

	private static NewRevisionRequest place(NewRevisionRequest asked) {
		return (asked.message() != null) ? asked
				: new NewRevisionRequest(GenerateRequest.DEFAULT_MESSAGE, asked.head(), asked.splice(),
						asked.branchLabels(), asked.versionPath(), asked.revId(), asked.dependsOn(), asked.format());
	}

	// Behind other revisions it would create once more what they create
	private static void requireFirst(SourceDirectories sources, NewRevisionRequest request) {
		int size = sources.scripts().load().graph().size();
		if (size > 0 && !request.head().equals(NEW_BASE)) {
			throw new InvalidRequestException(
					"There " + ((size == 1) ? "is a revision" : "are " + size + " revisions")
							+ " already, and a generated one is the first of its line",
					"For what the model asks for beyond them, give 'revision --autogenerate'. For a line of its own, give "
							+ "--head base, and a --branch-label.");
		}
	}

	private Contents read() {
		ObservedConnections connections = new ObservedConnections(this.environment.connections());
		return new DatabaseAccess(this.environment.dialect(), this.environment.settings()).use(connections,
				(connection) -> read(connection, String.valueOf(connections.database())));
	}

	private Contents read(Connection connection, String database) throws SQLException {
		Dialect dialect = this.environment.dialect();
		InspectionScope scope = TargetComparison.scope(connection, database, this.environment, Schema.EMPTY);
		DatabaseContents contents = written(connection, scope, dialect.schemaInspector().contents(connection, scope));
		Schema schema = withoutNamespace(contents.schema(), scope.defaultSchema());
		ComparedSchemas compared = new ComparedSchemas(dialect.typeRules(),
				connection.getMetaData().getDatabaseMajorVersion(), database, Schema.EMPTY, NormalizedTarget.of(schema),
				List.of(), IgnoredObjects.NONE, List.of(), Set.of());
		Set<String> missing = new TreeSet<>(this.environment.autogenerate().schemas());
		contents.schema().namespaces().forEach((namespace) -> missing.remove(namespace.name()));
		return new Contents(List.copyOf(missing), new DatabaseContents(schema, contents.further(), contents.needs(),
				contents.leftOut(), contents.unchecked()), compared);
	}

	private DatabaseContents written(Connection connection, InspectionScope scope, DatabaseContents contents)
			throws SQLException {
		return WrittenNames
			.read(this.environment.dialect().schemaInspector(), connection, scope.defaultSchema(),
					List.of(contents.schema()))
			.of(contents);
	}

	// Whatever database the revision is run in has a schema for names without one
	private static Schema withoutNamespace(Schema schema, String name) {
		return new Schema(schema.namespaces().stream().filter((each) -> !each.name().equals(name)).toList(),
				schema.extensions(), schema.enumTypes(), schema.sequences(), schema.tables(), schema.views(),
				schema.materializedViews(), schema.routines(), schema.domains());
	}

	private static List<String> warnings(ModelComparison comparison, Contents read) {
		List<String> warnings = new ArrayList<>(comparison.warnings());
		if (!read.missing().isEmpty()) {
			warnings.add("The database has no schema of the name " + String.join(", ", read.missing())
					+ ", which migrations.autogenerate.schemas has. If it is misspelt, correct it and generate again.");
		}
		read.contents().leftOut().forEach((objects) -> warnings.add(warning(objects)));
		return warnings;
	}

	private static String warning(LeftOutObjects objects) {
		return "The revision leaves out " + objects.kind() + ": " + String.join(", ", objects.names()) + ". "
				+ objects.action();
	}

	/**
	 * What was read.
	 *
	 * @param missing the schemas that were to be read and are not there
	 * @param contents what the database has
	 * @param schemas the same as what an empty database lacks
	 */
	private record Contents(List<String> missing, DatabaseContents contents, ComparedSchemas schemas) {

		ModelComparison comparison(ComparisonOptions options) {
			return new ModelComparison(this.schemas, options, new SchemaCreation(this.contents, options).comparison());
		}

	}

}
