package dev.limbeck.revision;

import java.util.List;

/**
 * Revisions that need each other, so that none of them can be applied first.
 *
 * @since 0.1.0
 */
public final class RevisionCycleException extends RevisionGraphException {

	private final String category;

	private final List<String> cycle;

	private RevisionCycleException(String category, List<Node> cycle, String message, String action) {
		super(message, action);
		this.category = category;
		this.cycle = cycle.stream().map(Node::id).toList();
	}

	static RevisionCycleException selfLoop(Node node) {
		return new RevisionCycleException("self-loop", List.of(node),
				"Revision %s is its own down revision.".formatted(node.revision().describe()),
				"Name the revision that it follows as its down revision, or none if it is a base.");
	}

	static RevisionCycleException dependencySelfLoop(Node node) {
		return new RevisionCycleException("dependency-self-loop", List.of(node),
				"Revision %s depends on itself.".formatted(node.revision().describe()),
				"Remove its own id and its own branch labels from its dependencies.");
	}

	static RevisionCycleException cycle(List<Node> cycle) {
		StringBuilder path = new StringBuilder(cycle.get(0).revision().describe());
		boolean dependency = false;
		for (int i = 0; i < cycle.size(); i++) {
			Node node = cycle.get(i);
			Node next = cycle.get((i + 1) % cycle.size());
			boolean down = node.down().contains(next);
			dependency |= !down;
			path.append((i > 0) ? ", which " : " ")
				.append(down ? "has the down revision " : "depends on ")
				.append((i + 1 < cycle.size()) ? next.revision().describe() : "'%s'".formatted(next.id()));
		}
		return new RevisionCycleException(dependency ? "dependency-cycle" : "cycle", cycle,
				"%s revisions form a cycle: %s.".formatted(cycle.size(), path), "Correct the down revision"
						+ (dependency ? " or the dependency" : "") + " of one of them, usually the one written last.");
	}

	/**
	 * Return the ids of the cycle, each needing the next and the last one the first.
	 * @return the ids
	 */
	public List<String> getCycle() {
		return this.cycle;
	}

	@Override
	public String category() {
		return this.category;
	}

}
