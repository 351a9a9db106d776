package dev.limbeck.metadata.relational;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ColumnTypes;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * The types of PostgreSQL that hold what Spring Data JDBC writes for the simple types of
 * Java, and give it back without loss.
 */
final class JavaTypes {

	private static final Map<String, ColumnType> TYPES = types();

	private JavaTypes() {
	}

	private static Map<String, ColumnType> types() {
		Map<String, ColumnType> types = new HashMap<>();
		putNumbers(types);
		putTimes(types);
		put(types, ColumnTypes.text(), String.class);
		put(types, ColumnTypes.varchar(1), Character.class);
		put(types, ColumnTypes.bool(), Boolean.class);
		put(types, ColumnTypes.uuid(), UUID.class);
		put(types, ColumnTypes.bytea(), byte[].class);
		put(types, ColumnTypes.named("hstore"), Map.class);
		for (String geometric : new String[] { "point", "box", "circle", "line", "lseg", "path", "polygon" }) {
			types.put("org.postgresql.geometric.PG" + geometric, ColumnTypes.type(geometric));
		}
		types.put("org.postgresql.util.PGInterval", ColumnTypes.interval());
		types.put("org.postgresql.util.PGmoney", ColumnTypes.type("money"));
		return Map.copyOf(types);
	}

	private static void putNumbers(Map<String, ColumnType> types) {
		put(types, ColumnTypes.smallint(), Byte.class, Short.class);
		put(types, ColumnTypes.integer(), Integer.class);
		put(types, ColumnTypes.bigint(), Long.class);
		put(types, ColumnTypes.real(), Float.class);
		put(types, ColumnTypes.doublePrecision(), Double.class);
		put(types, ColumnTypes.numeric(), BigDecimal.class, BigInteger.class);
	}

	// Points in time are written with their zone, which a timestamp without one would
	// drop
	private static void putTimes(Map<String, ColumnType> types) {
		put(types, ColumnTypes.date(), LocalDate.class);
		put(types, ColumnTypes.time(), LocalTime.class);
		put(types, ColumnTypes.timestamp(), LocalDateTime.class);
		put(types, ColumnTypes.timestamptz(), Instant.class, OffsetDateTime.class, Date.class);
		types.put("java.sql.Date", ColumnTypes.date());
		types.put("java.sql.Time", ColumnTypes.time());
		types.put("java.sql.Timestamp", ColumnTypes.timestamp());
	}

	private static void put(Map<String, ColumnType> types, ColumnType type, Class<?>... javaTypes) {
		for (Class<?> javaType : javaTypes) {
			types.put(javaType.getName(), type);
		}
	}

	/**
	 * Return the type of a column.
	 * @param javaType what is written
	 * @return the type, or {@code null} if it does not tell
	 */
	static @Nullable ColumnType columnType(Class<?> javaType) {
		Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(javaType);
		ColumnType type = TYPES.get(boxed.getName());
		if (type != null) {
			return type;
		}
		if (boxed.isEnum()) {
			return ColumnTypes.text();
		}
		ColumnType element = boxed.isArray() ? columnType(boxed.getComponentType()) : null;
		return (element != null) ? ColumnTypes.array(element) : null;
	}

}
