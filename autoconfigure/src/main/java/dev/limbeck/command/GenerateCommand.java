package dev.limbeck.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.limbeck.compare.RevisionDirectives;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.InspectionScope;
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
		SourceDirectories sources = this.environment.sourceTree().find();
		requireFirst(sources, revision);
		new RevisionDrafts(sources).draft(revision);
		ComparedSchemas schemas = read();
		ModelComparison comparison = schemas
			.compare(this.environment.autogenerate().comparison().get().completeTarget());
		List<RevisionDirectives> directives = autogenerate.directives(comparison, true);
		List<GeneratedRevision> revisions = new RevisionGeneration(sources,
				this.environment.sourceTree().writer(sources), autogenerate.rendering(comparison, format, true), format)
			.run(revision, directives, request.dryRun());
		return new AutogenerateResult(revisions, comparison.differences(), List.of(), warnings(comparison, schemas),
				schemas.database(), false, false);
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

	private ComparedSchemas read() {
		ObservedConnections connections = new ObservedConnections(this.environment.connections());
		return new DatabaseAccess(this.environment.dialect(), this.environment.settings()).use(connections,
				(connection) -> read(connection, String.valueOf(connections.database())));
	}

	private ComparedSchemas read(Connection connection, String database) throws SQLException {
		Dialect dialect = this.environment.dialect();
		InspectionScope scope = TargetComparison.scope(connection, database, this.environment, Schema.EMPTY);
		Schema actual = withoutNamespace(dialect.schemaInspector().inspect(connection, scope), scope.defaultSchema());
		return new ComparedSchemas(dialect.typeRules(), connection.getMetaData().getDatabaseMajorVersion(), database,
				Schema.EMPTY, NormalizedTarget.of(actual), IgnoredObjects.NONE);
	}

	// Whatever database the revision is run in has a schema for names without one
	private static Schema withoutNamespace(Schema schema, String name) {
		return new Schema(schema.namespaces().stream().filter((each) -> !each.name().equals(name)).toList(),
				schema.extensions(), schema.enumTypes(), schema.sequences(), schema.tables(), schema.views(),
				schema.materializedViews(), schema.routines(), schema.domains());
	}

	private static List<String> warnings(ModelComparison comparison, ComparedSchemas schemas) {
		List<String> warnings = new ArrayList<>(comparison.warnings());
		schemas.target()
			.declared()
			.domains()
			.forEach((domain) -> warnings.add("The domain " + domain.name()
					+ " is not created by the revision. If a column has its type, put a CREATE DOMAIN before the others."));
		return warnings;
	}

}
