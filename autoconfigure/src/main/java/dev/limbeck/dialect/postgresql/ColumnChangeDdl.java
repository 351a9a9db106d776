package dev.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.limbeck.dialect.DdlStatement;
import dev.limbeck.operation.AlterColumn;
import dev.limbeck.operation.ColumnChange;
import org.jspecify.annotations.Nullable;

/**
 * Writes the changes of a column, in an order that works whatever the order they were
 * said in.
 */
final class ColumnChangeDdl {

	private final DdlContext context;

	private final AlterColumn operation;

	private final String column;

	private final List<String> actions = new ArrayList<>();

	private final List<DdlStatement> comments = new ArrayList<>();

	private final List<DdlStatement> renames = new ArrayList<>();

	ColumnChangeDdl(DdlContext context, AlterColumn operation) {
		this.context = context;
		this.operation = operation;
		this.column = "ALTER COLUMN " + context.name(operation.column()) + " ";
	}

	Alteration alteration() {
		boolean typed = find(ColumnChange.SetType.class) != null;
		ColumnChange.SetDefault setDefault = find(ColumnChange.SetDefault.class);
		// the default there is may have no cast to the new type
		if (setDefault != null && (typed || setDefault.serverDefault() == null)) {
			add("DROP DEFAULT");
		}
		write(ColumnChange.DropIdentity.class, (change) -> add("DROP IDENTITY"));
		write(ColumnChange.DropExpression.class,
				(change) -> add("DROP EXPRESSION" + (change.ifExists() ? " IF EXISTS" : "")));
		write(ColumnChange.SetType.class, this::setType);
		write(ColumnChange.SetExpression.class, this::setExpression);
		if (setDefault != null && setDefault.serverDefault() != null) {
			add("SET DEFAULT " + this.context.serverDefault(setDefault.serverDefault()));
		}
		write(ColumnChange.SetNullable.class, (change) -> add((change.nullable() ? "DROP" : "SET") + " NOT NULL"));
		write(ColumnChange.AddIdentity.class,
				(change) -> add("ADD " + new ColumnClause(this.context).identity(change.identity())));
		write(ColumnChange.SetIdentity.class, this::setIdentity);
		write(ColumnChange.SetComment.class, (change) -> this.comments.add(
				new TableComments(this.context).of(this.operation.table(), this.operation.column(), change.comment())));
		write(ColumnChange.Rename.class, this::rename);
		return new Alteration(this.actions, this.comments, this.renames);
	}

	private void add(String action) {
		this.actions.add(this.column + action);
	}

	private <T extends ColumnChange> void write(Class<T> type, Consumer<T> writer) {
		T change = find(type);
		if (change != null) {
			writer.accept(change);
		}
	}

	private <T extends ColumnChange> @Nullable T find(Class<T> type) {
		return this.operation.changes().stream().filter(type::isInstance).map(type::cast).findFirst().orElse(null);
	}

	private void setType(ColumnChange.SetType change) {
		String type = this.context.type(change.type());
		String using = "";
		if (change.using() != null) {
			using = " USING " + SqlFragment.of("using expression", change.using());
		}
		else if (change.cast()) {
			using = " USING " + this.context.name(this.operation.column()) + "::" + type;
		}
		add("TYPE " + type + ((change.collation() != null) ? " COLLATE " + this.context.name(change.collation()) : "")
				+ using);
	}

	private void setExpression(ColumnChange.SetExpression change) {
		this.context.require(17, "SET EXPRESSION");
		add("SET EXPRESSION AS (" + SqlFragment.of("generated expression", change.expression()) + ")");
	}

	private void setIdentity(ColumnChange.SetIdentity change) {
		StringBuilder action = new StringBuilder("SET GENERATED ").append(ColumnClause.generation(change.identity()));
		CounterClause.of(change.identity().options()).forEach((option) -> action.append(" SET ").append(option));
		add(action.toString());
	}

	private void rename(ColumnChange.Rename change) {
		this.renames
			.add(DdlContext.statement("ALTER TABLE " + this.context.name(this.operation.table()) + " RENAME COLUMN "
					+ this.context.name(this.operation.column()) + " TO " + this.context.name(change.name())));
	}

}
