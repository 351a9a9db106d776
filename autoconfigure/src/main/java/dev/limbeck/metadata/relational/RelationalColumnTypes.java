package dev.limbeck.metadata.relational;

import dev.limbeck.schema.ColumnType;
import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;

/**
 * Says which type the column of a property has, where the Java type does not tell or
 * another one is wanted, such as {@code jsonb} for what a converter writes as JSON.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface RelationalColumnTypes {

	/**
	 * Return the type of a column.
	 * @param property the property
	 * @return the type, or {@code null} for the one that its Java type gives
	 */
	@Nullable ColumnType typeOf(RelationalPersistentProperty property);

}
