package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.TableDefinition;

/**
 * Says what a table that is created consists of.
 *
 * @since 0.1.0
 */
public final class CreateTableBuilder extends TableDefinition<CreateTableBuilder> {

	private boolean ifNotExists;

	CreateTableBuilder(QualifiedName name) {
		super(name);
	}

	@Override
	protected CreateTableBuilder self() {
		return this;
	}

	/**
	 * Do nothing if there is a table of that name, whatever it looks like.
	 * @return this
	 */
	public CreateTableBuilder ifNotExists() {
		this.ifNotExists = true;
		return this;
	}

	CreateTable operation() {
		return new CreateTable(table(), this.ifNotExists);
	}

}
