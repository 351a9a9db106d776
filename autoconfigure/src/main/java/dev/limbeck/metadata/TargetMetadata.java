package dev.limbeck.metadata;

import java.util.List;

import dev.limbeck.schema.Schema;

/**
 * A part of the application's model that says which schema it needs, such as a
 * persistence unit. All of them together are what the database is compared with.
 *
 * @since 0.1.0
 */
public interface TargetMetadata {

	/**
	 * Return what this is called in messages.
	 * @return a name with what it is, such as {@code persistence unit 'default'}
	 */
	String name();

	/**
	 * Return the schema that is needed.
	 * @param serverVersion the major version of the PostgreSQL server that the schema is
	 * for, such as {@code 18}; column types may depend on it
	 * @return the schema, of which tables without a schema are in the default one
	 * @throws UnreadableModelException if the model cannot be read
	 */
	Schema schema(int serverVersion);

	/**
	 * Return what is left out of the comparison: it is not in the schema, and if the
	 * database has it, it stays.
	 * @param serverVersion the major version that the schema is for
	 * @return what is left out, named as in the schema
	 */
	default IgnoredObjects ignored(int serverVersion) {
		return IgnoredObjects.NONE;
	}

	/**
	 * Return what the model asks for, too, and is not compared.
	 * @param serverVersion the major version that the schema is for
	 * @return sentences, none if everything is compared
	 */
	default List<String> notes(int serverVersion) {
		return List.of();
	}

	/**
	 * Tell whether the schema has everything that the database is to have, views and
	 * functions, too: what it has not is to be removed.
	 * @return whether it has
	 */
	default boolean isComplete() {
		return false;
	}

	/**
	 * Do what needs a database for itself. Called before a comparison opens the one that
	 * it works with.
	 */
	default void prepare() {
	}

}
