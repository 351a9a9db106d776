package dev.limbeck.revision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Fit a new revision into the graph.
 */
final class DraftPlanner {

	private static final String SOURCE = "the new revision";

	private final Nodes nodes;

	private final TargetResolver resolver;

	private final BranchLabels labels;

	DraftPlanner(Nodes nodes, TargetResolver resolver, BranchLabels labels) {
		this.nodes = nodes;
		this.resolver = resolver;
		this.labels = labels;
	}

	RevisionDraft draft(RevisionRequest request, List<String> versionLocations, Function<Revision, String> locationOf) {
		checkId(request.id());
		List<String> branchLabels = List.copyOf(new LinkedHashSet<>(request.branchLabels()));
		branchLabels.forEach((label) -> checkLabel(label, request.id()));
		List<Node> down = downRevisions(request);
		List<String> dependsOn = request.dependsOn().stream().map(this::dependency).distinct().toList();
		String location = location(request, down, versionLocations, locationOf);
		return new RevisionDraft(request.id(), down.stream().map(Node::id).toList(), branchLabels, dependsOn, location);
	}

	private void checkId(String id) {
		IdentifierRules.checkId(id, SOURCE);
		IdentifierRules.checkLength(id, SOURCE);
		Node node = this.nodes.byId().get(id);
		if (node != null) {
			throw DuplicateRevisionException.exists(node.revision());
		}
		Node labelled = this.nodes.byLabel().get(id);
		if (labelled != null) {
			throw DuplicateBranchLabelException.wouldBeAnId(id, labelled.revision());
		}
	}

	private void checkLabel(String label, String id) {
		IdentifierRules.checkLabel(label, SOURCE);
		Node node = this.nodes.find(label);
		if (node != null) {
			throw DuplicateBranchLabelException.exists(label, node.revision());
		}
		if (label.equals(id)) {
			throw DuplicateBranchLabelException.sameAsId(label);
		}
	}

	private List<Node> downRevisions(RevisionRequest request) {
		List<Node> down = new ArrayList<>();
		Set<Node> seen = new HashSet<>();
		for (String target : request.downRevisions()) {
			for (Node node : this.resolver.resolveAbsolute(target)) {
				if (!seen.add(node)) {
					throw RevisionRequestException.repeated(node);
				}
				down.add(node);
			}
		}
		for (Node node : down) {
			if (!request.splice() && !node.isHead()) {
				throw RevisionRequestException.notAHead(node);
			}
		}
		return down;
	}

	// a label stays a label, as in Alembic; anything else becomes a full id
	private String dependency(String target) {
		Node node = this.resolver.resolveOne(target);
		if (node == null) {
			throw RevisionRequestException.baseAsDependency(target);
		}
		return this.labels.of(node).contains(target) ? target : node.id();
	}

	private static String location(RevisionRequest request, List<Node> down, List<String> versionLocations,
			Function<Revision, String> locationOf) {
		String location = request.versionLocation();
		if (location != null) {
			if (!versionLocations.contains(location)) {
				throw RevisionRequestException.unknownLocation(location, versionLocations);
			}
			return location;
		}
		if (versionLocations.size() == 1) {
			return versionLocations.get(0);
		}
		if (down.isEmpty()) {
			throw RevisionRequestException.locationRequired(versionLocations);
		}
		return locationOf.apply(down.get(0).revision());
	}

}
