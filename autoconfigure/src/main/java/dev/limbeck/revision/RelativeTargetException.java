package dev.limbeck.revision;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A relative target, such as {@code +2}, that leads past the end of the graph or to a
 * place where there are several ways to go.
 *
 * @since 0.1.0
 */
public final class RelativeTargetException extends TargetException {

	private final String category;

	private RelativeTargetException(String category, String message, String action) {
		super(message, action);
		this.category = category;
	}

	static RelativeTargetException outOfRange(String target) {
		return new RelativeTargetException("relative-out-of-range",
				"The target '%s' leads past the end: there are not that many revisions.".formatted(target),
				"Use a smaller number, or 'heads' or 'base' for the end itself.");
	}

	static RelativeTargetException wrongSign(String target, String direction) {
		return new RelativeTargetException("relative-out-of-range",
				"The target '%s' counts in the wrong direction for the command %s.".formatted(target, direction),
				direction.equals("upgrade") ? "Write '+' and a number of at least 1, or use the command downgrade."
						: "Write '-' and a number of at least 1, or use the command upgrade.");
	}

	static RelativeTargetException ambiguousWalk(String target, @Nullable Node at, List<Node> ways) {
		String place = (at != null) ? "at revision " + at.revision().describe() : "below the bases";
		return new RelativeTargetException("ambiguous-walk",
				"The target '%s' is ambiguous: %s there are %s ways to go, to %s.".formatted(target, place, ways.size(),
						Enumeration.ofRevisions(ways)),
				"Name the revision to go to, or, on the way up, a branch as in 'branch@+1'.");
	}

	static RelativeTargetException ambiguousStart(String target, List<Node> starts) {
		return new RelativeTargetException("ambiguous-upgrade",
				"The target '%s' is ambiguous: it could count from each of %s.".formatted(target,
						Enumeration.ofRevisions(starts)),
				"Name a branch, as in 'branch@+1', or the revision to go to.");
	}

	@Override
	public String category() {
		return this.category;
	}

}
