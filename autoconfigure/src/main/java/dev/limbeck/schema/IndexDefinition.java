package dev.limbeck.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * What there is to say about an index besides its name.
 *
 * @param <B> the class itself
 * @since 0.1.0
 */
public abstract class IndexDefinition<B extends IndexDefinition<B>> {

	private final List<IndexKey> keys = new ArrayList<>();

	private final Map<String, String> storageParameters = new LinkedHashMap<>();

	private boolean unique;

	private boolean nullsNotDistinct;

	private String method = Index.DEFAULT_METHOD;

	private List<String> include = List.of();

	private @Nullable String where;

	private @Nullable String tablespace;

	private @Nullable String comment;

	/**
	 * Create a definition.
	 */
	protected IndexDefinition() {
	}

	/**
	 * Return this as what it is.
	 * @return this
	 */
	protected abstract B self();

	/**
	 * Index columns in ascending order.
	 * @param columns the columns
	 * @return this
	 */
	public B columns(String... columns) {
		for (String column : columns) {
			this.keys.add(IndexKey.column(column));
		}
		return self();
	}

	/**
	 * Index a column.
	 * @param column the column
	 * @param definition says how
	 * @return this
	 */
	public B column(String column, Consumer<IndexKeyBuilder> definition) {
		return key(IndexKey.column(column), definition);
	}

	/**
	 * Index an expression in ascending order.
	 * @param expression the expression, such as {@code lower(name)}
	 * @return this
	 */
	public B expression(String expression) {
		this.keys.add(IndexKey.expression(expression));
		return self();
	}

	/**
	 * Index an expression.
	 * @param expression the expression
	 * @param definition says how
	 * @return this
	 */
	public B expression(String expression, Consumer<IndexKeyBuilder> definition) {
		return key(IndexKey.expression(expression), definition);
	}

	private B key(IndexKey key, Consumer<IndexKeyBuilder> definition) {
		IndexKeyBuilder builder = new IndexKeyBuilder(key);
		definition.accept(builder);
		this.keys.add(builder.build());
		return self();
	}

	/**
	 * Let no two rows be equal.
	 * @return this
	 */
	public B unique() {
		this.unique = true;
		return self();
	}

	/**
	 * Count two nulls as equal in a unique index, which PostgreSQL can from version 15
	 * on.
	 * @return this
	 */
	public B nullsNotDistinct() {
		this.nullsNotDistinct = true;
		return self();
	}

	/**
	 * Use another index method than {@code btree}.
	 * @param method the method, such as {@code gin}
	 * @return this
	 */
	public B using(String method) {
		this.method = method;
		return self();
	}

	/**
	 * Carry further columns.
	 * @param columns the columns
	 * @return this
	 */
	public B include(String... columns) {
		this.include = List.of(columns);
		return self();
	}

	/**
	 * Index only some rows.
	 * @param condition which
	 * @return this
	 */
	public B where(String condition) {
		this.where = condition;
		return self();
	}

	/**
	 * Set a storage parameter.
	 * @param parameter the parameter, such as {@code fillfactor}
	 * @param value the value
	 * @return this
	 */
	public B with(String parameter, String value) {
		this.storageParameters.put(parameter, value);
		return self();
	}

	/**
	 * Put the index in a tablespace.
	 * @param tablespace the tablespace
	 * @return this
	 */
	public B tablespace(String tablespace) {
		this.tablespace = tablespace;
		return self();
	}

	/**
	 * Describe the index.
	 * @param comment the comment
	 * @return this
	 */
	public B comment(String comment) {
		this.comment = comment;
		return self();
	}

	/**
	 * Return the index.
	 * @param name the name, {@code null} for the convention's
	 * @return the index
	 */
	protected Index index(@Nullable String name) {
		return new Index(name, this.keys, this.unique, this.nullsNotDistinct, this.method, this.include, this.where,
				this.storageParameters, this.tablespace, true, this.comment);
	}

}
