package dev.limbeck.revision;

import java.util.List;

/**
 * A target or an id that names no revision.
 *
 * @since 0.1.0
 */
public final class RevisionNotFoundException extends TargetException {

	private RevisionNotFoundException(String message, String action) {
		super(message, action);
	}

	static RevisionNotFoundException noMatch(String name, List<String> near) {
		String message = "There is no revision or branch label '%s'.".formatted(name);
		if (!near.isEmpty()) {
			message += " Did you mean %s?".formatted(String.join(", ", near));
		}
		return new RevisionNotFoundException(message,
				"Use a full revision id, a unique beginning of one (ids of up to three characters must be written in "
						+ "full), a branch label, 'head', 'heads' or 'base'.");
	}

	static RevisionNotFoundException current() {
		return new RevisionNotFoundException("'current' is not a valid target here.",
				"Only show, edit and history accept 'current', which stands for the revisions of the "
						+ "database. Use a revision id, a branch label, 'head', 'heads' or 'base'.");
	}

	static RevisionNotFoundException relative(String target) {
		return new RevisionNotFoundException(
				"There is no revision or branch label '%s', and relative targets are not valid here.".formatted(target),
				"Use a revision id, a branch label, 'head', 'heads' or 'base'.");
	}

	static RevisionNotFoundException blank() {
		return new RevisionNotFoundException("The target is empty.",
				"Use a revision id, a branch label, 'head', 'heads' or 'base'.");
	}

	@Override
	public String category() {
		return "unknown-revision";
	}

}
