package dev.limbeck.revision;

import org.jspecify.annotations.Nullable;

/**
 * A target taken apart: {@code [branch@]symbol}.
 *
 * @param branch the branch, or {@code null}
 * @param symbol a revision id, a label, a beginning of one, or a word such as
 * {@code head}
 */
record BranchTarget(@Nullable String branch, String symbol) {

	static BranchTarget parse(String target) {
		int at = target.indexOf('@');
		if (at == 0) {
			throw BranchException.noName(target);
		}
		return (at < 0) ? new BranchTarget(null, target)
				: new BranchTarget(target.substring(0, at), target.substring(at + 1));
	}

}
