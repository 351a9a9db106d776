package dev.limbeck.dialect;

/**
 * When an object is created on an empty database, if nothing that it needs or that needs
 * it says otherwise. What is evaluated when it is created (indexes, materialized views)
 * comes when all that it may read is there.
 *
 * @since 0.1.0
 */
public enum CreationRank {

	/** Schemas. */
	SCHEMA,

	/** Extensions. */
	EXTENSION,

	/** Collations. */
	COLLATION,

	/** Types. */
	TYPE,

	/** Sequences. */
	SEQUENCE,

	/** Functions, procedures and aggregates. */
	ROUTINE,

	/** Tables with all of their parts that can be created with them. */
	TABLE,

	/** What makes a sequence go with a column. */
	SEQUENCE_OWNER,

	/** Identities and defaults that cannot be created with the table. */
	DEFAULT,

	/** Constraints that cannot be created with the table. */
	CONSTRAINT,

	/** Indexes that cannot be created with the table. */
	INDEX,

	/** What makes a table a partition of another. */
	PARTITION,

	/** Foreign keys that cannot be created with the table. */
	FOREIGN_KEY,

	/** Views. */
	VIEW,

	/** Materialized views. */
	MATERIALIZED_VIEW,

	/** Settings of tables and columns. */
	SETTING,

	/** Extended statistics. */
	STATISTICS,

	/** Rules. */
	RULE,

	/** Triggers. */
	TRIGGER,

	/** Policies. */
	POLICY,

	/** Comments. */
	COMMENT,

	/** Privileges. */
	PRIVILEGE

}
