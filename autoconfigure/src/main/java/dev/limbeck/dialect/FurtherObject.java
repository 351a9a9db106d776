package dev.limbeck.dialect;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Something that a database has and for which there is no operation, so that it is
 * created by a statement.
 *
 * @param address its address
 * @param rank when it is created
 * @param kind what it is, such as {@code trigger}
 * @param name the name
 * @param table the table or view that it is part of, if it is part of one
 * @param create the statements that create it
 * @param drop the statements that drop it; {@code null} if it goes with what it belongs
 * to
 * @param clause how it is created with another one; {@code null} if it never is
 * @since 0.1.0
 */
public record FurtherObject(ObjectAddress address, CreationRank rank, String kind, QualifiedName name,
		@Nullable QualifiedName table, String create, @Nullable String drop, @Nullable Clause clause) {

	/**
	 * Return this object with something that is created with it.
	 * @param part what is created with it
	 * @return the object, its statement longer by the clause
	 */
	public FurtherObject with(Clause part) {
		return new FurtherObject(this.address, this.rank, this.kind, this.name, this.table, this.create + part.sql(),
				this.drop, this.clause);
	}

	/**
	 * What creates an object at the end of the statement that creates another.
	 *
	 * @param whole the other object
	 * @param sql the clause
	 */
	public record Clause(ObjectAddress whole, String sql) {

	}

}
