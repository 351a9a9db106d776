package dev.limbeck.operation;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The directives for sequences.
 *
 * @since 0.1.0
 */
public interface SequenceDirectives extends Directives {

	/**
	 * Create a sequence that counts from one.
	 * @param sequence the name
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void createSequence(String sequence) {
		Directive.perform(this, "createSequence", () -> new CreateSequenceBuilder(qualify(sequence)).operation());
	}

	/**
	 * Create a sequence.
	 * @param sequence the name
	 * @param definition says how it counts
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void createSequence(String sequence, Consumer<CreateSequenceBuilder> definition) {
		Directive.perform(this, "createSequence", () -> {
			CreateSequenceBuilder builder = new CreateSequenceBuilder(qualify(sequence));
			definition.accept(builder);
			return builder.operation();
		});
	}

	/**
	 * Change a sequence. What is not said stays as it is.
	 * @param sequence the sequence
	 * @param definition says what changes
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void alterSequence(String sequence, Consumer<AlterSequenceBuilder> definition) {
		Directive.perform(this, "alterSequence", () -> {
			AlterSequenceBuilder builder = new AlterSequenceBuilder(qualify(sequence));
			definition.accept(builder);
			return builder.operation();
		});
	}

	/**
	 * Drop a sequence.
	 * @param sequence the sequence
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void dropSequence(String sequence) {
		Directive.perform(this, "dropSequence", () -> new DropSequence(qualify(sequence), false, false, null));
	}

	/**
	 * Drop a sequence.
	 * @param sequence the sequence
	 * @param definition says what else there is to say
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void dropSequence(String sequence, Consumer<DropBuilder> definition) {
		Directive.perform(this, "dropSequence", () -> {
			DropBuilder drop = DropBuilder.of(definition);
			return new DropSequence(qualify(sequence), drop.isIfExists(), drop.isCascade(), null);
		});
	}

	/**
	 * Rename a sequence.
	 * @param sequence the sequence
	 * @param newName the new name
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void renameSequence(String sequence, String newName) {
		Directive.perform(this, "renameSequence", () -> new RenameSequence(qualify(sequence), newName));
	}

	/**
	 * Move a sequence that no column owns into another schema.
	 * @param sequence the sequence
	 * @param schema the schema; {@code null} means the one in which the connection would
	 * create the sequence
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void setSequenceSchema(String sequence, @Nullable String schema) {
		Directive.perform(this, "setSequenceSchema", () -> new SetSequenceSchema(qualify(sequence), schema));
	}

}
