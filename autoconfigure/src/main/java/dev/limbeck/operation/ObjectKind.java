package dev.limbeck.operation;

/**
 * The kinds of objects that have a comment, besides tables, columns and constraints.
 *
 * @since 0.1.0
 */
public enum ObjectKind {

	/**
	 * An index.
	 */
	INDEX,

	/**
	 * A sequence.
	 */
	SEQUENCE,

	/**
	 * An enum type, or another type.
	 */
	TYPE,

	/**
	 * A view.
	 */
	VIEW,

	/**
	 * A materialized view.
	 */
	MATERIALIZED_VIEW,

	/**
	 * A schema. It is in no other.
	 */
	SCHEMA,

	/**
	 * An extension. It is in no schema.
	 */
	EXTENSION

}
