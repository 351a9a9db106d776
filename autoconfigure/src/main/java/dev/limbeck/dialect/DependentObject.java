package dev.limbeck.dialect;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * What depends on a column or a type, so that the server may refuse to change that.
 *
 * @param on the table of the column; or the type, which for the type of the rows of a
 * table is the table
 * @param column the column; {@code null} if it depends on the type
 * @param description what it is, and its name, such as {@code trigger audit on public.t}
 * @param part the object of a {@link dev.limbeck.schema.Schema} that it is, or is a part
 * of, and comes back with; {@code null} if there is none
 * @param stored whether it is a column with values of the type, which would go with it
 * @since 0.1.0
 */
public record DependentObject(QualifiedName on, @Nullable String column, String description,
		@Nullable QualifiedName part, boolean stored) {

	/**
	 * Tell whether it depends on a column, or on the type of the rows of its table.
	 * @param table the table
	 * @param name the name of the column
	 * @return whether it does
	 */
	public boolean isOn(QualifiedName table, String name) {
		return this.on.equals(table) && (this.column == null || this.column.equals(name));
	}

	/**
	 * Tell whether it depends on a type.
	 * @param type the name of the type
	 * @return whether it does
	 */
	public boolean isOn(QualifiedName type) {
		return this.on.equals(type) && this.column == null;
	}

}
