package dev.limbeck.script;

import java.time.Instant;
import java.time.ZonedDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link FileNameTemplate} and the settings it takes.
 */
class FileNameTemplateTests {

	private static final Instant CREATED = Instant.parse("2026-01-02T23:04:05Z");

	@ParameterizedTest
	@CsvSource({ "{rev}_{slug}, a1_add_users", "{slug}, add_users", "{year}/{month}/{rev}_{slug}, 2026/01/a1_add_users",
			"{year}{month}{day}-{hour}{minute}{second}_{rev}, 20260102-230405_a1", "{epoch}_{rev}, 1767395045_a1",
			"V {rev}, V a1" })
	void tokensAreReplaced(String template, String name) {
		assertThat(expand(template, "UTC", "a1", "Add users")).isEqualTo(name);
	}

	@ParameterizedTest
	@CsvSource({ "UTC, 02T23+Z", "utc, 02T23+Z", "Europe/Berlin, 03T00+01:00", "EUROPE/berlin, 03T00+01:00",
			"+05:30, 03T04+05:30", "Z, 02T23+Z" })
	void timeIsInTheTimeZone(String timezone, String expected) {
		RevisionFileSettings settings = new RevisionFileSettings("{day}T{hour}", 40, timezone, "UTF-8");
		ZonedDateTime created = CREATED.atZone(settings.zone());
		assertThat(new FileNameTemplate(settings).expand("a1", RevisionMessage.of("m"), created) + "+"
				+ created.getOffset().toString().replaceFirst("^\\+", ""))
			.isEqualTo(expected);
	}

	@Test
	void unknownTimeZoneIsRefused() {
		assertThatExceptionOfType(RevisionWritingException.class).isThrownBy(() -> expand("{rev}", "Mars/X", "a1", "m"))
			.withMessageContaining(
					"There is no time zone 'Mars/X', which migrations.timezone names. Nothing was written.")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("Europe/Berlin"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "../{rev}", "{year}/../../{rev}", "/{rev}", "{rev}/", "a//{rev}", ".{rev}",
			"{year}/.x/{rev}", "./{rev}", "{rev}\\..\\x", "C:{rev}", "{rev}\0", "{rev}{", "", " ", "{slug}*" })
	void nameThatLeadsElsewhereIsRefused(String template) {
		assertThatExceptionOfType(RevisionWritingException.class).isThrownBy(() -> expand(template, "UTC", "a1", "m"))
			.withMessageContaining("migrations.file-template='" + template.replace("\0", "\\u0000") + "'");
	}

	@Test
	void unknownTokenIsRefusedByName() {
		assertThatExceptionOfType(RevisionWritingException.class)
			.isThrownBy(() -> expand("{rev}_{message}", "UTC", "a1", "m"))
			.withMessageContaining("unknown token '{message}'")
			.satisfies((ex) -> assertThat(ex.getAction())
				.contains("{day}, {epoch}, {hour}, {minute}, {month}, {rev}, {second}, {slug}, {year}"));
		assertThatExceptionOfType(RevisionWritingException.class)
			.isThrownBy(() -> expand("%%(rev)s_%%(slug)s", "UTC", "a1", "m"))
			.satisfies((ex) -> assertThat(ex.getAction()).contains("{rev}_{slug}"));
	}

	@ParameterizedTest
	@CsvSource({ "../../x, .._.._x", "a/b, a_b", "a\\b, a_b", "'a\"b*<>|?', a_b_____" })
	void idNeverLeadsToFolder(String id, String name) {
		assertThat(expand("x{rev}", "UTC", id, "m")).isEqualTo("x" + name);
		if (name.startsWith(".")) {
			assertThatExceptionOfType(RevisionWritingException.class).isThrownBy(() -> expand("{rev}", "UTC", id, "m"))
				.withMessageContaining("hidden");
		}
	}

	@Test
	void messageNeverLeadsToFolder() {
		assertThat(expand("{slug}", "UTC", "a1", "../../etc/passwd {rev} {x} $1 \\")).isEqualTo("etc_passwd_rev_x_1");
	}

	@Test
	void lengthThatIsNoneIsRefused() {
		RevisionFileSettings settings = new RevisionFileSettings("{rev}", 0, "UTC", "UTF-8");
		assertThatExceptionOfType(RevisionWritingException.class).isThrownBy(() -> new FileNameTemplate(settings))
			.withMessageContaining("migrations.truncate-slug-length is 0");
	}

	private static String expand(String template, String timezone, String id, String message) {
		RevisionFileSettings settings = new RevisionFileSettings(template, 40, timezone, "UTF-8");
		return new FileNameTemplate(settings).expand(id, RevisionMessage.of(message), CREATED.atZone(settings.zone()));
	}

}
