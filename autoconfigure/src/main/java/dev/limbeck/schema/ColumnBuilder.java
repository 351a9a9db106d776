package dev.limbeck.schema;

/**
 * Says what there is to say about a column of a table.
 *
 * @since 0.1.0
 */
public final class ColumnBuilder extends ColumnDefinition<ColumnBuilder> {

	ColumnBuilder(String name, ColumnType type) {
		super(name, type);
	}

	@Override
	protected ColumnBuilder self() {
		return this;
	}

}
