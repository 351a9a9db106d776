package dev.limbeck.schema;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Says what there is to say about an exclusion constraint.
 *
 * @since 0.1.0
 */
public final class ExcludeBuilder {

	private final List<ExcludeElement> elements = new ArrayList<>();

	private @Nullable String name;

	private String method = "gist";

	private List<String> include = List.of();

	private @Nullable String where;

	private Deferrability deferrability = Deferrability.NOT_DEFERRABLE;

	private @Nullable String comment;

	ExcludeBuilder(@Nullable String name) {
		this.name = name;
	}

	/**
	 * Name the constraint.
	 * @param name the name
	 * @return this
	 */
	public ExcludeBuilder name(String name) {
		this.name = name;
		return this;
	}

	/**
	 * Use another index method than {@code gist}.
	 * @param method the method
	 * @return this
	 */
	public ExcludeBuilder using(String method) {
		this.method = method;
		return this;
	}

	/**
	 * Compare a column.
	 * @param column the column
	 * @param operator the operator, such as {@code =}
	 * @return this
	 */
	public ExcludeBuilder column(String column, String operator) {
		return element(IndexKey.column(column), operator);
	}

	/**
	 * Compare an expression.
	 * @param expression the expression
	 * @param operator the operator, such as {@code &&}
	 * @return this
	 */
	public ExcludeBuilder expression(String expression, String operator) {
		return element(IndexKey.expression(expression), operator);
	}

	/**
	 * Compare a key, which can have a collation or an operator class.
	 * @param key the key
	 * @param operator the operator
	 * @return this
	 */
	public ExcludeBuilder element(IndexKey key, String operator) {
		this.elements.add(new ExcludeElement(key, operator));
		return this;
	}

	/**
	 * Carry further columns in the index.
	 * @param columns the columns
	 * @return this
	 */
	public ExcludeBuilder include(String... columns) {
		this.include = List.of(columns);
		return this;
	}

	/**
	 * Compare only some rows.
	 * @param condition which
	 * @return this
	 */
	public ExcludeBuilder where(String condition) {
		this.where = condition;
		return this;
	}

	/**
	 * Let transactions defer the check.
	 * @return this
	 */
	public ExcludeBuilder deferrable() {
		this.deferrability = Deferrability.INITIALLY_IMMEDIATE;
		return this;
	}

	/**
	 * Check at the end of the transaction.
	 * @return this
	 */
	public ExcludeBuilder initiallyDeferred() {
		this.deferrability = Deferrability.INITIALLY_DEFERRED;
		return this;
	}

	/**
	 * Describe the constraint.
	 * @param comment the comment
	 * @return this
	 */
	public ExcludeBuilder comment(String comment) {
		this.comment = comment;
		return this;
	}

	ExcludeConstraint constraint() {
		return new ExcludeConstraint(this.name, this.method, this.elements, this.include, this.where,
				this.deferrability, this.comment);
	}

}
