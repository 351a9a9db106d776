package dev.limbeck.metadata.relational;

import java.lang.reflect.Field;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import dev.limbeck.metadata.UnreadableModelException;
import dev.limbeck.schema.ColumnType;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Nullness;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.conversion.MappingRelationalConverter;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;

/**
 * What the column of a property is like: as the converter of the application writes it.
 *
 * @param converter the converter
 * @param given say which types columns have, the first that has an opinion
 */
record PropertyTypes(JdbcConverter converter, List<RelationalColumnTypes> given) {

	private static final Set<String> NOT_NULL = Set.of("NotNull", "NonNull", "Nonnull", "NotBlank", "NotEmpty");

	ColumnType columnType(RelationalPersistentProperty property) {
		ColumnType type = this.given.stream()
			.map((types) -> types.typeOf(property))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
		if (type == null) {
			type = columnType(writtenType(property));
		}
		if (type == null) {
			throw new UnreadableModelException(
					"The type of the column of " + property.getOwner().getType().getName() + "." + property.getName()
							+ " is not known: it is written as " + writtenType(property).getName(),
					"Declare a bean of the type " + RelationalColumnTypes.class.getName()
							+ " that returns the type for it, or a converter that writes a simple type, or mark it "
							+ "@MigrationsIgnore.");
		}
		return type;
	}

	/**
	 * Return the type that a class is written as, such as that of the keys of a map.
	 * @param javaType the class
	 * @return the type, or {@code null} if it does not tell
	 */
	@Nullable ColumnType columnType(Class<?> javaType) {
		Class<?> target = customTarget(javaType);
		return JavaTypes.columnType((target != null) ? target : javaType);
	}

	// A whole collection may have a converter, else its elements
	private Class<?> writtenType(RelationalPersistentProperty property) {
		Class<?> whole = property.isAssociation() ? null : customTarget(property.getType());
		if (whole != null) {
			return whole;
		}
		Class<?> element = property.isAssociation() ? null : customTarget(property.getActualType());
		if (element != null) {
			return property.isCollectionLike() ? element.arrayType() : element;
		}
		if (JavaTypes.columnType(property.getType()) != null) {
			return property.getType();
		}
		return this.converter.getColumnType(property);
	}

	private @Nullable Class<?> customTarget(Class<?> javaType) {
		if (!(this.converter instanceof MappingRelationalConverter mapping)) {
			return null;
		}
		Class<?> target = mapping.getConversions().getCustomWriteTarget(javaType).orElse(null);
		return (target != null && !(isTimestamp(target) && JavaTypes.columnType(javaType) != null)) ? target : null;
	}

	// Those of Spring Data itself write every time as one, which is not what it is
	private static boolean isTimestamp(Class<?> target) {
		return Date.class.isAssignableFrom(target);
	}

	/**
	 * Tell whether a property may be without a value, as far as Java says.
	 * @param property the property
	 * @return whether it may be
	 */
	boolean isNullable(RelationalPersistentProperty property) {
		if (property.isAnnotationPresent(ReadOnlyProperty.class)) {
			return true;
		}
		if (property.getType().isPrimitive()) {
			return false;
		}
		Field field = property.getField();
		if (field == null) {
			return true;
		}
		return Nullness.forField(field) != Nullness.NON_NULL && Stream.of(field.getAnnotations())
			.noneMatch((annotation) -> NOT_NULL.contains(annotation.annotationType().getSimpleName()));
	}

}
