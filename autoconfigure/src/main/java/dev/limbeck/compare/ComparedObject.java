package dev.limbeck.compare;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * An object that is compared.
 *
 * @param type what it is
 * @param table the table that it is part of, if it is part of one
 * @param name the name, without a schema if it is in the default one or part of a table
 * @since 0.1.0
 */
public record ComparedObject(ObjectType type, @Nullable QualifiedName table, QualifiedName name) {

	/**
	 * Return an object that is part of nothing.
	 * @param type what it is
	 * @param name the name
	 * @return the object
	 */
	public static ComparedObject of(ObjectType type, QualifiedName name) {
		return new ComparedObject(type, null, name);
	}

	/**
	 * Return an object that is part of a table.
	 * @param type what it is
	 * @param table the table
	 * @param name the name
	 * @return the object
	 */
	public static ComparedObject of(ObjectType type, QualifiedName table, String name) {
		return new ComparedObject(type, table, QualifiedName.of(name));
	}

	/**
	 * Return the name as it stands in a report.
	 * @return the name, behind that of the table if it is part of one
	 */
	public String qualifiedName() {
		return (this.table != null) ? this.table + "." + this.name : this.name.toString();
	}

	@Override
	public String toString() {
		return this.type.words() + " " + qualifiedName();
	}

}
