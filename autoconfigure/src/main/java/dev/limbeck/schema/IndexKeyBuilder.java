package dev.limbeck.schema;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Says what there is to say about one column or expression of an index.
 *
 * @since 0.1.0
 */
public final class IndexKeyBuilder {

	private final IndexKey key;

	private final Map<String, String> parameters = new LinkedHashMap<>();

	private @Nullable QualifiedName collation;

	private @Nullable QualifiedName operatorClass;

	private boolean descending;

	private @Nullable Boolean nullsFirst;

	IndexKeyBuilder(IndexKey key) {
		this.key = key;
	}

	/**
	 * Put the greatest first, and nulls before it.
	 * @return this
	 */
	public IndexKeyBuilder descending() {
		this.descending = true;
		return this;
	}

	/**
	 * Put nulls first.
	 * @return this
	 */
	public IndexKeyBuilder nullsFirst() {
		this.nullsFirst = true;
		return this;
	}

	/**
	 * Put nulls last.
	 * @return this
	 */
	public IndexKeyBuilder nullsLast() {
		this.nullsFirst = false;
		return this;
	}

	/**
	 * Sort by a collation.
	 * @param collation the name of the collation
	 * @return this
	 */
	public IndexKeyBuilder collate(String collation) {
		this.collation = QualifiedName.of(collation);
		return this;
	}

	/**
	 * Use an operator class.
	 * @param name the name, such as {@code text_pattern_ops}
	 * @return this
	 */
	public IndexKeyBuilder operatorClass(String name) {
		return operatorClass(null, name);
	}

	/**
	 * Use an operator class in a schema.
	 * @param schema the schema
	 * @param name the name
	 * @return this
	 */
	public IndexKeyBuilder operatorClass(@Nullable String schema, String name) {
		this.operatorClass = QualifiedName.of(schema, name);
		return this;
	}

	/**
	 * Give the operator class a parameter.
	 * @param name the name
	 * @param value the value
	 * @return this
	 */
	public IndexKeyBuilder operatorClassParameter(String name, String value) {
		this.parameters.put(name, value);
		return this;
	}

	IndexKey build() {
		boolean nulls = (this.nullsFirst != null) ? this.nullsFirst : this.descending;
		return new IndexKey(this.key.column(), this.key.expression(), this.collation, this.operatorClass,
				this.parameters, this.descending, nulls);
	}

}
