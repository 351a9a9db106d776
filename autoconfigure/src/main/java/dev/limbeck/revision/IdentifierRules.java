package dev.limbeck.revision;

import java.util.Set;

/**
 * The rules for names: a revision id or a branch label must be writable as a target
 * without being taken for something else.
 */
final class IdentifierRules {

	private static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

	private static final String SEPARATORS = "@:,+";

	private static final int LONGEST_ID = 32;

	private IdentifierRules() {
	}

	static void checkId(String id, String source) {
		check("revision id", id, source, SEPARATORS + "-");
	}

	// the column of the version table, whose shape is Alembic's, takes no more
	static void checkLength(String id, String source) {
		if (id.length() > LONGEST_ID) {
			throw IllegalRevisionIdException.tooLong(id, LONGEST_ID, source);
		}
	}

	// Alembic's users write labels such as "feature-1", so a hyphen is refused only
	// where "-1" would be read as a relative target
	static void checkLabel(String label, String source) {
		check("branch label", label, source, SEPARATORS);
		if (label.startsWith("-")) {
			throw IllegalRevisionIdException.illegalCharacter("branch label", label, "- at its start", source);
		}
	}

	private static void check(String kind, String name, String source, String illegal) {
		if (name.isBlank()) {
			throw IllegalRevisionIdException.blank(kind, source);
		}
		if (RESERVED.contains(name)) {
			throw IllegalRevisionIdException.reserved(kind, name, source);
		}
		for (int i = 0; i < name.length(); i++) {
			char character = name.charAt(i);
			if (Character.isWhitespace(character) || Character.isISOControl(character)) {
				throw IllegalRevisionIdException.illegalCharacter(kind, name, "white space", source);
			}
			if (illegal.indexOf(character) >= 0) {
				throw IllegalRevisionIdException.illegalCharacter(kind, name, String.valueOf(character), source);
			}
		}
	}

}
