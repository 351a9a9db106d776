package dev.limbeck.command;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.autogenerate.DatabaseReading;
import dev.limbeck.autogenerate.DatabaseReading.Contents;
import dev.limbeck.autogenerate.ModelComparison;
import dev.limbeck.compare.RevisionDirectives;
import dev.limbeck.dialect.LeftOutObjects;
import dev.limbeck.failure.InvalidRequestException;
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
		Contents read = new DatabaseReading(this.environment.compared(this.environment.scripts())).read();
		ModelComparison comparison = read.comparison();
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

	private static List<String> warnings(ModelComparison comparison, Contents read) {
		List<String> warnings = new ArrayList<>(comparison.warnings());
		if (!read.missing().isEmpty()) {
			warnings.add("The database has no schema of the name " + String.join(", ", read.missing())
					+ ", which migrations.autogenerate.schemas has. If it is misspelt, correct it and generate again.");
		}
		read.leftOut().forEach((objects) -> warnings.add(warning(objects)));
		return warnings;
	}

	private static String warning(LeftOutObjects objects) {
		return "The revision leaves out " + objects.kind() + ": " + String.join(", ", objects.names()) + ". "
				+ objects.action();
	}

}
