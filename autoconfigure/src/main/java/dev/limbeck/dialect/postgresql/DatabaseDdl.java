package dev.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.dialect.DdlStatement;
import dev.limbeck.operation.CommentOnObject;
import dev.limbeck.operation.CreateExtension;
import dev.limbeck.operation.CreateSchema;
import dev.limbeck.operation.DatabaseOperationVisitor;
import dev.limbeck.operation.DropExtension;
import dev.limbeck.operation.DropSchema;
import dev.limbeck.operation.ObjectKind;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * Writes the operations on schemas, extensions and comments.
 */
final class DatabaseDdl implements DatabaseOperationVisitor<List<DdlStatement>> {

	private final DdlContext context;

	DatabaseDdl(DdlContext context) {
		this.context = context;
	}

	@Override
	public List<DdlStatement> visit(CreateSchema operation) {
		Namespace schema = operation.schema();
		String name = this.context.name(schema.name());
		String sql = "CREATE SCHEMA " + (operation.ifNotExists() ? "IF NOT EXISTS " : "") + name
				+ ((schema.owner() != null) ? " AUTHORIZATION " + this.context.name(schema.owner()) : "");
		return withComment(sql, "SCHEMA", name, schema.comment());
	}

	@Override
	public List<DdlStatement> visit(DropSchema operation) {
		return List.of(DdlContext.statement(DdlContext.drop("SCHEMA", this.context.name(operation.schema()),
				operation.ifExists(), operation.cascade())));
	}

	@Override
	public List<DdlStatement> visit(CreateExtension operation) {
		Extension extension = operation.extension();
		String name = this.context.name(extension.name());
		String sql = "CREATE EXTENSION " + (operation.ifNotExists() ? "IF NOT EXISTS " : "") + name
				+ ((extension.schema() != null) ? " SCHEMA " + this.context.name(extension.schema()) : "")
				+ ((extension.version() != null) ? " VERSION " + this.context.literal(extension.version()) : "")
				+ (operation.cascade() ? " CASCADE" : "");
		return withComment(sql, "EXTENSION", name, extension.comment());
	}

	@Override
	public List<DdlStatement> visit(DropExtension operation) {
		return List.of(DdlContext.statement(DdlContext.drop("EXTENSION", this.context.name(operation.extension()),
				operation.ifExists(), operation.cascade())));
	}

	@Override
	public List<DdlStatement> visit(CommentOnObject operation) {
		boolean qualified = operation.kind() != ObjectKind.SCHEMA && operation.kind() != ObjectKind.EXTENSION;
		String name = qualified ? this.context.name(operation.name()) : this.context.name(operation.name().name());
		return List.of(this.context.comment(operation.kind().name().replace('_', ' '), name, operation.comment()));
	}

	private List<DdlStatement> withComment(String sql, String kind, String name, @Nullable String comment) {
		List<DdlStatement> statements = new ArrayList<>();
		statements.add(DdlContext.statement(sql));
		if (comment != null) {
			statements.add(this.context.comment(kind, name, comment));
		}
		return statements;
	}

}
