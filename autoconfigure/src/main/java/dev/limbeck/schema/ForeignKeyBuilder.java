package dev.limbeck.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Says what there is to say about a foreign key besides its columns.
 *
 * @since 0.1.0
 */
public final class ForeignKeyBuilder {

	private final List<String> columns;

	private final List<String> referredColumns;

	private @Nullable String name;

	private QualifiedName referredTable;

	private ReferentialAction onDelete = ReferentialAction.NO_ACTION;

	private List<String> setOnDelete = List.of();

	private ReferentialAction onUpdate = ReferentialAction.NO_ACTION;

	private MatchType match = MatchType.SIMPLE;

	private boolean period;

	private Deferrability deferrability = Deferrability.NOT_DEFERRABLE;

	private boolean validated = true;

	private boolean enforced = true;

	private @Nullable String comment;

	ForeignKeyBuilder(@Nullable String name, List<String> columns, QualifiedName referredTable,
			List<String> referredColumns) {
		this.name = name;
		this.columns = columns;
		this.referredTable = referredTable;
		this.referredColumns = referredColumns;
	}

	/**
	 * Name the constraint.
	 * @param name the name
	 * @return this
	 */
	public ForeignKeyBuilder name(String name) {
		this.name = name;
		return this;
	}

	/**
	 * Refer to a table in another schema than that of the table that refers.
	 * @param schema the schema; {@code null} for where the connection finds the table
	 * @return this
	 */
	public ForeignKeyBuilder referredSchema(@Nullable String schema) {
		this.referredTable = QualifiedName.of(schema, this.referredTable.name());
		return this;
	}

	/**
	 * Say what a delete there does here.
	 * @param action the action
	 * @return this
	 */
	public ForeignKeyBuilder onDelete(ReferentialAction action) {
		this.onDelete = action;
		return this;
	}

	/**
	 * Say what a delete there does to some columns here, which PostgreSQL can from
	 * version 15 on.
	 * @param action {@code SET_NULL} or {@code SET_DEFAULT}
	 * @param columns the columns
	 * @return this
	 */
	public ForeignKeyBuilder onDelete(ReferentialAction action, String... columns) {
		this.onDelete = action;
		this.setOnDelete = List.of(columns);
		return this;
	}

	/**
	 * Say what an update of the key there does here.
	 * @param action the action
	 * @return this
	 */
	public ForeignKeyBuilder onUpdate(ReferentialAction action) {
		this.onUpdate = action;
		return this;
	}

	/**
	 * Let either all columns be null, or none.
	 * @return this
	 */
	public ForeignKeyBuilder matchFull() {
		this.match = MatchType.FULL;
		return this;
	}

	/**
	 * Take the last column, a range, for a period that must be covered there. PostgreSQL
	 * can from version 18 on.
	 * @return this
	 */
	public ForeignKeyBuilder period() {
		this.period = true;
		return this;
	}

	/**
	 * Let transactions defer the check.
	 * @return this
	 */
	public ForeignKeyBuilder deferrable() {
		this.deferrability = Deferrability.INITIALLY_IMMEDIATE;
		return this;
	}

	/**
	 * Check at the end of the transaction.
	 * @return this
	 */
	public ForeignKeyBuilder initiallyDeferred() {
		this.deferrability = Deferrability.INITIALLY_DEFERRED;
		return this;
	}

	/**
	 * Leave the rows that are there unchecked, until the constraint is validated.
	 * @return this
	 */
	public ForeignKeyBuilder notValid() {
		this.validated = false;
		return this;
	}

	/**
	 * Never check, which PostgreSQL can from version 18 on.
	 * @return this
	 */
	public ForeignKeyBuilder notEnforced() {
		this.enforced = false;
		return this;
	}

	/**
	 * Describe the constraint.
	 * @param comment the comment
	 * @return this
	 */
	public ForeignKeyBuilder comment(String comment) {
		this.comment = comment;
		return this;
	}

	ForeignKey foreignKey() {
		return new ForeignKey(this.name, this.columns, this.referredTable, this.referredColumns, this.onDelete,
				this.setOnDelete, this.onUpdate, this.match, this.period, this.deferrability, this.validated,
				this.enforced, this.comment);
	}

}
