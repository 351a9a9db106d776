package dev.limbeck.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What there is to say about a table besides what it consists of.
 *
 * @param <B> the class itself
 * @since 0.1.0
 */
public abstract class TableOptionsDefinition<B extends TableOptionsDefinition<B>> {

	private final List<QualifiedName> inherits = new ArrayList<>();

	private final Map<String, String> storageParameters = new LinkedHashMap<>();

	private boolean unlogged;

	private @Nullable String partitionBy;

	private @Nullable String tablespace;

	private @Nullable String comment;

	/**
	 * Create a definition that leaves everything to the database.
	 */
	protected TableOptionsDefinition() {
	}

	/**
	 * Return this as what it is.
	 * @return this
	 */
	protected abstract B self();

	/**
	 * Do without the write-ahead log; the table is empty after a crash.
	 * @return this
	 */
	public B unlogged() {
		this.unlogged = true;
		return self();
	}

	/**
	 * Partition the table.
	 * @param partitioning how, such as {@code RANGE (created)}
	 * @return this
	 */
	public B partitionBy(String partitioning) {
		this.partitionBy = partitioning;
		return self();
	}

	/**
	 * Inherit from another table.
	 * @param table the other table
	 * @return this
	 */
	public B inherits(QualifiedName table) {
		this.inherits.add(table);
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
	 * Put the table in a tablespace.
	 * @param tablespace the tablespace
	 * @return this
	 */
	public B tablespace(String tablespace) {
		this.tablespace = tablespace;
		return self();
	}

	/**
	 * Describe the table.
	 * @param comment the comment
	 * @return this
	 */
	public B comment(String comment) {
		this.comment = comment;
		return self();
	}

	TableOptions options() {
		return new TableOptions(this.unlogged, this.partitionBy, this.inherits, this.storageParameters,
				this.tablespace);
	}

	@Nullable String comment() {
		return this.comment;
	}

}
