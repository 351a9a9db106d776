package dev.limbeck.schema;

import org.jspecify.annotations.Nullable;

/**
 * Says what there is to say about a column of a table.
 *
 * @since 0.1.0
 */
public final class ColumnBuilder extends ColumnDefinition<ColumnBuilder> {

	private @Nullable String renamedFrom;

	ColumnBuilder(String name, ColumnType type) {
		super(name, type);
	}

	@Override
	protected ColumnBuilder self() {
		return this;
	}

	/**
	 * Tell that the column had another name before, so that a comparison with a database
	 * that still has it renames it, rather than to drop one and add the other.
	 * @param name the name that it had
	 * @return this
	 */
	public ColumnBuilder renamedFrom(String name) {
		this.renamedFrom = name;
		return this;
	}

	@Nullable String renamedFrom() {
		return this.renamedFrom;
	}

}
