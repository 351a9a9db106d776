package dev.limbeck.schema;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * An index.
 *
 * @param name the name; {@code null} means that the naming convention gives one
 * @param keys the columns and expressions, in order
 * @param unique whether no two rows may be equal in them
 * @param nullsNotDistinct whether two nulls count as equal then
 * @param method the index method, such as {@code btree}
 * @param include further columns that it carries
 * @param where the rows that it has, if not all
 * @param storageParameters the storage parameters
 * @param tablespace the tablespace, if it is not the database's own
 * @param valid whether queries may use it; building it concurrently may fail half-way
 * @param comment the comment, if it has one
 * @since 0.1.0
 */
public record Index(@Nullable String name, List<IndexKey> keys, boolean unique, boolean nullsNotDistinct, String method,
		List<String> include, @Nullable String where, Map<String, String> storageParameters,
		@Nullable String tablespace, boolean valid, @Nullable String comment) {

	/**
	 * The method of an index that does not name another.
	 */
	public static final String DEFAULT_METHOD = "btree";

	/**
	 * Create an index.
	 * @param name the name; {@code null} means that the naming convention gives one
	 * @param keys the columns and expressions, in order
	 * @param unique whether no two rows may be equal in them
	 * @param nullsNotDistinct whether two nulls count as equal then
	 * @param method the index method, such as {@code btree}
	 * @param include further columns that it carries
	 * @param where the rows that it has, if not all
	 * @param storageParameters the storage parameters
	 * @param tablespace the tablespace, if it is not the database's own
	 * @param valid whether queries may use it; building it concurrently may fail half-way
	 * @param comment the comment, if it has one
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public Index {
		Requirement.textIfAny("name", name);
		keys = Requirement.filled("keys", keys);
		Requirement.text("method", method);
		include = Requirement.names("include", include);
		Requirement.textIfAny("where", where);
		storageParameters = Requirement.map("storageParameters", storageParameters);
		Requirement.textIfAny("tablespace", tablespace);
		if (nullsNotDistinct && !unique) {
			throw new InvalidSchemaException("nullsNotDistinct", "requires 'unique'");
		}
	}

	/**
	 * Return an index.
	 * @param name the name, {@code null} for the convention's
	 * @param definition says what is indexed, and how
	 * @return the index
	 */
	public static Index of(@Nullable String name, Consumer<IndexBuilder> definition) {
		IndexBuilder builder = new IndexBuilder(name);
		definition.accept(builder);
		return builder.index();
	}

	/**
	 * Return the same index under a name.
	 * @param name the name
	 * @return the index
	 */
	public Index withName(String name) {
		return new Index(name, this.keys, this.unique, this.nullsNotDistinct, this.method, this.include, this.where,
				this.storageParameters, this.tablespace, this.valid, this.comment);
	}

	/**
	 * Return this index with other keys.
	 * @param keys the keys
	 * @return the index
	 */
	public Index withKeys(List<IndexKey> keys) {
		return new Index(this.name, keys, this.unique, this.nullsNotDistinct, this.method, this.include, this.where,
				this.storageParameters, this.tablespace, this.valid, this.comment);
	}

}
