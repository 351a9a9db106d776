package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;

/**
 * Says what there is to say about dropping an index.
 *
 * @since 0.1.0
 */
public final class DropIndexBuilder {

	private boolean ifExists;

	private boolean cascade;

	private boolean concurrently;

	DropIndexBuilder() {
	}

	/**
	 * Do nothing if there is none of that name.
	 * @return this
	 */
	public DropIndexBuilder ifExists() {
		this.ifExists = true;
		return this;
	}

	/**
	 * Drop what depends on it, too.
	 * @return this
	 */
	public DropIndexBuilder cascade() {
		this.cascade = true;
		return this;
	}

	/**
	 * Let others go on meanwhile, which cannot be in a transaction.
	 * @return this
	 */
	public DropIndexBuilder concurrently() {
		this.concurrently = true;
		return this;
	}

	DropIndex operation(QualifiedName index) {
		return new DropIndex(index, index.name(), this.concurrently, this.ifExists, this.cascade, null);
	}

}
