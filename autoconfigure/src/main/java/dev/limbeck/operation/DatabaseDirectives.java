package dev.limbeck.operation;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The directives for schemas, extensions, and the comments of any object.
 *
 * @since 0.1.0
 */
public interface DatabaseDirectives extends Directives {

	/**
	 * Create a schema.
	 * @param schema the name
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void createSchema(String schema) {
		Directive.perform(this, "createSchema", () -> new CreateSchemaBuilder().operation(schema));
	}

	/**
	 * Create a schema.
	 * @param schema the name
	 * @param definition says what else there is to say
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void createSchema(String schema, Consumer<CreateSchemaBuilder> definition) {
		Directive.perform(this, "createSchema", () -> {
			CreateSchemaBuilder builder = new CreateSchemaBuilder();
			definition.accept(builder);
			return builder.operation(schema);
		});
	}

	/**
	 * Drop a schema.
	 * @param schema the schema
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void dropSchema(String schema) {
		Directive.perform(this, "dropSchema", () -> new DropSchema(schema, false, false, null));
	}

	/**
	 * Drop a schema.
	 * @param schema the schema
	 * @param definition says what else there is to say
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void dropSchema(String schema, Consumer<DropBuilder> definition) {
		Directive.perform(this, "dropSchema", () -> {
			DropBuilder drop = DropBuilder.of(definition);
			return new DropSchema(schema, drop.isIfExists(), drop.isCascade(), null);
		});
	}

	/**
	 * Create an extension.
	 * @param extension the name
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void createExtension(String extension) {
		Directive.perform(this, "createExtension",
				() -> new CreateExtensionBuilder(qualify(extension).schema()).operation(extension));
	}

	/**
	 * Create an extension.
	 * @param extension the name
	 * @param definition says what else there is to say
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void createExtension(String extension, Consumer<CreateExtensionBuilder> definition) {
		Directive.perform(this, "createExtension", () -> {
			CreateExtensionBuilder builder = new CreateExtensionBuilder(qualify(extension).schema());
			definition.accept(builder);
			return builder.operation(extension);
		});
	}

	/**
	 * Drop an extension.
	 * @param extension the extension
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void dropExtension(String extension) {
		Directive.perform(this, "dropExtension", () -> new DropExtension(extension, false, false, null));
	}

	/**
	 * Drop an extension.
	 * @param extension the extension
	 * @param definition says what else there is to say
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void dropExtension(String extension, Consumer<DropBuilder> definition) {
		Directive.perform(this, "dropExtension", () -> {
			DropBuilder drop = DropBuilder.of(definition);
			return new DropExtension(extension, drop.isIfExists(), drop.isCascade(), null);
		});
	}

	/**
	 * Describe an object that is not a table, a column or a constraint.
	 * @param kind what kind of object it is
	 * @param name the name
	 * @param comment the comment; {@code null} takes it away
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void commentOn(ObjectKind kind, String name, @Nullable String comment) {
		Directive.perform(this, "commentOn", () -> new CommentOnObject(kind, qualify(name), comment, null));
	}

}
