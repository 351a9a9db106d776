package dev.limbeck.dialect.postgresql;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Dates, times and spans of time as PostgreSQL reads them. The greatest and the least
 * value of a Java type are infinity, as they are to the driver.
 */
final class TemporalText {

	private static final String INFINITY = "infinity";

	private static final String MINUS_INFINITY = "-infinity";

	private TemporalText() {
	}

	static @Nullable String typeOf(Object value) {
		Object modern = modern(value);
		if (modern instanceof LocalDate) {
			return "DATE";
		}
		if (modern instanceof LocalTime) {
			return "TIME";
		}
		if (modern instanceof OffsetTime) {
			return "TIMETZ";
		}
		if (modern instanceof LocalDateTime) {
			return "TIMESTAMP";
		}
		if (modern instanceof OffsetDateTime) {
			return "TIMESTAMPTZ";
		}
		return (modern instanceof Duration || modern instanceof Period) ? "INTERVAL" : null;
	}

	static @Nullable String of(Object value) {
		Object modern = modern(value);
		if (modern instanceof LocalDate date) {
			return date(date);
		}
		if (modern instanceof LocalTime time) {
			return time(time);
		}
		if (modern instanceof OffsetTime time) {
			return time(time.toLocalTime()) + offset(time.getOffset());
		}
		if (modern instanceof LocalDateTime timestamp) {
			return timestamp(timestamp);
		}
		if (modern instanceof OffsetDateTime timestamp) {
			return timestamp(timestamp);
		}
		return (modern instanceof Duration || modern instanceof Period) ? modern.toString() : null;
	}

	private static Object modern(Object value) {
		if (value instanceof java.sql.Date date) {
			return date.toLocalDate();
		}
		if (value instanceof java.sql.Time time) {
			return time.toLocalTime();
		}
		if (value instanceof java.sql.Timestamp timestamp) {
			return timestamp.toLocalDateTime();
		}
		if (value instanceof java.util.Date date) {
			return date.toInstant().atOffset(ZoneOffset.UTC);
		}
		if (value instanceof Calendar calendar) {
			return calendar.toInstant().atOffset(ZoneOffset.UTC);
		}
		if (value instanceof ZonedDateTime timestamp) {
			return timestamp.toOffsetDateTime();
		}
		return (value instanceof Instant instant) ? modern(instant) : value;
	}

	private static OffsetDateTime modern(Instant instant) {
		if (instant.equals(Instant.MAX)) {
			return OffsetDateTime.MAX;
		}
		return instant.equals(Instant.MIN) ? OffsetDateTime.MIN : instant.atOffset(ZoneOffset.UTC);
	}

	private static String date(LocalDate date) {
		if (date.equals(LocalDate.MAX)) {
			return INFINITY;
		}
		return date.equals(LocalDate.MIN) ? MINUS_INFINITY : day(date) + era(date);
	}

	private static String timestamp(LocalDateTime timestamp) {
		if (timestamp.equals(LocalDateTime.MAX)) {
			return INFINITY;
		}
		LocalDate date = timestamp.toLocalDate();
		return timestamp.equals(LocalDateTime.MIN) ? MINUS_INFINITY
				: day(date) + " " + time(timestamp.toLocalTime()) + era(date);
	}

	private static String timestamp(OffsetDateTime timestamp) {
		if (timestamp.equals(OffsetDateTime.MAX)) {
			return INFINITY;
		}
		LocalDate date = timestamp.toLocalDate();
		return timestamp.equals(OffsetDateTime.MIN) ? MINUS_INFINITY
				: day(date) + " " + time(timestamp.toLocalTime()) + offset(timestamp.getOffset()) + era(date);
	}

	// To Java, the year before 1 is 0; to PostgreSQL, it is 1 BC
	private static String day(LocalDate date) {
		int year = (date.getYear() > 0) ? date.getYear() : 1 - date.getYear();
		return String.format(Locale.ROOT, "%04d-%02d-%02d", year, date.getMonthValue(), date.getDayOfMonth());
	}

	private static String era(LocalDate date) {
		return (date.getYear() > 0) ? "" : " BC";
	}

	private static String time(LocalTime time) {
		return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
	}

	private static String offset(ZoneOffset offset) {
		return (offset.getTotalSeconds() == 0) ? "+00" : offset.getId();
	}

}
