package dev.limbeck.operation;

import dev.limbeck.schema.Index;
import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Drop an index.
 *
 * @param table the table; only its schema counts if the index has a name
 * @param name the name; {@code null} means that the naming convention gave it one
 * @param concurrently whether to let others write meanwhile, which cannot be in a
 * transaction
 * @param ifExists whether to do nothing if there is none of that name
 * @param cascade whether to drop what depends on it, too
 * @param dropped what the index was like, if it is known
 * @since 0.1.0
 */
public record DropIndex(QualifiedName table, @Nullable String name, boolean concurrently, boolean ifExists,
		boolean cascade, @Nullable Index dropped) implements IndexOperation {

	/**
	 * Create a drop index.
	 * @param table the table; only its schema counts if the index has a name
	 * @param name the name; {@code null} means that the naming convention gave it one
	 * @param concurrently whether to let others write meanwhile, which cannot be in a
	 * transaction
	 * @param ifExists whether to do nothing if there is none of that name
	 * @param cascade whether to drop what depends on it, too
	 * @param dropped what the index was like, if it is known
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public DropIndex {
		OperationRequirement.present("table", table);
		OperationRequirement.nameOr("name", name, dropped);
		if (concurrently && cascade) {
			throw new InvalidOperationException("cascade", "and 'concurrently' exclude each other");
		}
	}

	@Override
	public @Nullable Operation inverse() {
		return (this.dropped != null) ? new CreateIndex(this.table, this.dropped, this.concurrently, false) : null;
	}

	@Override
	public <R> R accept(IndexOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
