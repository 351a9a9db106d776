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
	FUNCTION("function"),

	/** A domain. */
	DOMAIN("domain"),

	/** A type that is neither an enum nor a domain. */
	TYPE("type"),

	/** A collation. */
	COLLATION("collation"),

	/** An aggregate. */
	AGGREGATE("aggregate"),

	/** A partition of a table. */
	PARTITION("partition"),

	/** A setting of a table or a column. */
	SETTING("setting"),

	/** Extended statistics. */
	STATISTICS("statistics"),

	/** A rule. */
	RULE("rule"),

	/** A trigger. */
	TRIGGER("trigger"),

	/** A policy. */
	POLICY("policy"),

	/** A comment that is no part of what it is about. */
	COMMENT("comment"),

	/** Privileges. */
	PRIVILEGE("privilege");

	private final String words;

	ObjectType(String words) {
		this.words = words;
	}

	/**
	 * Return the kind that is called something.
	 * @param words what it is called in a sentence
	 * @return the kind
	 * @throws IllegalArgumentException if there is none
	 */
	static ObjectType of(String words) {
		for (ObjectType type : values()) {
			if (type.words.equals(words)) {
				return type;
			}
		}
		throw new IllegalArgumentException("There is no kind of object that is called '" + words + "'");
	}

	/**
	 * Return what such an object is called in a sentence.
	 * @return one or more words
	 */
	public String words() {
		return this.words;
	}

}
