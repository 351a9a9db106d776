package dev.limbeck.schema;

import org.jspecify.annotations.Nullable;

/**
 * Says what there is to say about an index of a table.
 *
 * @since 0.1.0
 */
public final class IndexBuilder extends IndexDefinition<IndexBuilder> {

	private @Nullable String name;

	IndexBuilder(@Nullable String name) {
		this.name = name;
	}

	@Override
	protected IndexBuilder self() {
		return this;
	}

	/**
	 * Name the index.
	 * @param name the name
	 * @return this
	 */
	public IndexBuilder name(String name) {
		this.name = name;
		return this;
	}

	Index index() {
		return index(this.name);
	}

}
