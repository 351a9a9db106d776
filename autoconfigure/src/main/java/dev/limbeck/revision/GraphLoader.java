package dev.limbeck.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Link revisions to a graph, or say why they are none.
 */
final class GraphLoader {

	private final List<Node> all = new ArrayList<>();

	private final Map<String, Node> byId = new LinkedHashMap<>();

	private final Map<String, Node> byLabel = new LinkedHashMap<>();

	private final Nodes nodes = new Nodes(this.all, this.byId, this.byLabel);

	Nodes load(Collection<Revision> revisions) {
		revisions.forEach(this::add);
		this.all.forEach(this::addLabels);
		this.all.forEach(this::link);
		CycleCheck.check(this.all);
		return this.nodes;
	}

	private void add(Revision revision) {
		Node node = new Node(revision, this.all.size());
		Node other = this.byId.putIfAbsent(revision.id(), node);
		if (other != null) {
			throw DuplicateRevisionException.usedTwice(other.revision(), revision);
		}
		this.all.add(node);
	}

	private void addLabels(Node node) {
		for (String label : node.revision().branchLabels()) {
			Node named = this.byId.get(label);
			if (named != null) {
				throw DuplicateBranchLabelException.alsoAnId(label, node.revision(), named.revision());
			}
			Node other = this.byLabel.putIfAbsent(label, node);
			if (other != null) {
				throw DuplicateBranchLabelException.usedTwice(label, other.revision(), node.revision());
			}
		}
	}

	private void link(Node node) {
		for (String id : node.revision().downRevisions()) {
			Node down = this.byId.get(id);
			if (down == null) {
				throw MissingRevisionException.downRevision(node.revision(), id, hint(id));
			}
			if (down == node) {
				throw RevisionCycleException.selfLoop(node);
			}
			node.addDown(down);
		}
		for (String name : node.revision().dependsOn()) {
			Node dependency = this.nodes.find(name);
			if (dependency == null) {
				throw MissingRevisionException.dependency(node.revision(), name, hint(name));
			}
			if (dependency == node) {
				throw RevisionCycleException.dependencySelfLoop(node);
			}
			node.addDependency(dependency);
		}
	}

	private String hint(String missing) {
		Node meant = meant(missing);
		return (meant != null) ? "Did you mean revision %s? ".formatted(meant.revision().describe()) : "";
	}

	private @Nullable Node meant(String missing) {
		Node labelled = this.byLabel.get(missing);
		if (labelled != null || missing.isBlank()) {
			return labelled;
		}
		List<Node> candidates = this.all.stream().filter((node) -> node.id().startsWith(missing)).toList();
		return (candidates.size() == 1) ? candidates.get(0) : null;
	}

}
