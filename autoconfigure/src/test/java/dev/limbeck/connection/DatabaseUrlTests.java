package dev.limbeck.connection;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link DatabaseUrl}.
 */
class DatabaseUrlTests {

	@ParameterizedTest
	@CsvSource(nullValues = "-", quoteCharacter = '`',
			textBlock = """
					jdbc:postgresql://h/db | jdbc:postgresql://h/db | - | -
					jdbc:postgresql://h:5433/db?user=u&password=p%40%2B+w&sslmode=require | jdbc:postgresql://h:5433/db?sslmode=require | u | p@+ w
					jdbc:postgresql://h1:1,h2:2/db?targetServerType=primary&user=u | jdbc:postgresql://h1:1,h2:2/db?targetServerType=primary | u | -
					jdbc:postgresql://h/db?user=me@server&password=p@:/#w | jdbc:postgresql://h/db | me@server | p@:/#w
					jdbc:postgresql://h/db?password=a=b | jdbc:postgresql://h/db | - | a=b
					jdbc:postgresql://u:p@h:5432/db?ssl=true | jdbc:postgresql://h:5432/db?ssl=true | u | p
					jdbc:postgresql:db | jdbc:postgresql:db | - | -
					jdbc:postgresql:///db | jdbc:postgresql:///db | - | -
					jdbc:postgresql://[::1]:5432/db | jdbc:postgresql://[::1]:5432/db | - | -
					postgresql://u:p@h:5432/db | jdbc:postgresql://h:5432/db | u | p
					postgres://u:p@h/db | jdbc:postgresql://h/db | u | p
					postgresql+psycopg://u:p@h/db | jdbc:postgresql://h/db | u | p
					postgresql+psycopg2://u:p@h/db | jdbc:postgresql://h/db | u | p
					postgresql+asyncpg://u:p@h/db?ssl=require | jdbc:postgresql://h/db?sslmode=require | u | p
					postgresql+pg8000://u:p@h/db | jdbc:postgresql://h/db | u | p
					postgresql://u@h/db | jdbc:postgresql://h/db | u | -
					postgresql://h/db | jdbc:postgresql://h/db | - | -
					postgresql://h | jdbc:postgresql://h/ | - | -
					postgresql:///db | jdbc:postgresql://localhost/db | - | -
					postgresql://u:p@/db | jdbc:postgresql://localhost/db | u | p
					postgresql://:5433/db | jdbc:postgresql://localhost:5433/db | - | -
					postgresql://u:p@[::1]:5432/db | jdbc:postgresql://[::1]:5432/db | u | p
					postgresql://u:p@h1:1,h2:2,h3/db | jdbc:postgresql://h1:1,h2:2,h3/db | u | p
					postgresql://u%40x:p%40%3A%2F%25%23+w@h/my%20db | jdbc:postgresql://h/my+db | u@x | p@:/%#+w
					postgresql://u:%C3%A4@h/db | jdbc:postgresql://h/db | u | ä
					postgresql:///db?host=h&port=5433&user=u&password=p%26w | jdbc:postgresql://h:5433/db | u | p&w
					postgresql://h/?dbname=d%2Fb | jdbc:postgresql://h/d%2Fb | - | -
					"postgresql://u:p@h/db" | jdbc:postgresql://h/db | u | p
					'postgres://u:p@h/db' | jdbc:postgresql://h/db | u | p
					r2dbc:postgresql://u:p%40@h:5432/db?schema=s | jdbc:postgresql://h:5432/db?currentSchema=s | u | p@
					r2dbc:pool:postgresql://u:p@h/db?maxSize=5&sslMode=VERIFY_CA | jdbc:postgresql://h/db?sslmode=verify-ca | u | p
					r2dbcs:postgresql://h/db | jdbc:postgresql://h/db?sslmode=verify-full | - | -
					""",
			delimiter = '|')
	void everySpellingIsRead(String text, String jdbcUrl, String username, String password) {
		assertThat(DatabaseUrl.parse(text)).isEqualTo(new DatabaseUrl(jdbcUrl, username, password));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			postgresql://u:p@ss@h/db, p@ss
			postgresql://u:p:ss@h/db, p:ss
			postgresql://u:p/ss@h/db, p/ss
			postgresql://u:p#ss@h/db, p#ss
			postgresql://u:p?ss@h/db, p?ss
			postgresql://u:p+ss@h/db, p+ss
			jdbc:postgresql://u:p/ss@h/db, p/ss
			""")
	void rawCharactersOfAPasswordAreUnderstoodWhereTheyAreUnambiguous(String text, String password) {
		assertThat(DatabaseUrl.parse(text)).isEqualTo(new DatabaseUrl("jdbc:postgresql://h/db", "u", password));
	}

	@ParameterizedTest
	@ValueSource(strings = { "postgresql://u:p%ss@h/db", "postgresql://u:p%@h/db", "postgresql://u:p%ff@h/db",
			"postgresql://u:12/s3@h/db", "postgresql://u:p@s/s@h/db", "postgresql://u:p@h:70000/db",
			"postgresql://u:p@h:x/db", "postgresql://u:p@h y/db", "postgresql://h?user=a@b", "postgresql://h/db?flag",
			"jdbc:postgresql://h/db?user=u&password=s3&cret", "jdbc:postgresql:u:p@h/db" })
	void ambiguousOrDamagedUrlIsRefused(String text) {
		assertThatExceptionOfType(DatabaseUrlException.class).isThrownBy(() -> DatabaseUrl.parse(text));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			mysql://u:s3cret@h/db | 'mysql:'
			jdbc:h2:mem:s3cret | 'jdbc:h2:'
			jdbc:mysql://u:s3cret@h/db | 'jdbc:mysql:'
			r2dbc:mysql://u:s3cret@h/db | 'r2dbc:mysql:'
			postgresql+odd://u:s3cret@h/db | 'postgresql+odd:'
			s3cret:h | does not start with a scheme
			s3cret | does not start with a scheme
			""")
	void otherDatabasesAreRefusedByTheirScheme(String text, String message) {
		assertThatExceptionOfType(DatabaseUrlException.class).isThrownBy(() -> DatabaseUrl.parse(text))
			.withMessageContaining(message)
			.withMessageNotContaining("s3cret");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			sslmode=verify-full, sslmode=verify-full
			connect_timeout=10, connectTimeout=10
			application_name=my%20app, ApplicationName=my+app
			options=-c%20search_path%3Da, options=-c+search_path%3Da
			sslrootcert=/a/b.pem, sslrootcert=%2Fa%2Fb.pem
			target_session_attrs=read-write, targetServerType=primary
			target_session_attrs=prefer-standby, targetServerType=preferSecondary
			channel_binding=require, channelBinding=require
			gssencmode=disable, gssEncMode=disable
			keepalives=1, tcpKeepAlive=true
			load_balance_hosts=random, loadBalanceHosts=true
			ssl=true, sslmode=require
			currentSchema=s, currentSchema=s
			""")
	void parametersOfLibpqAreTranslated(String parameter, String expected) {
		assertThat(DatabaseUrl.parse("postgresql://h/db?" + parameter).jdbcUrl())
			.isEqualTo("jdbc:postgresql://h/db?" + expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "keepalives_idle=30", "client_encoding=UTF8" })
	void hintsAreDropped(String parameter) {
		assertThat(DatabaseUrl.parse("postgresql://h/db?" + parameter).jdbcUrl()).isEqualTo("jdbc:postgresql://h/db");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			sslcrl=/x, 'sslcrl'
			pgbouncer=true, 'pgbouncer'
			ssl=maybe, 'ssl'
			client_encoding=latin1, 'client_encoding'
			host=/var/run/postgresql, Unix domain socket
			user=a&user=b, twice
			""", quoteCharacter = '`')
	void parametersWithoutCounterpartAreRefusedByName(String parameter, String message) {
		assertThatExceptionOfType(DatabaseUrlException.class)
			.isThrownBy(() -> DatabaseUrl.parse("postgresql://h/db?" + parameter))
			.withMessageContaining(message);
	}

	@Test
	void unixSocketIsRefused() {
		assertThatExceptionOfType(DatabaseUrlException.class)
			.isThrownBy(() -> DatabaseUrl.parse("postgresql://%2Fvar%2Frun/db"))
			.withMessageContaining("Unix domain socket");
	}

	@Test
	void jsonOfRdsIsRead() {
		Map<String, Object> json = Map.of("engine", "postgres", "host", "h.rds.amazonaws.com", "port", 5432, "username",
				"u", "password", "p@:/%#\"\\", "dbname", "db", "dbInstanceIdentifier", "instance");
		assertThat(DatabaseUrl.of(json))
			.isEqualTo(new DatabaseUrl("jdbc:postgresql://h.rds.amazonaws.com:5432/db", "u", "p@:/%#\"\\"));
	}

	@Test
	void jsonOfRdsNeedsAHostAndADatabase() {
		assertThatExceptionOfType(DatabaseUrlException.class)
			.isThrownBy(() -> DatabaseUrl.of(Map.of("username", "u", "password", "s3cret")))
			.withMessageContaining("nor 'host'")
			.withMessageNotContaining("s3cret");
		assertThatExceptionOfType(DatabaseUrlException.class)
			.isThrownBy(() -> DatabaseUrl.of(Map.of("host", "h", "password", "s3cret")))
			.withMessageContaining("nor 'dbname'");
	}

	@Test
	void jsonOfAnotherEngineIsRefused() {
		assertThatExceptionOfType(DatabaseUrlException.class)
			.isThrownBy(() -> DatabaseUrl.of(Map.of("engine", "mysql", "host", "h", "dbname", "d")));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "url", "connectionString", "connection_string", "database_url", "DATABASE_URL", "jdbcUrl" })
	void jsonMayHoldAUrl(String key) {
		assertThat(DatabaseUrl.of(Map.of(key, "postgresql://u:p@h/db")))
			.isEqualTo(new DatabaseUrl("jdbc:postgresql://h/db", "u", "p"));
	}

	@Test
	void credentialsBesideTheUrlOfAJsonObjectWin() {
		assertThat(DatabaseUrl.of(Map.of("url", "jdbc:postgresql://h/db", "username", "u", "password", "p")))
			.isEqualTo(new DatabaseUrl("jdbc:postgresql://h/db", "u", "p"));
	}

	@Test
	void anotherUserDoesNotInheritThePassword() {
		DatabaseUrl url = new DatabaseUrl("jdbc:postgresql://h/db", "u", "p");
		assertThat(url.as("ddl", null).password()).isNull();
		assertThat(url.as("u", null).password()).isEqualTo("p");
		assertThat(url.as(null, "q")).isEqualTo(new DatabaseUrl("jdbc:postgresql://h/db", "u", "q"));
	}

	@Test
	void r2dbcOptionsAreTranslated() {
		Map<String, Object> options = new HashMap<>(
				Map.of("host", "::1", "port", 5433, "database", "db", "user", "u", "password", "p", "ssl", true));
		assertThat(DatabaseUrl.ofR2dbc(options::get))
			.isEqualTo(new DatabaseUrl("jdbc:postgresql://[::1]:5433/db?sslmode=verify-full", "u", "p"));
	}

	@ParameterizedTest
	@MethodSource("passwords")
	void encodedPasswordOfAnyCharactersSurvivesEverySpelling(String password) {
		String encoded = PercentEncoding.encode(password).replace("+", "%20");
		DatabaseUrl expected = new DatabaseUrl("jdbc:postgresql://h:5432/db", "u", password);
		assertThat(DatabaseUrl.parse("postgresql://u:" + encoded + "@h:5432/db")).isEqualTo(expected);
		assertThat(DatabaseUrl.parse("jdbc:postgresql://h:5432/db?user=u&password=" + encoded)).isEqualTo(expected);
		assertThat(DatabaseUrl.parse("r2dbc:postgresql://u:" + encoded + "@h:5432/db")).isEqualTo(expected);
		assertThat(expected.toString()).doesNotContain(password).doesNotContain(encoded);
	}

	@ParameterizedTest
	@MethodSource("passwords")
	void rawPasswordNeverAppearsInAMessage(String password) {
		for (String pattern : new String[] { "postgresql://u:%s@h:5432/db", "postgresql://u:%s@h:x/db", "%s",
				"postgresql://u:%s@h/db?odd=%s", "postgresql://h/db?password=%s", "mysql://u:%s@h/db", "jdbc:h2:%s",
				"jdbc:postgresql://u:%s@h/db", "jdbc:postgresql://h/db?user=u&password=%s", "u:%s@h/db",
				"jdbc:postgresql:u:%s@h/db", "r2dbc:postgresql://u:%s@h:y/db",
				"postgresql://u:p@h/db?sslmode=%s&ssl=%s", "postgresql:u:%s@h/db" }) {
			String text = pattern.replace("%s", password);
			RuntimeException thrown = catchThrowableOfType(RuntimeException.class,
					() -> assertThat(DatabaseUrl.parse(text).toString()).doesNotContain(password));
			if (thrown != null) {
				assertThat(thrown).isInstanceOf(DatabaseUrlException.class).hasNoCause();
				assertThat(thrown.getMessage()).doesNotContain(password);
				assertThat(((DatabaseUrlException) thrown).getAction()).doesNotContain(password);
			}
		}
	}

	static Stream<Arguments> passwords() {
		Random random = new Random(42);
		String special = "@:/%#?&=+[]{}\"'\\ ;,$!ä~^|<>`*()-_.";
		return Stream.generate(() -> {
			StringBuilder password = new StringBuilder("Z");
			for (int i = 0; i < 4 + random.nextInt(12); i++) {
				boolean letter = random.nextInt(3) == 0;
				password.append(
						letter ? (char) ('a' + random.nextInt(26)) : special.charAt(random.nextInt(special.length())));
			}
			return Arguments.of(password.append('Q').toString());
		}).limit(400);
	}

	@Test
	void urlOfTestcontainersIsLeftAsItIs() {
		String text = "jdbc:tc:postgis:16-3.4:///app?user=u&password=p&TC_INITSCRIPT=init.sql";
		DatabaseUrl url = DatabaseUrl.parse(text);
		assertThat(url).isEqualTo(new DatabaseUrl(text, null, null));
		assertThat(url.isContainer()).isTrue();
		assertThat(url.toString()).doesNotContain("password");
		assertThat(DatabaseUrl.parse("jdbc:postgresql://h/tc").isContainer()).isFalse();
	}

}
