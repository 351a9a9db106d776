package dev.limbeck.command;

import java.util.List;

import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.script.RevisionScripts;

/**
 * Shows the heads.
 */
final class HeadsCommand {

	private final Environment environment;

	HeadsCommand(Environment environment) {
		this.environment = environment;
	}

	List<RevisionEntry> run(boolean resolveDependencies) {
		RevisionScripts scripts = this.environment.load();
		RevisionGraph graph = scripts.graph();
		return RevisionEntries.of(scripts).describe(resolveDependencies ? graph.effectiveHeads() : graph.heads());
	}

}
