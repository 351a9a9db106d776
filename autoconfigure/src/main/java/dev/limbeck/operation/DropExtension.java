package dev.limbeck.operation;

import dev.limbeck.schema.Extension;
import org.jspecify.annotations.Nullable;

/**
 * Drop an extension.
 *
 * @param extension the extension
 * @param ifExists whether to do nothing if there is none of that name
 * @param cascade whether to drop what depends on it, too
 * @param dropped what the extension was like, if it is known
 * @since 0.1.0
 */
public record DropExtension(String extension, boolean ifExists, boolean cascade,
		@Nullable Extension dropped) implements DatabaseOperation {

	/**
	 * Create a drop extension.
	 * @param extension the extension
	 * @param ifExists whether to do nothing if there is none of that name
	 * @param cascade whether to drop what depends on it, too
	 * @param dropped what the extension was like, if it is known
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public DropExtension {
		OperationRequirement.text("extension", extension);
	}

	@Override
	public @Nullable Operation inverse() {
		return (this.dropped != null) ? new CreateExtension(this.dropped, false, false) : null;
	}

	@Override
	public <R> R accept(DatabaseOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
