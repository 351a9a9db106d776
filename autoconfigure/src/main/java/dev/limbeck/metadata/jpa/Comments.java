package dev.limbeck.metadata.jpa;

import org.jspecify.annotations.Nullable;

/**
 * Reads comments, which Hibernate puts between two quotes as they are: whoever needs a
 * quote in one has to write two.
 */
final class Comments {

	private Comments() {
	}

	static @Nullable String read(@Nullable String comment) {
		return (comment != null && !comment.isBlank()) ? comment.replace("''", "'") : null;
	}

}
