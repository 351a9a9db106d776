package dev.limbeck.operation;

import dev.limbeck.schema.Extension;
import org.jspecify.annotations.Nullable;

/**
 * Create an extension.
 *
 * @param extension the extension
 * @param ifNotExists whether to do nothing if there is one of that name
 * @param cascade whether to create what it needs, too
 * @since 0.1.0
 */
public record CreateExtension(Extension extension, boolean ifNotExists, boolean cascade) implements DatabaseOperation {

	/**
	 * Create a create extension.
	 * @param extension the extension
	 * @param ifNotExists whether to do nothing if there is one of that name
	 * @param cascade whether to create what it needs, too
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public CreateExtension {
		OperationRequirement.present("extension", extension);
	}

	@Override
	public @Nullable Operation inverse() {
		return this.cascade ? null : new DropExtension(this.extension.name(), false, false, this.extension);
	}

	@Override
	public <R> R accept(DatabaseOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
