package dev.limbeck.schema;

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Says what there is to say about a primary key or a unique constraint besides its
 * columns.
 *
 * @since 0.1.0
 */
public final class KeyBuilder {

	private final List<String> columns;

	private @Nullable String name;

	private List<String> include = List.of();

	private boolean nullsNotDistinct;

	private boolean withoutOverlaps;

	private Deferrability deferrability = Deferrability.NOT_DEFERRABLE;

	private @Nullable String comment;

	private KeyBuilder(@Nullable String name, List<String> columns) {
		this.name = name;
		this.columns = columns;
	}

	/**
	 * Return a primary key.
	 * @param name the name, {@code null} for the convention's
	 * @param columns the columns
	 * @param definition says what else there is to say
	 * @return the primary key
	 */
	public static PrimaryKey primaryKey(@Nullable String name, List<String> columns, Consumer<KeyBuilder> definition) {
		KeyBuilder key = new KeyBuilder(name, columns);
		definition.accept(key);
		if (key.nullsNotDistinct) {
			throw new InvalidSchemaException("nullsNotDistinct", "applies to a unique constraint, not a primary key");
		}
		return new PrimaryKey(key.name, columns, key.include, key.withoutOverlaps, key.deferrability, key.comment);
	}

	/**
	 * Return a unique constraint.
	 * @param name the name, {@code null} for the convention's
	 * @param columns the columns
	 * @param definition says what else there is to say
	 * @return the unique constraint
	 */
	public static UniqueConstraint unique(@Nullable String name, List<String> columns,
			Consumer<KeyBuilder> definition) {
		KeyBuilder key = new KeyBuilder(name, columns);
		definition.accept(key);
		return new UniqueConstraint(key.name, key.columns, key.include, key.nullsNotDistinct, key.withoutOverlaps,
				key.deferrability, key.comment);
	}

	/**
	 * Name the constraint.
	 * @param name the name
	 * @return this
	 */
	public KeyBuilder name(String name) {
		this.name = name;
		return this;
	}

	/**
	 * Carry further columns in the index.
	 * @param columns the columns
	 * @return this
	 */
	public KeyBuilder include(String... columns) {
		this.include = List.of(columns);
		return this;
	}

	/**
	 * Count two nulls as equal, which PostgreSQL can from version 15 on.
	 * @return this
	 */
	public KeyBuilder nullsNotDistinct() {
		this.nullsNotDistinct = true;
		return this;
	}

	/**
	 * Take the last column, a range, for a period: rows equal otherwise may not overlap
	 * there. PostgreSQL can from version 18 on.
	 * @return this
	 */
	public KeyBuilder withoutOverlaps() {
		this.withoutOverlaps = true;
		return this;
	}

	/**
	 * Let transactions defer the check.
	 * @return this
	 */
	public KeyBuilder deferrable() {
		this.deferrability = Deferrability.INITIALLY_IMMEDIATE;
		return this;
	}

	/**
	 * Check at the end of the transaction.
	 * @return this
	 */
	public KeyBuilder initiallyDeferred() {
		this.deferrability = Deferrability.INITIALLY_DEFERRED;
		return this;
	}

	/**
	 * Describe the constraint.
	 * @param comment the comment
	 * @return this
	 */
	public KeyBuilder comment(String comment) {
		this.comment = comment;
		return this;
	}

}
