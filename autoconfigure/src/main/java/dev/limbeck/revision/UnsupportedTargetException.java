package dev.limbeck.revision;

/**
 * A target in a form that has no place where it was used.
 *
 * @since 0.1.0
 */
public final class UnsupportedTargetException extends RevisionException {

	private final String category;

	private UnsupportedTargetException(String category, String target, String form) {
		super("The target '%s' is %s, which is not supported as a target here.".formatted(target, form),
				"Use a revision id, a branch label, 'head', 'heads' or 'base'.");
		this.category = category;
	}

	static UnsupportedTargetException range(String target) {
		return new UnsupportedTargetException("range-not-allowed", target, "a range");
	}

	static UnsupportedTargetException branch(String target) {
		return new UnsupportedTargetException("unsupported-target", target, "a revision on a named branch");
	}

	static UnsupportedTargetException relative(String target) {
		return new UnsupportedTargetException("unsupported-target", target, "relative");
	}

	static UnsupportedTargetException current(String target) {
		return new UnsupportedTargetException("unsupported-target", target, "what the database has");
	}

	@Override
	public String category() {
		return this.category;
	}

}
