package dev.limbeck.revision;

import java.util.List;

/**
 * One revision was wanted, but there are several heads.
 *
 * @since 0.1.0
 */
public final class MultipleHeadsException extends TargetException {

	private final List<String> heads;

	MultipleHeadsException(String target, List<Node> heads) {
		super("The target '%s' needs one revision, but there are %s heads: %s.".formatted(target, heads.size(),
				Enumeration.ofRevisions(heads)),
				"Merge them (the command 'merge heads' creates a revision that has them all as down revisions), "
						+ (target.equals("heads") ? "" : "use the target 'heads' for all of them, ") + "or name one.");
		this.heads = heads.stream().map(Node::id).toList();
	}

	/**
	 * Return the ids of the heads, in load order.
	 * @return the heads
	 */
	public List<String> getHeads() {
		return this.heads;
	}

	@Override
	public String category() {
		return "multiple-heads";
	}

}
