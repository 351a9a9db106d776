package dev.limbeck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.limbeck.dialect.NamingConvention;
import dev.limbeck.dialect.UnwritableOperationException;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that the language of a machine changes no message and no SQL: some have digits of
 * their own.
 */
class LocaleTests {

	private static final Pattern LOCAL_NUMBER = Pattern.compile("%(\\d+\\$)?[-+, (0-9.]*[defg]\\b");

	private final Locale before = Locale.getDefault();

	@BeforeEach
	void setUp() {
		Locale.setDefault(Locale.forLanguageTag("ar-EG"));
	}

	@AfterEach
	void restore() {
		Locale.setDefault(this.before);
	}

	@Test
	void messageHasTheDigitsOfEveryLanguage() {
		assertThat("%d".formatted(1)).isEqualTo("\u0661");
		assertThatExceptionOfType(UnwritableOperationException.class)
			.isThrownBy(() -> Operations.of(LocaleTests::write).dropTable("x".repeat(64)))
			.withMessageContaining("has 64 bytes; PostgreSQL keeps 63");
	}

	private static void write(Operation operation) {
		new PostgresqlDialect().ddlWriter(18, NamingConvention.standard()).write(operation);
	}

	@Test
	void noNumberIsWrittenAsTheMachineWritesIt() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			assertThat(files.filter((file) -> file.toString().endsWith(".java"))
				.flatMap(LocaleTests::lines)
				.filter((line) -> LOCAL_NUMBER.matcher(line).find() && !line.contains("Locale.ROOT"))).isEmpty();
		}
	}

	private static Stream<String> lines(Path file) {
		try {
			return Files.readAllLines(file).stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
