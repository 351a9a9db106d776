package dev.limbeck.dialect.postgresql;

import java.util.List;

import dev.limbeck.dialect.UnwritableOperationException;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PostgresqlNames}, against what the server itself does.
 */
class PostgresqlNamesTests {

	private static final String BYTES_63 = "é".repeat(31) + "x";

	private final PostgresqlNames names = new PostgresqlNames();

	private static TestDatabase database;

	@BeforeAll
	static void createDatabase() {
		database = PostgresServer.shared().createDatabase();
	}

	@ParameterizedTest
	@ValueSource(strings = { "users", "a1_", "_a", "Users", "a b", "1a", "a$b", "a.b", "Ü", "\"", "\"\"",
			"x\"; drop table y;--", "a\\b", "a'b", "a\nb", "\uD83D\uDE00", " ", "\t", "$1", "--", "/*", "a\u0000b" })
	void namesAreQuotedAsTheServerQuotesThem(String name) {
		if (name.indexOf('\0') >= 0) {
			assertThatExceptionOfType(UnwritableOperationException.class).isThrownBy(() -> this.names.name(name))
				.withMessageContaining("NUL character");
			return;
		}
		assertThat(database.query("SELECT quote_ident(" + PostgresqlText.quote(name) + ")"))
			.containsExactly(this.names.name(name));
	}

	@Test
	void keywordsAreQuotedWhereTheServerQuotesThem() {
		int version = Integer.parseInt(database.query("SHOW server_version_num").get(0)) / 10000;
		List<String> unreserved = database.query("SELECT word FROM pg_get_keywords() WHERE catcode = 'U'");
		List<String> others = database.query("SELECT word FROM pg_get_keywords() WHERE catcode <> 'U'");
		assertThat(others).hasSizeGreaterThan(100).allMatch((word) -> this.names.name(word).equals('"' + word + '"'));
		if (version >= 18) {
			assertThat(unreserved).hasSizeGreaterThan(300).allMatch((word) -> this.names.name(word).equals(word));
		}
	}

	@Test
	void namesOf63BytesAreTakenAndLongerOnesRefused() {
		assertThat(this.names.name(BYTES_63)).isEqualTo('"' + BYTES_63 + '"');
		assertThatExceptionOfType(UnwritableOperationException.class).isThrownBy(() -> this.names.name(BYTES_63 + "y"))
			.withMessage("The name '" + BYTES_63 + "y' has 64 bytes; PostgreSQL keeps 63.")
			.satisfies((ex) -> assertThat(ex.getAction()).isEqualTo("Choose a shorter one."));
	}

	@Test
	void emptyNamesAndHalvesOfCharactersAreRefused() {
		assertThatExceptionOfType(UnwritableOperationException.class).isThrownBy(() -> this.names.name(""))
			.withMessage("A name is empty.");
		assertThatExceptionOfType(UnwritableOperationException.class).isThrownBy(() -> this.names.name("a\uD83D"))
			.withMessageContaining("half of a surrogate pair");
	}

}
