package dev.limbeck.revision;

import java.util.ArrayList;
import java.util.List;

/**
 * A revision with its edges, in both directions.
 */
final class Node {

	private final Revision revision;

	private final int position;

	private final List<Node> down = new ArrayList<>(1);

	private final List<Node> dependencies = new ArrayList<>(0);

	private final List<Node> needs = new ArrayList<>(1);

	private final List<Node> children = new ArrayList<>(1);

	private final List<Node> dependents = new ArrayList<>(0);

	private final List<Node> neededBy = new ArrayList<>(1);

	private int rank;

	Node(Revision revision, int position) {
		this.revision = revision;
		this.position = position;
	}

	void addDown(Node node) {
		this.down.add(node);
		node.children.add(this);
		addNeed(node);
	}

	void addDependency(Node node) {
		if (!this.dependencies.contains(node)) {
			this.dependencies.add(node);
			node.dependents.add(this);
			addNeed(node);
		}
	}

	private void addNeed(Node node) {
		if (!this.needs.contains(node)) {
			this.needs.add(node);
			node.neededBy.add(this);
		}
	}

	void setRank(int rank) {
		this.rank = rank;
	}

	Revision revision() {
		return this.revision;
	}

	String id() {
		return this.revision.id();
	}

	// the place in load order, from zero
	int position() {
		return this.position;
	}

	// the place in some order in which every revision comes after all it needs
	int rank() {
		return this.rank;
	}

	List<Node> down() {
		return this.down;
	}

	// what depends_on says, labels resolved
	List<Node> dependencies() {
		return this.dependencies;
	}

	// down revisions, then dependencies that are none
	List<Node> needs() {
		return this.needs;
	}

	List<Node> children() {
		return this.children;
	}

	List<Node> dependents() {
		return this.dependents;
	}

	// children and dependents, in load order
	List<Node> neededBy() {
		return this.neededBy;
	}

	boolean isBranchPoint() {
		return this.children.size() > 1;
	}

	boolean isHead() {
		return this.children.isEmpty();
	}

	boolean isEffectiveHead() {
		return this.neededBy.isEmpty();
	}

	@Override
	public String toString() {
		return id();
	}

}
