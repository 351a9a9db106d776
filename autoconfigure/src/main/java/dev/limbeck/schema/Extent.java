package dev.limbeck.schema;

/**
 * How much of a table whoever declares it can say. What a mapping cannot say is not
 * missing from what it says.
 *
 * @since 0.1.0
 */
public enum Extent {

	/** Everything that a table can have, as in Java or in SQL. */
	EVERYTHING,

	/**
	 * What an entity has: columns, keys, checks and plain indexes, and the rest only if
	 * somebody has written it in SQL.
	 */
	ENTITY,

	/** Columns, the primary key and foreign keys. */
	OUTLINE

}
