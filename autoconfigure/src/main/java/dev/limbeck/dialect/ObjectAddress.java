package dev.limbeck.dialect;

import dev.limbeck.schema.QualifiedName;

/**
 * What tells an object from all others of a database.
 *
 * @param kind what kind of name it has
 * @param name the name, or that of the table that it is part of
 * @param part the name within the table, or the arguments of a routine; otherwise empty
 * @since 0.1.0
 */
public record ObjectAddress(Kind kind, QualifiedName name, String part) {

	/**
	 * Return the address of an object that is part of nothing.
	 * @param kind what kind of name it has
	 * @param name the name
	 * @return the address
	 */
	public static ObjectAddress of(Kind kind, QualifiedName name) {
		return new ObjectAddress(kind, name, "");
	}

	/**
	 * Return the address of a table, a view or a sequence.
	 * @param name the name
	 * @return the address
	 */
	public static ObjectAddress relation(QualifiedName name) {
		return of(Kind.RELATION, name);
	}

	/**
	 * Return the address of a column.
	 * @param table the table
	 * @param column the name of the column
	 * @return the address
	 */
	public static ObjectAddress column(QualifiedName table, String column) {
		return new ObjectAddress(Kind.COLUMN, table, column);
	}

	@Override
	public String toString() {
		return switch (this.kind) {
			case ROUTINE -> this.name + "(" + this.part + ")";
			case FURTHER -> this.part;
			default -> this.part.isEmpty() ? this.name.toString() : this.name + "." + this.part;
		};
	}

	/**
	 * The kinds of names: no two objects of a kind have the same.
	 */
	public enum Kind {

		/** A schema. */
		SCHEMA,

		/** An extension. */
		EXTENSION,

		/** A type that is no table. */
		TYPE,

		/** A function or procedure. */
		ROUTINE,

		/** A table, a view or a sequence. */
		RELATION,
		/** A column of a table. */
		COLUMN,

		/** The default of a column. */
		DEFAULT,

		/** A constraint of a table. */
		CONSTRAINT,

		/** An index of a table. */
		INDEX,

		/** Something for which there is no operation. */
		FURTHER

	}

}
