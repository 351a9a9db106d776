package dev.limbeck.operation;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The directives for functions and procedures.
 *
 * @since 0.1.0
 */
public interface RoutineDirectives extends Directives {

	/**
	 * Create a function, or replace it.
	 * @param function the name
	 * @param definition says what it is
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void createFunction(String function, Consumer<CreateFunctionBuilder> definition) {
		Directive.perform(this, "createFunction", () -> {
			CreateFunctionBuilder builder = new CreateFunctionBuilder();
			definition.accept(builder);
			return builder.operation(qualify(function), false);
		});
	}

	/**
	 * Create a procedure, or replace it.
	 * @param procedure the name
	 * @param definition says what it is
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void createProcedure(String procedure, Consumer<CreateFunctionBuilder> definition) {
		Directive.perform(this, "createProcedure", () -> {
			CreateFunctionBuilder builder = new CreateFunctionBuilder();
			definition.accept(builder);
			return builder.operation(qualify(procedure), true);
		});
	}

	/**
	 * Drop a function.
	 * @param function the name
	 * @param arguments its arguments in SQL, such as {@code integer, text}; {@code null}
	 * if there is but one of the name
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void dropFunction(String function, @Nullable String arguments) {
		Directive.perform(this, "dropFunction",
				() -> new DropFunction(qualify(function), false, arguments, false, false, null));
	}

	/**
	 * Drop a function.
	 * @param function the name
	 * @param arguments its arguments in SQL
	 * @param definition says what else there is to say
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void dropFunction(String function, @Nullable String arguments, Consumer<DropBuilder> definition) {
		Directive.perform(this, "dropFunction", () -> {
			DropBuilder drop = DropBuilder.of(definition);
			return new DropFunction(qualify(function), false, arguments, drop.isIfExists(), drop.isCascade(), null);
		});
	}

	/**
	 * Drop a procedure.
	 * @param procedure the name
	 * @param arguments its arguments in SQL, such as {@code integer, text}; {@code null}
	 * if there is but one of the name
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void dropProcedure(String procedure, @Nullable String arguments) {
		Directive.perform(this, "dropProcedure",
				() -> new DropFunction(qualify(procedure), true, arguments, false, false, null));
	}

	/**
	 * Drop a procedure.
	 * @param procedure the name
	 * @param arguments its arguments in SQL
	 * @param definition says what else there is to say
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void dropProcedure(String procedure, @Nullable String arguments, Consumer<DropBuilder> definition) {
		Directive.perform(this, "dropProcedure", () -> {
			DropBuilder drop = DropBuilder.of(definition);
			return new DropFunction(qualify(procedure), true, arguments, drop.isIfExists(), drop.isCascade(), null);
		});
	}

}
