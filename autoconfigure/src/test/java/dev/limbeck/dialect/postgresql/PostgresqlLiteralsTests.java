package dev.limbeck.dialect.postgresql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
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
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import dev.limbeck.dialect.UnwritableOperationException;
import dev.limbeck.operation.Json;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SqlExpression;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PostgresqlLiterals}: what the server reads is what was written.
 */
class PostgresqlLiteralsTests {

	private static TestDatabase database;

	private final PostgresqlLiterals literals = new PostgresqlLiterals(new PostgresqlNames());

	@BeforeAll
	static void createDatabase() {
		database = PostgresServer.shared().createDatabase();
		database.execute("ALTER DATABASE " + database.name() + " SET timezone = 'UTC'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "it's", "''", "a\\b", "\\'; DROP TABLE t; --", "\\", "\n\r\t", "$$", "é\uD83D\uDE00",
			"?", ":x", "{\"a\"}", "NULL" })
	void textIsReadAsItWasWritten(String text) {
		assertText(text, "text", text);
		assertThat(query("SET standard_conforming_strings = off; SET backslash_quote = on; SELECT "
				+ this.literals.literal(text)))
			.isEqualTo(text);
	}

	@Test
	void textThatIsNoneIsRefused() {
		assertThatExceptionOfType(UnwritableOperationException.class).isThrownBy(() -> this.literals.literal("a\0b"))
			.withMessage("A value has, at position 2, a NUL character, which PostgreSQL cannot store.");
		assertThatExceptionOfType(UnwritableOperationException.class).isThrownBy(() -> this.literals.literal("\uDE00"))
			.withMessageContaining("half of a surrogate pair");
	}

	@Test
	void numbersAreReadAsTheyWereWritten() {
		for (Number number : List.of((byte) -1, (short) 2, Integer.MIN_VALUE, Long.MAX_VALUE,
				new BigInteger("123456789012345678901234567890"), new BigDecimal("-0.000100"), 1.5, -2.25e-7,
				Float.MAX_VALUE)) {
			assertThat(new BigDecimal(query("SELECT (" + this.literals.literal(number) + ")::numeric")))
				.isEqualByComparingTo(new BigDecimal(number.toString()));
		}
		assertText(Double.NaN, "double precision", "NaN");
		assertText(Double.NEGATIVE_INFINITY, "double precision", "-Infinity");
		assertText(Float.POSITIVE_INFINITY, "real", "Infinity");
		assertText(-0.0, "double precision", "-0");
		assertText(Long.MIN_VALUE, "bigint", "-9223372036854775808");
		assertText(new BigDecimal("1E+50"), "numeric", "1" + "0".repeat(50));
	}

	@Test
	void datesAndTimesAreReadAsTheyWereWritten() {
		assertText(LocalDate.of(2026, 11, 21), "date", "2026-11-21");
		assertText(LocalDate.of(-43, 3, 15), "date", "0044-03-15 BC");
		assertText(LocalDate.of(12026, 1, 2), "date", "12026-01-02");
		assertText(LocalDate.MAX, "date", "infinity");
		assertText(LocalTime.of(10, 15), "time", "10:15:00");
		assertText(LocalTime.of(23, 59, 59, 999_999_000), "time", "23:59:59.999999");
		assertText(OffsetTime.of(10, 15, 0, 0, ZoneOffset.ofHoursMinutes(-3, -30)), "timetz", "10:15:00-03:30");
		assertText(LocalDateTime.of(2026, 11, 21, 10, 15, 30, 123_000_000), "timestamp", "2026-11-21 10:15:30.123");
		assertText(LocalDateTime.MIN, "timestamp", "-infinity");
		assertText(OffsetDateTime.parse("2026-11-21T10:15:30+05:30"), "timestamptz", "2026-11-21 04:45:30+00");
		assertText(OffsetDateTime.parse("-0001-11-21T10:15:30Z"), "timestamptz", "0002-11-21 10:15:30+00 BC");
		assertText(ZonedDateTime.parse("2026-07-01T12:00+02:00[Europe/Berlin]"), "timestamptz",
				"2026-07-01 10:00:00+00");
		assertText(Instant.parse("2026-11-21T10:15:30.5Z"), "timestamptz", "2026-11-21 10:15:30.5+00");
		assertText(Instant.MAX, "timestamptz", "infinity");
		assertText(Instant.MIN, "timestamptz", "-infinity");
		assertText(Duration.ofSeconds(-90, 5000), "interval", "-00:01:29.999995");
		assertText(Period.of(1, -2, 3), "interval", "10 mons 3 days");
	}

	@Test
	void oldDatesAreReadAsTheyWereWritten() {
		Instant instant = Instant.parse("2026-11-21T10:15:30Z");
		assertText(java.util.Date.from(instant), "timestamptz", "2026-11-21 10:15:30+00");
		assertText(java.sql.Date.valueOf("2026-11-21"), "date", "2026-11-21");
		assertText(java.sql.Time.valueOf("10:15:30"), "time", "10:15:30");
		assertText(java.sql.Timestamp.valueOf("2026-11-21 10:15:30.000001"), "timestamp", "2026-11-21 10:15:30.000001");
		Calendar calendar = Calendar.getInstance();
		calendar.setTimeInMillis(instant.toEpochMilli());
		assertText(calendar, "timestamptz", "2026-11-21 10:15:30+00");
	}

	@Test
	void otherValuesAreReadAsTheyWereWritten() throws UnknownHostException {
		assertThat(this.literals.literal(null)).isEqualTo("NULL");
		assertText(true, "boolean", "true");
		assertText('x', "text", "x");
		assertText(UUID.fromString("6f5902ac-237e-4ead-90e1-3d6ff2e0a2d5"), "uuid",
				"6f5902ac-237e-4ead-90e1-3d6ff2e0a2d5");
		assertText(new byte[] { 0, (byte) 0xff, '\\', '\'' }, "bytea", "\\x00ff5c27");
		assertText(DayOfWeek.MONDAY, "text", "MONDAY");
		assertText(Json.of("{\"a\": \"it's \\\\ \"}"), "jsonb", "{\"a\": \"it's \\\\ \"}");
		assertText(InetAddress.getByName("::1"), "inet", "::1/128");
		assertThat(this.literals.literal(QualifiedName.of("a", "B"))).isEqualTo("a.\"B\"");
		assertThat(this.literals.literal(SqlExpression.sql("now() -- c"))).isEqualTo("now()");
	}

	@Test
	void arraysAreReadAsTheyWereWritten() {
		assertText(List.of(), "text[]", "{}");
		assertText(List.of(1, 2), "integer[]", "{1,2}");
		assertText(new int[][] { { 1, 2 }, { 3, 4 } }, "integer[]", "{{1,2},{3,4}}");
		assertText(new @Nullable String[] { "a", null, "NULL", "", "it's", "\"", "\\", "a,b", "{" }, "text[]",
				"{a,NULL,\"NULL\",\"\",it's,\"\\\"\",\"\\\\\",\"a,b\",\"{\"}");
		assertText(List.of(LocalDate.of(2026, 1, 2)), "date[]", "{2026-01-02}");
		assertText(Set.of(true), "boolean[]", "{t}");
		assertText(List.of(new byte[] { 1 }), "bytea[]", "{\"\\\\x01\"}");
		assertThat(query("SELECT (" + this.literals.literal(List.of("\\")) + "::text[])[1]")).isEqualTo("\\");
	}

	@Test
	void valuesWithoutALiteralAreRefusedByTheirTypeAndNotShown() {
		assertThatExceptionOfType(UnwritableOperationException.class)
			.isThrownBy(() -> this.literals.literal(Map.of("secret", "pa55")))
			.withMessageContaining("There is no literal for a value of java.util.")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("pa55"))
			.satisfies((ex) -> assertThat(ex.getAction()).contains("Json.of"));
	}

	private void assertText(Object value, String type, String expected) {
		String literal = this.literals.literal(value);
		assertThat(query("SELECT (" + literal + ")::" + type + "::text")).as(literal).isEqualTo(expected);
		database.execute("CREATE TABLE IF NOT EXISTS \"" + type + "\" (a " + type + ")");
		database.execute("INSERT INTO \"" + type + "\" VALUES (" + literal + ")");
	}

	private static String query(String sql) {
		int last = sql.lastIndexOf("; SELECT ");
		try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
			statement.setEscapeProcessing(false);
			if (last > 0) {
				statement.execute(sql.substring(0, last));
			}
			try (ResultSet rows = statement.executeQuery((last > 0) ? sql.substring(last + 2) : sql)) {
				rows.next();
				return rows.getString(1);
			}
		}
		catch (SQLException ex) {
			throw new AssertionError(sql, ex);
		}
	}

}
