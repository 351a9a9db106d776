package dev.limbeck.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * What there is to say about a column besides its name and type.
 *
 * @param <B> the class itself
 * @since 0.1.0
 */
public abstract class ColumnDefinition<B extends ColumnDefinition<B>> {

	private final String name;

	private final ColumnType type;

	private final List<Function<QualifiedName, Constraint>> constraints = new ArrayList<>();

	private boolean nullable = true;

	private @Nullable ServerDefault serverDefault;

	private @Nullable Identity identity;

	private @Nullable Generated generated;

	private @Nullable QualifiedName collation;

	private @Nullable String comment;

	/**
	 * Create a definition.
	 * @param name the name of the column
	 * @param type the type
	 */
	protected ColumnDefinition(String name, ColumnType type) {
		this.name = name;
		this.type = type;
	}

	/**
	 * Return this as what it is.
	 * @return this
	 */
	protected abstract B self();

	/**
	 * Let no row be without a value.
	 * @return this
	 */
	public B notNull() {
		this.nullable = false;
		return self();
	}

	/**
	 * Let rows be without a value, which is so if nothing is said.
	 * @return this
	 */
	public B nullable() {
		this.nullable = true;
		return self();
	}

	/**
	 * Let the database compute a value where a row brings none.
	 * @param expression the expression in SQL, such as {@code now()} or {@code 'new'}
	 * with its quotes
	 * @return this
	 */
	public B serverDefault(String expression) {
		this.serverDefault = ServerDefault.expression(expression);
		return self();
	}

	/**
	 * Let the database put a value where a row brings none.
	 * @param value the value, which is written as a literal
	 * @return this
	 */
	public B serverDefaultValue(Object value) {
		this.serverDefault = ServerDefault.value(value);
		return self();
	}

	/**
	 * Let the database number the rows that bring no number.
	 * @return this
	 */
	public B identity() {
		return identity((options) -> {
		});
	}

	/**
	 * Let the database number the rows.
	 * @param definition says how
	 * @return this
	 */
	public B identity(Consumer<IdentityBuilder> definition) {
		IdentityBuilder builder = new IdentityBuilder();
		definition.accept(builder);
		this.identity = builder.identity();
		return self();
	}

	/**
	 * Let the database compute the value of every row, and store it.
	 * @param expression the expression
	 * @return this
	 */
	public B generatedAs(String expression) {
		this.generated = new Generated(expression, true);
		return self();
	}

	/**
	 * Let the database compute the value whenever it is read, which PostgreSQL can from
	 * version 18 on.
	 * @param expression the expression
	 * @return this
	 */
	public B generatedVirtualAs(String expression) {
		this.generated = new Generated(expression, false);
		return self();
	}

	/**
	 * Sort by a collation.
	 * @param collation the name of the collation
	 * @return this
	 */
	public B collate(String collation) {
		this.collation = QualifiedName.of(collation);
		return self();
	}

	/**
	 * Describe the column.
	 * @param comment the comment
	 * @return this
	 */
	public B comment(String comment) {
		this.comment = comment;
		return self();
	}

	/**
	 * Make the column the primary key.
	 * @return this
	 */
	public B primaryKey() {
		this.constraints.add((table) -> PrimaryKey.of(null, this.name));
		this.nullable = false;
		return self();
	}

	/**
	 * Let no two rows have the same value.
	 * @return this
	 */
	public B unique() {
		this.constraints.add((table) -> UniqueConstraint.of(null, this.name));
		return self();
	}

	/**
	 * Let the column refer to another table.
	 * @param table the other table, in the schema of this one
	 * @param column its column
	 * @return this
	 */
	public B references(String table, String column) {
		return references(table, column, (key) -> {
		});
	}

	/**
	 * Let the column refer to another table.
	 * @param table the other table, in the schema of this one unless the definition says
	 * another
	 * @param column its column
	 * @param definition says what else there is to say
	 * @return this
	 */
	public B references(String table, String column, Consumer<ForeignKeyBuilder> definition) {
		this.constraints
			.add((own) -> ForeignKey.of(null, List.of(this.name), own.sibling(table), List.of(column), definition));
		return self();
	}

	/**
	 * Demand a condition of every row.
	 * @param condition the condition
	 * @return this
	 */
	public B check(String condition) {
		return check(condition, (check) -> {
		});
	}

	/**
	 * Demand a condition of every row.
	 * @param condition the condition
	 * @param definition says what else there is to say, such as a name
	 * @return this
	 */
	public B check(String condition, Consumer<CheckBuilder> definition) {
		this.constraints.add((table) -> CheckBuilder.build(null, condition, definition));
		return self();
	}

	/**
	 * Return the column.
	 * @return the column
	 */
	protected Column column() {
		return new Column(this.name, this.type, this.nullable, this.serverDefault, this.identity, this.generated,
				this.collation, this.comment);
	}

	/**
	 * Return the constraints that were given with the column.
	 * @param table the table that the column belongs to
	 * @return the constraints
	 */
	protected List<Constraint> constraints(QualifiedName table) {
		return this.constraints.stream().map((constraint) -> constraint.apply(table)).toList();
	}

}
