package dev.limbeck.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.IdentityBuilder;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.ServerDefault;
import org.jspecify.annotations.Nullable;

/**
 * Says what changes about a column. What is not said stays as it is.
 *
 * @since 0.1.0
 */
public final class AlterColumnBuilder {

	private final List<ColumnChange> changes = new ArrayList<>();

	private @Nullable ColumnType type;

	private @Nullable QualifiedName collation;

	private @Nullable String using;

	private boolean cast;

	private @Nullable Column existing;

	AlterColumnBuilder() {
	}

	/**
	 * Change the type.
	 * @param type the new type
	 * @return this
	 */
	public AlterColumnBuilder type(ColumnType type) {
		this.type = type;
		return this;
	}

	/**
	 * Make the values of the new type by an expression.
	 * @param expression the expression, such as {@code trim(code)::integer}
	 * @return this
	 */
	public AlterColumnBuilder using(String expression) {
		this.using = expression;
		return this;
	}

	/**
	 * Make the values of the new type by a cast, where the database would not by itself.
	 * An explicit cast cuts text that is too long.
	 * @return this
	 */
	public AlterColumnBuilder usingCast() {
		this.cast = true;
		return this;
	}

	/**
	 * Sort by a collation from now on, which needs the type, too.
	 * @param collation the name of the collation
	 * @return this
	 */
	public AlterColumnBuilder collate(String collation) {
		this.collation = QualifiedName.of(collation);
		return this;
	}

	/**
	 * Let no row be without a value.
	 * @return this
	 */
	public AlterColumnBuilder notNull() {
		return change(new ColumnChange.SetNullable(false));
	}

	/**
	 * Let rows be without a value.
	 * @return this
	 */
	public AlterColumnBuilder nullable() {
		return change(new ColumnChange.SetNullable(true));
	}

	/**
	 * Let the database compute a value where a row brings none.
	 * @param expression the expression in SQL
	 * @return this
	 */
	public AlterColumnBuilder serverDefault(String expression) {
		return change(new ColumnChange.SetDefault(ServerDefault.expression(expression)));
	}

	/**
	 * Let the database put a value where a row brings none.
	 * @param value the value, which is written as a literal
	 * @return this
	 */
	public AlterColumnBuilder serverDefaultValue(Object value) {
		return change(new ColumnChange.SetDefault(ServerDefault.value(value)));
	}

	/**
	 * Take the default away.
	 * @return this
	 */
	public AlterColumnBuilder dropDefault() {
		return change(new ColumnChange.SetDefault(null));
	}

	/**
	 * Describe the column.
	 * @param comment the comment
	 * @return this
	 */
	public AlterColumnBuilder comment(String comment) {
		return change(new ColumnChange.SetComment(comment));
	}

	/**
	 * Take the comment away.
	 * @return this
	 */
	public AlterColumnBuilder dropComment() {
		return change(new ColumnChange.SetComment(null));
	}

	/**
	 * Make it an identity column.
	 * @param definition says how it numbers rows
	 * @return this
	 */
	public AlterColumnBuilder addIdentity(Consumer<IdentityBuilder> definition) {
		return change(new ColumnChange.AddIdentity(IdentityBuilder.build(definition)));
	}

	/**
	 * Change how an identity column numbers rows.
	 * @param definition says how it does from now on
	 * @return this
	 */
	public AlterColumnBuilder identity(Consumer<IdentityBuilder> definition) {
		return change(new ColumnChange.SetIdentity(IdentityBuilder.build(definition)));
	}

	/**
	 * Make an identity column an ordinary one.
	 * @return this
	 */
	public AlterColumnBuilder dropIdentity() {
		return change(new ColumnChange.DropIdentity());
	}

	/**
	 * Change what a generated column is computed from, which PostgreSQL can from version
	 * 17 on.
	 * @param expression the new expression
	 * @return this
	 */
	public AlterColumnBuilder generatedAs(String expression) {
		return change(new ColumnChange.SetExpression(expression));
	}

	/**
	 * Make a generated column an ordinary one, which keeps its values.
	 * @return this
	 */
	public AlterColumnBuilder dropExpression() {
		return change(new ColumnChange.DropExpression(false));
	}

	/**
	 * Make a column an ordinary one, which keeps its values, if it is a generated one.
	 * @return this
	 */
	public AlterColumnBuilder dropExpressionIfExists() {
		return change(new ColumnChange.DropExpression(true));
	}

	/**
	 * Rename the column, after everything else.
	 * @param newName the new name
	 * @return this
	 */
	public AlterColumnBuilder rename(String newName) {
		return change(new ColumnChange.Rename(newName));
	}

	/**
	 * Tell what the column is like before, so that the change can be undone.
	 * @param existing the column
	 * @return this
	 */
	public AlterColumnBuilder existing(Column existing) {
		this.existing = existing;
		return this;
	}

	private AlterColumnBuilder change(ColumnChange change) {
		this.changes.add(change);
		return this;
	}

	AlterColumn operation(QualifiedName table, String column) {
		List<ColumnChange> all = new ArrayList<>();
		if (this.type != null) {
			all.add(new ColumnChange.SetType(this.type, this.collation, this.using, this.cast));
		}
		else if (this.using != null || this.cast || this.collation != null) {
			throw new InvalidOperationException("type", "is missing, though there is a 'using' or a collation");
		}
		all.addAll(this.changes);
		return new AlterColumn(table, column, all, this.existing);
	}

}
