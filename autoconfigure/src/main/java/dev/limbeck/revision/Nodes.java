package dev.limbeck.revision;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The nodes of a graph and how to find them.
 *
 * @param all the nodes in load order
 * @param byId the nodes by revision id
 * @param byLabel the nodes by the branch labels declared there
 */
record Nodes(List<Node> all, Map<String, Node> byId, Map<String, Node> byLabel) {

	@Nullable Node find(String name) {
		Node node = this.byId.get(name);
		return (node != null) ? node : this.byLabel.get(name);
	}

	// ids in load order first
	Stream<String> names() {
		return Stream.concat(this.byId.keySet().stream(), this.byLabel.keySet().stream());
	}

	List<Node> matching(Predicate<Node> condition) {
		return this.all.stream().filter(condition).toList();
	}

	List<Node> rows(Collection<String> currentHeads) {
		List<String> unknown = currentHeads.stream().filter((id) -> !this.byId.containsKey(id)).distinct().toList();
		if (!unknown.isEmpty()) {
			throw new UnknownCurrentRevisionException(unknown);
		}
		return currentHeads.stream().distinct().map(this.byId::get).toList();
	}

	// the rows and all they need; that one row implies another is an error of the
	// database
	BitSet applied(List<Node> rows) {
		BitSet applied = Reachability.strictlyBelow(rows);
		List<Node> implied = Reachability.among(rows, applied);
		if (!implied.isEmpty()) {
			throw OverlappingRevisionsException.rows(implied, rows);
		}
		rows.forEach((row) -> applied.set(row.position()));
		return applied;
	}

	// the applied revisions without an applied child, rows or not
	List<Node> current(List<Node> rows) {
		BitSet applied = Reachability.below(rows);
		return Reachability.among(this.all, applied)
			.stream()
			.filter((node) -> Reachability.among(node.children(), applied).isEmpty())
			.toList();
	}

}
