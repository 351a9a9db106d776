package dev.limbeck.revision;

/**
 * A target {@code branch@revision} whose revision has nothing to do with the branch.
 *
 * @since 0.1.0
 */
public final class BranchException extends TargetException {

	private static final String ACTION = "Name a revision of that branch, or leave out the branch. The command 'branches' "
			+ "shows where branches begin, 'heads' where they end.";

	private final String category;

	private BranchException(String category, String message, String action) {
		super(message, action);
		this.category = category;
	}

	static BranchException notInBranch(Node node, String branch) {
		return new BranchException("not-in-branch",
				"Revision %s is not on the branch '%s': it is neither an ancestor nor a descendant of it."
					.formatted(node.revision().describe(), branch),
				ACTION);
	}

	static BranchException nothingOnBranch(String target, String branch) {
		return new BranchException("not-on-branch",
				"No revision that follows the target '%s' belongs to the branch '%s', so there is nothing to downgrade."
					.formatted(target, branch),
				ACTION);
	}

	static BranchException notCurrent(String target, String branch) {
		return new BranchException("not-on-branch",
				"The target '%s' counts from the applied revisions of the branch '%s', but none is applied."
					.formatted(target, branch),
				"The command 'current' shows what is applied.");
	}

	static BranchException noName(String target) {
		return new BranchException("unknown-revision",
				"The target '%s' names no branch before the '@'.".formatted(target),
				"Write a branch label or a revision id before the '@', or leave the '@' out.");
	}

	@Override
	public String category() {
		return this.category;
	}

}
