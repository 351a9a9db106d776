package dev.limbeck.operation;

import dev.limbeck.schema.ColumnDefinition;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.QualifiedName;

/**
 * Says what there is to say about a column that is added.
 *
 * @since 0.1.0
 */
public final class AddColumnBuilder extends ColumnDefinition<AddColumnBuilder> {

	private boolean ifNotExists;

	AddColumnBuilder(String name, ColumnType type) {
		super(name, type);
	}

	@Override
	protected AddColumnBuilder self() {
		return this;
	}

	/**
	 * Do nothing if there is a column of that name, whatever it is like.
	 * @return this
	 */
	public AddColumnBuilder ifNotExists() {
		this.ifNotExists = true;
		return this;
	}

	AddColumn operation(QualifiedName table) {
		return new AddColumn(table, column(), constraints(table), this.ifNotExists);
	}

}
