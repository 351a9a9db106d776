package dev.limbeck.compare;

/**
 * The kinds of objects that are compared.
 *
 * @since 0.1.0
 */
public enum ObjectType {

	/** A schema, in the sense of a named part of a database. */
	SCHEMA("schema"),

	/** An extension. */
	EXTENSION("extension"),

	/** An enum type. */
	ENUM_TYPE("enum type"),

	/** A value of an enum type. */
	ENUM_VALUE("enum value"),

	/** A sequence. */
	SEQUENCE("sequence"),

	/** A table. */
	TABLE("table"),

	/** A column. */
	COLUMN("column"),

	/** A primary key. */
	PRIMARY_KEY("primary key"),

	/** A unique constraint. */
	UNIQUE_CONSTRAINT("unique constraint"),

	/** A foreign key. */
	FOREIGN_KEY("foreign key"),

	/** A check constraint. */
	CHECK_CONSTRAINT("check constraint"),

	/** An exclusion constraint. */
	EXCLUDE_CONSTRAINT("exclusion constraint"),

	/** An index. */
	INDEX("index"),

	/** A view. */
	VIEW("view"),

	/** A materialized view. */
	MATERIALIZED_VIEW("materialized view"),

	/** A function or procedure. */
	FUNCTION("function");

	private final String words;

	ObjectType(String words) {
		this.words = words;
	}

	/**
	 * Return what such an object is called in a sentence.
	 * @return one or more words
	 */
	public String words() {
		return this.words;
	}

}
