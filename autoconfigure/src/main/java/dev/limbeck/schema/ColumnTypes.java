package dev.limbeck.schema;

import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * The types of columns, to be imported statically. {@link #type(String)} takes any other.
 *
 * @since 0.1.0
 */
public final class ColumnTypes {

	private ColumnTypes() {
	}

	/**
	 * Return an integer of two bytes.
	 * @return the type
	 */
	public static ColumnType smallint() {
		return standard("smallint");
	}

	/**
	 * Return an integer of four bytes.
	 * @return the type
	 */
	public static ColumnType integer() {
		return standard("integer");
	}

	/**
	 * Return an integer of eight bytes.
	 * @return the type
	 */
	public static ColumnType bigint() {
		return standard("bigint");
	}

	/**
	 * Return a floating-point number of four bytes.
	 * @return the type
	 */
	public static ColumnType real() {
		return standard("real");
	}

	/**
	 * Return a floating-point number of eight bytes.
	 * @return the type
	 */
	public static ColumnType doublePrecision() {
		return standard("double precision");
	}

	/**
	 * Return true or false.
	 * @return the type
	 */
	public static ColumnType bool() {
		return standard("boolean");
	}

	/**
	 * Return text of any length.
	 * @return the type
	 */
	public static ColumnType text() {
		return standard("text");
	}

	/**
	 * Return bytes.
	 * @return the type
	 */
	public static ColumnType bytea() {
		return standard("bytea");
	}

	/**
	 * Return a day.
	 * @return the type
	 */
	public static ColumnType date() {
		return standard("date");
	}

	/**
	 * Return a UUID.
	 * @return the type
	 */
	public static ColumnType uuid() {
		return standard("uuid");
	}

	/**
	 * Return JSON as it was written.
	 * @return the type
	 */
	public static ColumnType json() {
		return standard("json");
	}

	/**
	 * Return JSON to be searched.
	 * @return the type
	 */
	public static ColumnType jsonb() {
		return standard("jsonb");
	}

	/**
	 * Return an address of a host or network.
	 * @return the type
	 */
	public static ColumnType inet() {
		return standard("inet");
	}

	/**
	 * Return a document for text search.
	 * @return the type
	 */
	public static ColumnType tsvector() {
		return standard("tsvector");
	}

	/**
	 * Return a time of day.
	 * @return the type
	 */
	public static ColumnType time() {
		return standard("time");
	}

	/**
	 * Return a time of day.
	 * @param precision how many digits the second has behind the point
	 * @return the type
	 * @throws InvalidSchemaException if there is no such type
	 */
	public static ColumnType time(int precision) {
		return timed("time", precision);
	}

	/**
	 * Return a time of day with time zone.
	 * @return the type
	 */
	public static ColumnType timetz() {
		return standard("timetz");
	}

	/**
	 * Return a point in time without time zone.
	 * @return the type
	 */
	public static ColumnType timestamp() {
		return standard("timestamp");
	}

	/**
	 * Return a point in time without time zone.
	 * @param precision how many digits the second has behind the point
	 * @return the type
	 * @throws InvalidSchemaException if there is no such type
	 */
	public static ColumnType timestamp(int precision) {
		return timed("timestamp", precision);
	}

	/**
	 * Return a point in time.
	 * @return the type
	 */
	public static ColumnType timestamptz() {
		return standard("timestamptz");
	}

	/**
	 * Return a point in time.
	 * @param precision how many digits the second has behind the point
	 * @return the type
	 * @throws InvalidSchemaException if there is no such type
	 */
	public static ColumnType timestamptz(int precision) {
		return timed("timestamptz", precision);
	}

	/**
	 * Return a span of time.
	 * @return the type
	 */
	public static ColumnType interval() {
		return standard("interval");
	}

	/**
	 * Return an exact number of any size.
	 * @return the type
	 */
	public static ColumnType numeric() {
		return standard("numeric");
	}

	/**
	 * Return an exact whole number.
	 * @param precision how many digits it has
	 * @return the type
	 * @throws InvalidSchemaException if there is no such type
	 */
	public static ColumnType numeric(int precision) {
		return numeric(precision, 0);
	}

	/**
	 * Return an exact number.
	 * @param precision how many digits it has
	 * @param scale how many of them are behind the point
	 * @return the type
	 * @throws InvalidSchemaException if there is no such type
	 */
	public static ColumnType numeric(int precision, int scale) {
		if (precision < 1 || precision > 1000) {
			throw new InvalidSchemaException("precision", "of numeric is " + precision + ", not 1 to 1000");
		}
		if (scale < -1000 || scale > 1000) {
			throw new InvalidSchemaException("scale", "of numeric is " + scale + ", not -1000 to 1000");
		}
		return standard("numeric", precision, scale);
	}

	/**
	 * Return text of any length.
	 * @return the type
	 */
	public static ColumnType varchar() {
		return standard("varchar");
	}

	/**
	 * Return text up to a length.
	 * @param length the greatest length
	 * @return the type
	 * @throws InvalidSchemaException if there is no such type
	 */
	public static ColumnType varchar(int length) {
		return sized("varchar", "length", length);
	}

	/**
	 * Return text of a fixed length, padded with blanks.
	 * @param length the length
	 * @return the type
	 * @throws InvalidSchemaException if there is no such type
	 */
	public static ColumnType character(int length) {
		return sized("char", "length", length);
	}

	/**
	 * Return bits of a fixed number.
	 * @param length the number
	 * @return the type
	 * @throws InvalidSchemaException if there is no such type
	 */
	public static ColumnType bit(int length) {
		return sized("bit", "length", length);
	}

	/**
	 * Return bits up to a number.
	 * @param length the greatest number
	 * @return the type
	 * @throws InvalidSchemaException if there is no such type
	 */
	public static ColumnType varbit(int length) {
		return sized("varbit", "length", length);
	}

	/**
	 * Return a type of one's own, such as an enum type.
	 * @param name the name as it is, not folded to lower case
	 * @return the type
	 */
	public static ColumnType named(String name) {
		return new ColumnType(null, name, List.of(), 0);
	}

	/**
	 * Return a type of one's own in a schema.
	 * @param schema the schema
	 * @param name the name as it is, not folded to lower case
	 * @return the type
	 */
	public static ColumnType named(@Nullable String schema, String name) {
		return new ColumnType(schema, name, List.of(), 0);
	}

	/**
	 * Return an array type.
	 * @param element the type of its elements, or another array type for one more
	 * dimension
	 * @return the type
	 */
	public static ColumnType array(ColumnType element) {
		return new ColumnType(element.schema(), element.name(), element.arguments(), element.dimensions() + 1);
	}

	/**
	 * Return any type in the words of the database, such as {@code citext},
	 * {@code geometry(Point,4326)} or {@code app."Mood"[]}.
	 * @param text the type
	 * @return the type
	 * @throws InvalidSchemaException if it is not one type
	 */
	public static ColumnType type(String text) {
		return ColumnType.parse(text);
	}

	private static ColumnType standard(String name, int... arguments) {
		return new ColumnType(null, name, IntStream.of(arguments).mapToObj(Integer::toString).toList(), 0);
	}

	private static ColumnType sized(String name, String field, int size) {
		if (size < 1) {
			throw new InvalidSchemaException(field, "of " + name + " is " + size + ", less than one");
		}
		return standard(name, size);
	}

	private static ColumnType timed(String name, int precision) {
		if (precision < 0 || precision > 6) {
			throw new InvalidSchemaException("precision", "of " + name + " is " + precision + ", not 0 to 6");
		}
		return standard(name, precision);
	}

}
