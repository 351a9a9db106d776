package dev.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.dialect.DdlStatement;
import dev.limbeck.operation.CreateFunction;
import dev.limbeck.operation.DropFunction;
import dev.limbeck.operation.RoutineOperationVisitor;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import org.jspecify.annotations.Nullable;

/**
 * Writes the operations on functions and procedures.
 */
final class RoutineDdl implements RoutineOperationVisitor<List<DdlStatement>> {

	private final DdlContext context;

	RoutineDdl(DdlContext context) {
		this.context = context;
	}

	@Override
	public List<DdlStatement> visit(CreateFunction operation) {
		Routine routine = operation.routine();
		String signature = this.context.name(routine.name()) + "(" + arguments(routine.arguments()) + ")";
		String kind = kind(routine.procedure());
		String sql = (operation.orReplace() ? "CREATE OR REPLACE " : "CREATE ") + kind + " " + signature
				+ ((routine.returns() != null) ? "\nRETURNS " + SqlFragment.of("return type", routine.returns()) : "")
				+ "\nLANGUAGE " + this.context.name(routine.language())
				+ ((routine.options() != null) ? " " + SqlFragment.of("options", routine.options()) : "") + "\nAS "
				+ PostgresqlText.dollarQuoted(routine.body());
		List<DdlStatement> statements = new ArrayList<>();
		statements.add(DdlContext.statement(sql));
		if (routine.comment() != null) {
			statements.add(this.context.comment(kind, address(routine.name(), routine.arguments()), routine.comment()));
		}
		return statements;
	}

	@Override
	public List<DdlStatement> visit(DropFunction operation) {
		return List.of(DdlContext.statement(DdlContext.drop(kind(operation.procedure()),
				address(operation.name(), operation.arguments()), operation.ifExists(), operation.cascade())));
	}

	private static String kind(boolean procedure) {
		return procedure ? "PROCEDURE" : "FUNCTION";
	}

	private static String arguments(String arguments) {
		return arguments.isBlank() ? "" : SqlFragment.of("argument list", arguments);
	}

	// An address has no defaults
	private String address(QualifiedName name, @Nullable String arguments) {
		return this.context.name(name)
				+ ((arguments != null) ? "(" + ArgumentList.withoutDefaults(arguments(arguments)) + ")" : "");
	}

}
