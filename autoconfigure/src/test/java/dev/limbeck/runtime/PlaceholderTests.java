package dev.limbeck.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.script.ScriptDirectory;
import dev.limbeck.script.ScriptSettings;
import dev.limbeck.script.SqlBlock;
import dev.limbeck.script.SqlRevision;
import dev.limbeck.test.RevisionDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for placeholders in {@link SourceText}.
 */
class PlaceholderTests {

	private static final Map<String, String> VALUES = Map.of("a", "1", "b", "two", "odd name", "3");

	@TempDir
	private Path path;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			value = { "SELECT ${a}, '${b}' | SELECT 1, 'two'", "SELECT \"${b}\" | SELECT \"two\"",
					"SELECT tab_${b}.x | SELECT tab_two.x", "SELECT ${odd name} | SELECT 3",
					"SELECT $f$ -- ${b} $f$ | SELECT $f$ -- two $f$", "SELECT $$${b}$$ | SELECT $$two$$",
					"SELECT '-- ${b}', '/* ${b} */' | SELECT '-- two', '/* two */'",
					"SELECT E'\\' -- ${b}' | SELECT E'\\' -- two'", "SELECT ${a}${b} | SELECT 1two" })
	void valueIsFilledInWhereverSqlIs(String script, String expected) {
		assertThat(replace(script, VALUES)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-- ${a} ${none}\nSELECT 1", "SELECT 1 /* ${a} /* ${none} */ ${a} */ + 2 -- ${none}",
			"SELECT $${\"a\": 1}$$::jsonb", "SELECT $${a}$$::text[]", "SELECT '${}', '${\"json\": 1}', '${ x }'",
			"-- ${ unclosed\nSELECT 1", "SELECT 'a$', '{a}'" })
	void commentsAndWhatIsNoNameStayAsTheyAre(String script) {
		assertThat(replace(script, VALUES)).isEqualTo(script);
	}

	@Test
	void doubledDollarSignStandsForItselfWithAndWithoutPlaceholders() {
		for (Map<String, String> values : List.of(VALUES, Map.<String, String>of(), Map.of("x.t", "1"))) {
			assertThat(replace("SELECT 'Hello $${user} $${a}', $f$ $${b} $f$ -- $${a}", values))
				.isEqualTo("SELECT 'Hello ${user} ${a}', $f$ ${b} $f$ -- $${a}");
		}
	}

	@Test
	void argumentsAloneReplaceNothingElse() {
		Map<String, String> values = Map.of("x.tag", "7");
		assertThat(replace("SELECT '${user}', ${x.tag}", values)).isEqualTo("SELECT '${user}', 7");
		assertThatExceptionOfType(InvalidScriptException.class).isThrownBy(() -> replace("SELECT ${x.other}", values))
			.satisfies((ex) -> assertThat(ex.getAction()).contains("-x other="));
		assertThat(replace("SELECT '${x.tag}'", Map.of())).isEqualTo("SELECT '${x.tag}'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "name", "app.user", "app-user", "app_user", "flyway:timestamp", "appUser", "größe" })
	void adviceHasTheSpellingThatBinds(String name) {
		InvalidScriptException failure = catchThrowableOfType(InvalidScriptException.class,
				() -> replace("SELECT '${" + name + "}'", VALUES));
		assertThat(failure).hasMessageContaining("a.sql:3:9: the placeholder '${" + name + "}' has no value");
		String action = String.valueOf(failure.getAction());
		String property = action.substring("Set ".length(), action.indexOf(';'));
		assertThat(new Binder(new MapConfigurationPropertySource(Map.of(property, "value")))
			.bind("migrations.placeholders", Bindable.mapOf(String.class, String.class))
			.get()).isEqualTo(Map.of(name, "value"));
		assertThat(action).contains("$${" + name + "}", "-- placeholders: off");
	}

	@ParameterizedTest
	@ValueSource(strings = { "SELECT '${a}', '$${b} $$${none}', \"${b}\" -- ${a}", "SELECT $f$${a}$f$, $f${a}$f$",
			"SELECT $f$$f${a}", "SELECT '{a}${}${\"a\": 1} ${ a }'" })
	void escapedTextHasNoPlaceholder(String sql) {
		for (Map<String, String> values : List.of(VALUES, Map.<String, String>of(), Map.of("x.t", "1"))) {
			assertThat(replace(PlaceholderText.escape(sql, new PostgresqlDialect()), values)).isEqualTo(sql);
		}
	}

	@Test
	void placeholderOfAnOddNameHasNoEscape() {
		String sql = "SELECT '$${odd name} ${a} ${}'";
		assertThat(IntStream.range(0, sql.length()).filter((i) -> PlaceholderText.isUnescapable(sql, i)))
			.containsExactly(sql.indexOf("${odd"), sql.indexOf("${}"));
	}

	@Test
	void positionsAreThoseOfTheFile() {
		SourceText text = text("SELECT '$${user}', ${b}, broken", VALUES);
		assertThat(text.sql()).isEqualTo("SELECT '${user}', two, broken");
		assertThat(text.positionOf(text.sql().indexOf("broken")).toString()).isEqualTo("a.sql:3:26");
		assertThat(text.positionOf(text.sql().indexOf("two")).toString()).isEqualTo("a.sql:3:20");
	}

	@Test
	void fileMaySwitchThemOffWithoutAnotherChecksum() {
		String file = "-- m\n-- revision: a1\n%s\n-- migrate:upgrade\nSELECT '${user} $${a}';\n";
		SqlRevision on = parse(file.formatted("--"));
		SqlRevision off = parse(file.formatted("-- placeholders: off"));
		assertThat(off.checksum()).isEqualTo(on.checksum());
		ScriptCompiler compiler = new ScriptCompiler(new PostgresqlDialect(), VALUES);
		assertThatExceptionOfType(InvalidScriptException.class).isThrownBy(() -> compiler.compileUpgrade(on));
		assertThat(compiler.compileUpgrade(off).blocks().get(0).statements().get(0).statement().text())
			.isEqualTo("SELECT '${user} $${a}'");
	}

	private SqlRevision parse(String file) {
		new RevisionDirectory(this.path).writeFile("a1.sql", file);
		ScriptSettings settings = new ScriptSettings("classpath:x", List.of("file:" + this.path));
		return (SqlRevision) new ScriptDirectory(settings, getClass().getClassLoader()).load().get("a1");
	}

	private static String replace(String script, Map<String, String> values) {
		return text(script, values).sql();
	}

	private static SourceText text(String script, Map<String, String> values) {
		return SourceText.of("a.sql", new SqlBlock(true, script, 3), values, new PostgresqlDialect());
	}

}
