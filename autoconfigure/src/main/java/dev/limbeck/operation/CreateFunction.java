package dev.limbeck.operation;

import dev.limbeck.schema.Routine;
import org.jspecify.annotations.Nullable;

/**
 * Create a function or a procedure, or replace it.
 *
 * @param routine the function or procedure
 * @param orReplace whether to replace one of that name
 * @param replaced what is replaced, if it is known
 * @since 0.1.0
 */
public record CreateFunction(Routine routine, boolean orReplace,
		@Nullable Routine replaced) implements RoutineOperation {

	/**
	 * Create a create function.
	 * @param routine the function or procedure
	 * @param orReplace whether to replace one of that name
	 * @param replaced what is replaced, if it is known
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public CreateFunction {
		OperationRequirement.present("routine", routine);
	}

	@Override
	public @Nullable Operation inverse() {
		return this.orReplace ? restored() : new DropFunction(this.routine.name(), this.routine.procedure(),
				this.routine.arguments(), false, false, this.routine);
	}

	private @Nullable Operation restored() {
		Routine earlier = this.replaced;
		Routine later = this.routine;
		return (earlier != null) ? new CreateFunction(earlier, true, later) : null;
	}

	@Override
	public <R> R accept(RoutineOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
