package dev.limbeck.operation;

import dev.limbeck.schema.Extension;
import org.jspecify.annotations.Nullable;

/**
 * Says what there is to say about an extension that is created.
 *
 * @since 0.1.0
 */
public final class CreateExtensionBuilder {

	private boolean ifNotExists;

	private boolean cascade;

	private @Nullable String schema;

	private @Nullable String version;

	private @Nullable String comment;

	CreateExtensionBuilder(@Nullable String schema) {
		this.schema = schema;
	}

	/**
	 * Do nothing if there is one of that name, whatever its version.
	 * @return this
	 */
	public CreateExtensionBuilder ifNotExists() {
		this.ifNotExists = true;
		return this;
	}

	/**
	 * Create the extensions that it needs, too.
	 * @return this
	 */
	public CreateExtensionBuilder cascade() {
		this.cascade = true;
		return this;
	}

	/**
	 * Put its objects in a schema.
	 * @param schema the schema
	 * @return this
	 */
	public CreateExtensionBuilder schema(String schema) {
		this.schema = schema;
		return this;
	}

	/**
	 * Install a version.
	 * @param version the version
	 * @return this
	 */
	public CreateExtensionBuilder version(String version) {
		this.version = version;
		return this;
	}

	/**
	 * Describe it.
	 * @param comment the comment
	 * @return this
	 */
	public CreateExtensionBuilder comment(String comment) {
		this.comment = comment;
		return this;
	}

	CreateExtension operation(String name) {
		Extension extension = new Extension(name, this.schema, this.version, this.comment);
		return new CreateExtension(extension, this.ifNotExists, this.cascade);
	}

}
