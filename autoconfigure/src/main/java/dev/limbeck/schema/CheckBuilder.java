package dev.limbeck.schema;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Says what there is to say about a check constraint besides its condition.
 *
 * @since 0.1.0
 */
public final class CheckBuilder {

	private @Nullable String name;

	private boolean noInherit;

	private boolean validated = true;

	private boolean enforced = true;

	private @Nullable String comment;

	private CheckBuilder(@Nullable String name) {
		this.name = name;
	}

	/**
	 * Return a check constraint.
	 * @param name the name, {@code null} for the convention's
	 * @param condition the condition
	 * @param definition says what else there is to say
	 * @return the check constraint
	 */
	public static CheckConstraint build(@Nullable String name, String condition, Consumer<CheckBuilder> definition) {
		CheckBuilder check = new CheckBuilder(name);
		definition.accept(check);
		return new CheckConstraint(check.name, condition, check.noInherit, check.validated, check.enforced,
				check.comment);
	}

	/**
	 * Name the constraint.
	 * @param name the name
	 * @return this
	 */
	public CheckBuilder name(String name) {
		this.name = name;
		return this;
	}

	/**
	 * Let tables that inherit do without it.
	 * @return this
	 */
	public CheckBuilder noInherit() {
		this.noInherit = true;
		return this;
	}

	/**
	 * Leave the rows that are there unchecked, until the constraint is validated.
	 * @return this
	 */
	public CheckBuilder notValid() {
		this.validated = false;
		return this;
	}

	/**
	 * Never check, which PostgreSQL can from version 18 on.
	 * @return this
	 */
	public CheckBuilder notEnforced() {
		this.enforced = false;
		return this;
	}

	/**
	 * Describe the constraint.
	 * @param comment the comment
	 * @return this
	 */
	public CheckBuilder comment(String comment) {
		this.comment = comment;
		return this;
	}

}
