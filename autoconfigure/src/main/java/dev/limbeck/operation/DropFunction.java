package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import org.jspecify.annotations.Nullable;

/**
 * Drop a function or a procedure.
 *
 * @param name the name
 * @param procedure whether it is a procedure
 * @param arguments its arguments, as they were written or only their types; {@code null}
 * if there is but one of the name
 * @param ifExists whether to do nothing if there is none of that name
 * @param cascade whether to drop what depends on it, too
 * @param dropped what it was like, if it is known
 * @since 0.1.0
 */
public record DropFunction(QualifiedName name, boolean procedure, @Nullable String arguments, boolean ifExists,
		boolean cascade, @Nullable Routine dropped) implements RoutineOperation {

	/**
	 * Create a drop function.
	 * @param name the name
	 * @param procedure whether it is a procedure
	 * @param arguments its arguments, as they were written or only their types;
	 * {@code null} if there is but one of the name
	 * @param ifExists whether to do nothing if there is none of that name
	 * @param cascade whether to drop what depends on it, too
	 * @param dropped what it was like, if it is known
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public DropFunction {
		OperationRequirement.present("name", name);
	}

	@Override
	public @Nullable Operation inverse() {
		return (this.dropped != null) ? new CreateFunction(this.dropped, false, null) : null;
	}

	@Override
	public <R> R accept(RoutineOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
