package dev.limbeck.compare;

/**
 * Something that a database has and the mapping of its table cannot say, so that it is
 * left as it is.
 *
 * @param kind what it is
 * @param object the object, or that which has it
 * @param description what it says, such as {@code gin[words]}
 * @since 0.1.0
 */
public record KeptObject(UnmappedKind kind, ComparedObject object, String description) {

	boolean generates() {
		return this.kind == UnmappedKind.DEFAULT && this.description.startsWith(ColumnCompletion.GENERATED);
	}

}
