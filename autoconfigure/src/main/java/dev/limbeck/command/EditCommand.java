package dev.limbeck.command;

import java.nio.file.Path;
import java.util.List;

import dev.limbeck.failure.InvalidRequestException;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.script.SourceDirectories;

/**
 * Finds the source files of revisions.
 */
final class EditCommand {

	private final Environment environment;

	EditCommand(Environment environment) {
		this.environment = environment;
	}

	List<Path> run(String target) {
		SourceDirectories sources = this.environment.sourceTree().find();
		RevisionGraph graph = sources.scripts().load().graph();
		List<String> rows = RevisionGraph.needsCurrentHeads(target) ? this.environment.readRows() : List.of();
		List<Revision> revisions = graph.show(rows, target);
		if (revisions.isEmpty()) {
			throw new InvalidRequestException("There is no revision file for '" + target + "'",
					"Name a revision, a branch label or 'heads'.");
		}
		return revisions.stream().map(sources::fileOf).toList();
	}

}
