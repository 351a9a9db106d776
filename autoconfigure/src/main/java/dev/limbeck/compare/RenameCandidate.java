package dev.limbeck.compare;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Two objects, one only in the database and one only in the target, that may be the same
 * under a new name. Whoever knows says so in {@link Renames}, or in the target.
 *
 * @param type what they are
 * @param table the table or enum type that they are part of, if they are part of one
 * @param from the name in the database
 * @param to the name in the target
 * @since 0.1.0
 */
public record RenameCandidate(ObjectType type, @Nullable QualifiedName table, QualifiedName from, QualifiedName to) {

	/**
	 * Return the question to ask.
	 * @return a sentence
	 */
	public String question() {
		String of = (this.table != null) ? " of " + this.table : "";
		return "Has the %s '%s'%s been renamed to '%s'?".formatted(this.type.words(), this.from, of, this.to);
	}

}
