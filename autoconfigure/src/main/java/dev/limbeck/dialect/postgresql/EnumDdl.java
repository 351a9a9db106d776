package dev.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.limbeck.dialect.DdlStatement;
import dev.limbeck.operation.AddEnumValue;
import dev.limbeck.operation.CreateEnum;
import dev.limbeck.operation.DropEnum;
import dev.limbeck.operation.EnumOperationVisitor;
import dev.limbeck.operation.RenameEnum;
import dev.limbeck.operation.RenameEnumValue;
import dev.limbeck.operation.SetEnumSchema;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Writes the operations on enum types.
 */
final class EnumDdl implements EnumOperationVisitor<List<DdlStatement>> {

	private final DdlContext context;

	EnumDdl(DdlContext context) {
		this.context = context;
	}

	@Override
	public List<DdlStatement> visit(CreateEnum operation) {
		EnumType type = operation.type();
		String name = this.context.name(type.name());
		String values = type.values().stream().map(this::value).collect(Collectors.joining(", "));
		List<DdlStatement> statements = new ArrayList<>();
		statements.add(DdlContext.statement("CREATE TYPE " + name + " AS ENUM (" + values + ")"));
		if (type.comment() != null) {
			statements.add(this.context.comment("TYPE", name, type.comment()));
		}
		return statements;
	}

	@Override
	public List<DdlStatement> visit(DropEnum operation) {
		return List.of(DdlContext.statement(DdlContext.drop("TYPE", this.context.name(operation.type()),
				operation.ifExists(), operation.cascade())));
	}

	@Override
	public List<DdlStatement> visit(RenameEnum operation) {
		return alter(operation.type(), "RENAME TO " + this.context.name(operation.newName()));
	}

	@Override
	public List<DdlStatement> visit(SetEnumSchema operation) {
		return List.of(this.context.setSchema("TYPE", operation.type(), operation.schema()));
	}

	// Allowed in a transaction, and rolled back with it; only to use the value there is
	// not
	@Override
	public List<DdlStatement> visit(AddEnumValue operation) {
		return alter(operation.type(),
				"ADD VALUE " + (operation.ifNotExists() ? "IF NOT EXISTS " : "") + value(operation.value())
						+ neighbour(" BEFORE ", operation.before()) + neighbour(" AFTER ", operation.after()));
	}

	@Override
	public List<DdlStatement> visit(RenameEnumValue operation) {
		return alter(operation.type(),
				"RENAME VALUE " + value(operation.value()) + " TO " + value(operation.newValue()));
	}

	private List<DdlStatement> alter(QualifiedName type, String action) {
		return List.of(DdlContext.statement("ALTER TYPE " + this.context.name(type) + " " + action));
	}

	private String neighbour(String keyword, @Nullable String value) {
		return (value != null) ? keyword + value(value) : "";
	}

	private String value(String value) {
		this.context.names().check("enum value", value);
		return this.context.literal(value);
	}

}
