package dev.limbeck.revision;

import java.util.List;

/**
 * Two ends of a way of which one does not lead to the other: a downgrade to what is not
 * below the rows, or a history range whose start is not below its end.
 *
 * @since 0.1.0
 */
public final class NotAncestorException extends TargetException {

	private NotAncestorException(String message, String action) {
		super(message, action);
	}

	static NotAncestorException nothingToDowngrade(String target, List<Node> rows) {
		return new NotAncestorException(
				("A downgrade to '%s' has nothing to do: the database is at %s, which does not " + "follow the target.")
					.formatted(target, rows.isEmpty() ? "base" : Enumeration.ofRevisions(rows)),
				"Name an applied revision that another applied revision follows, -1, or base. The command "
						+ "'current' shows what is applied.");
	}

	static NotAncestorException range(String range, Node start) {
		return new NotAncestorException(
				"The range '%s' is empty: its end does not need revision %s, where it starts.".formatted(range,
						start.revision().describe()),
				"Write the older revision first, and two revisions of the same branch.");
	}

	static NotAncestorException pastSomeBases(String target) {
		return new NotAncestorException(
				"The target '%s' leads to base from some of the heads, and to a revision from others."
					.formatted(target),
				"Name a branch, as in 'branch@%s', or use a smaller number."
					.formatted(target.substring(target.indexOf('@') + 1)));
	}

	@Override
	public String category() {
		return "range-not-ancestor";
	}

}
