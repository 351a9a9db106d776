package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;

/**
 * Says what there is to say about refreshing a materialized view.
 *
 * @since 0.1.0
 */
public final class RefreshBuilder {

	private boolean concurrently;

	private boolean withData = true;

	RefreshBuilder() {
	}

	/**
	 * Let others read meanwhile, which needs a unique index.
	 * @return this
	 */
	public RefreshBuilder concurrently() {
		this.concurrently = true;
		return this;
	}

	/**
	 * Empty it, so that it cannot be read before it is refreshed again.
	 * @return this
	 */
	public RefreshBuilder withNoData() {
		this.withData = false;
		return this;
	}

	RefreshMaterializedView operation(QualifiedName view) {
		return new RefreshMaterializedView(view, this.concurrently, this.withData);
	}

}
