package dev.limbeck.command;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.script.RevisionScript;
import dev.limbeck.script.RevisionScripts;
import org.jspecify.annotations.Nullable;

/**
 * Describes revisions.
 */
final class RevisionEntries {

	private final RevisionScripts scripts;

	private final RevisionGraph graph;

	private final Map<String, Set<String>> labels;

	private final Set<String> heads;

	private final Set<String> effectiveHeads;

	private final @Nullable Set<String> rows;

	private final @Nullable Set<String> applied;

	private RevisionEntries(RevisionScripts scripts, @Nullable Set<String> rows, @Nullable Set<String> applied) {
		this.scripts = scripts;
		this.graph = scripts.graph();
		this.labels = this.graph.labels();
		this.heads = ids(this.graph.heads());
		this.effectiveHeads = ids(this.graph.effectiveHeads());
		this.rows = rows;
		this.applied = applied;
	}

	// Without asking the database
	static RevisionEntries of(RevisionScripts scripts) {
		return new RevisionEntries(scripts, null, null);
	}

	// Beside the rows of the version table
	static RevisionEntries of(RevisionScripts scripts, Collection<String> rows) {
		return new RevisionEntries(scripts, new HashSet<>(rows), scripts.graph().appliedBy(rows));
	}

	private static Set<String> ids(List<Revision> revisions) {
		Set<String> ids = new HashSet<>();
		revisions.forEach((revision) -> ids.add(revision.id()));
		return ids;
	}

	List<RevisionEntry> describe(List<Revision> revisions) {
		return revisions.stream().map(this::describe).toList();
	}

	RevisionEntry describe(Revision revision) {
		String id = revision.id();
		RevisionScript script = this.scripts.get(id);
		List<String> children = this.graph.children(id);
		return new RevisionEntry(id, revision.downRevisions(), revision.dependsOn(), this.graph.dependencies(id),
				List.copyOf(this.labels.getOrDefault(id, Set.of())), revision.message(), script.description(),
				script.createDate(), script.format().word(), revision.source(), this.heads.contains(id),
				this.effectiveHeads.contains(id), revision.isBase(), children.size() > 1, revision.isMergePoint(),
				children, isIn(this.rows, id), isIn(this.applied, id));
	}

	private static @Nullable Boolean isIn(@Nullable Set<String> ids, String id) {
		return (ids != null) ? ids.contains(id) : null;
	}

}
