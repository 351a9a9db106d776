package dev.limbeck.schema;

/**
 * Says what a table consists of.
 *
 * @since 0.1.0
 */
public final class TableBuilder extends TableDefinition<TableBuilder> {

	TableBuilder(QualifiedName name) {
		super(name);
	}

	@Override
	protected TableBuilder self() {
		return this;
	}

}
