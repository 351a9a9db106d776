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
 * @since 0.1.0
 */
public record FurtherObject(ObjectAddress address, CreationRank rank, String kind, QualifiedName name,
		@Nullable QualifiedName table, String create, @Nullable String drop) {

}
