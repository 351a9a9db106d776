package dev.limbeck.operation;

import dev.limbeck.schema.IndexDefinition;
import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Says what there is to say about an index that is created.
 *
 * @since 0.1.0
 */
public final class CreateIndexBuilder extends IndexDefinition<CreateIndexBuilder> {

	private boolean concurrently;

	private boolean ifNotExists;

	CreateIndexBuilder() {
	}

	@Override
	protected CreateIndexBuilder self() {
		return this;
	}

	/**
	 * Let others write meanwhile, which cannot be in a transaction.
	 * @return this
	 */
	public CreateIndexBuilder concurrently() {
		this.concurrently = true;
		return this;
	}

	/**
	 * Do nothing if there is an index of that name, whatever it is like, and even if it
	 * is not valid.
	 * @return this
	 */
	public CreateIndexBuilder ifNotExists() {
		this.ifNotExists = true;
		return this;
	}

	CreateIndex operation(@Nullable String name, QualifiedName table) {
		return new CreateIndex(table, index(name), this.concurrently, this.ifNotExists);
	}

}
