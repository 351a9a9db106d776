package dev.limbeck.operation;

import java.util.function.Consumer;

import dev.limbeck.schema.EnumType;
import org.jspecify.annotations.Nullable;

/**
 * The directives for enum types.
 *
 * @since 0.1.0
 */
public interface EnumDirectives extends Directives {

	/**
	 * Create an enum type.
	 * @param type the name
	 * @param values the values, in order
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void createEnum(String type, String... values) {
		Directive.perform(this, "createEnum",
				() -> new CreateEnum(new EnumType(qualify(type), Directive.list("values", values), null)));
	}

	/**
	 * Drop an enum type.
	 * @param type the type
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void dropEnum(String type) {
		Directive.perform(this, "dropEnum", () -> new DropEnum(qualify(type), false, false, null));
	}

	/**
	 * Drop an enum type.
	 * @param type the type
	 * @param definition says what else there is to say
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void dropEnum(String type, Consumer<DropBuilder> definition) {
		Directive.perform(this, "dropEnum", () -> {
			DropBuilder drop = DropBuilder.of(definition);
			return new DropEnum(qualify(type), drop.isIfExists(), drop.isCascade(), null);
		});
	}

	/**
	 * Rename an enum type.
	 * @param type the type
	 * @param newName the new name
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void renameEnum(String type, String newName) {
		Directive.perform(this, "renameEnum", () -> new RenameEnum(qualify(type), newName));
	}

	/**
	 * Move an enum type into another schema.
	 * @param type the type
	 * @param schema the schema; {@code null} means the one in which the connection would
	 * create the type
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void setEnumSchema(String type, @Nullable String schema) {
		Directive.perform(this, "setEnumSchema", () -> new SetEnumSchema(qualify(type), schema));
	}

	/**
	 * Add a value to an enum type, behind the others. It cannot be taken away again, and
	 * cannot be used in the transaction that adds it. A revision that uses it adds it
	 * within {@link Operations#autocommit}, before everything else.
	 * @param type the type
	 * @param value the value
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void addEnumValue(String type, String value) {
		Directive.perform(this, "addEnumValue", () -> new AddEnumValueBuilder().operation(qualify(type), value));
	}

	/**
	 * Add a value to an enum type. It cannot be taken away again, and cannot be used in
	 * the transaction that adds it. A revision that uses it adds it within
	 * {@link Operations#autocommit}, before everything else.
	 * @param type the type
	 * @param value the value
	 * @param definition says what else there is to say
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void addEnumValue(String type, String value, Consumer<AddEnumValueBuilder> definition) {
		Directive.perform(this, "addEnumValue", () -> {
			AddEnumValueBuilder builder = new AddEnumValueBuilder();
			definition.accept(builder);
			return builder.operation(qualify(type), value);
		});
	}

	/**
	 * Rename a value of an enum type.
	 * @param type the type
	 * @param value the value
	 * @param newValue the new name of the value
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void renameEnumValue(String type, String value, String newValue) {
		Directive.perform(this, "renameEnumValue", () -> new RenameEnumValue(qualify(type), value, newValue));
	}

}
