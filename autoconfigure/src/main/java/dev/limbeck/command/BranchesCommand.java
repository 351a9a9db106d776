package dev.limbeck.command;

import java.util.List;

import dev.limbeck.revision.Revision;
import dev.limbeck.script.RevisionScripts;

/**
 * Shows the branch points.
 */
final class BranchesCommand {

	private final Environment environment;

	BranchesCommand(Environment environment) {
		this.environment = environment;
	}

	List<BranchEntry> run() {
		RevisionScripts scripts = this.environment.load();
		RevisionEntries entries = RevisionEntries.of(scripts);
		return scripts.graph().branchPoints().stream().map((point) -> describe(point, scripts, entries)).toList();
	}

	private static BranchEntry describe(Revision branchPoint, RevisionScripts scripts, RevisionEntries entries) {
		List<Revision> children = scripts.graph()
			.children(branchPoint.id())
			.stream()
			.map(scripts.graph()::get)
			.toList();
		return new BranchEntry(entries.describe(branchPoint), entries.describe(children));
	}

}
