package dev.limbeck.revision;

/**
 * A revision id or a branch label that could not be written as a target.
 *
 * @since 0.1.0
 */
public final class IllegalRevisionIdException extends RevisionGraphException {

	private IllegalRevisionIdException(String message, String action) {
		super(message, action);
	}

	static IllegalRevisionIdException blank(String kind, String source) {
		return new IllegalRevisionIdException("There is an empty %s in %s.".formatted(kind, source),
				"Write the %s, for example twelve hexadecimal digits.".formatted(kind));
	}

	static IllegalRevisionIdException tooLong(String id, int longest, String source) {
		return new IllegalRevisionIdException(
				"The revision id '%s' in %s has %s characters, and the version table holds %s.".formatted(id, source,
						id.length(), longest),
				"Choose a shorter id, for example twelve hexadecimal digits.");
	}

	static IllegalRevisionIdException reserved(String kind, String name, String source) {
		return new IllegalRevisionIdException("The %s '%s' in %s is a reserved word.".formatted(kind, name, source),
				"Choose another %s: head, heads, base and current have a meaning as targets.".formatted(kind));
	}

	static IllegalRevisionIdException illegalCharacter(String kind, String name, String illegal, String source) {
		return new IllegalRevisionIdException("The %s '%s' in %s contains %s.".formatted(kind, name, source, illegal),
				"Use letters, digits, '_' and '.' for the %s: the other characters have a meaning in targets."
					.formatted(kind));
	}

	@Override
	public String category() {
		return "illegal-revision-id";
	}

}
