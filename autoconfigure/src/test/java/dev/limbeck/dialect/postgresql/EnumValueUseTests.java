package dev.limbeck.dialect.postgresql;

import java.util.Set;

import dev.limbeck.dialect.EnumValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EnumValueUse}.
 */
class EnumValueUseTests {

	private static final Set<String> TYPES = Set.of("mood", "Feel\"ing");

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			ok     | ALTER TABLE t ALTER COLUMN m SET DEFAULT 'ok'                                    | true
			ok     | ALTER TABLE t ALTER COLUMN M SET DEFAULT 'ok'                                    | true
			ok     | ALTER TABLE t ALTER COLUMN x SET DEFAULT 'ok'                                    | false
			ok     | ALTER TABLE t ALTER COLUMN m SET DEFAULT 'not ok'                                | false
			ok     | ALTER TABLE t ALTER COLUMN m SET DEFAULT '{ sad, ok }'                           | true
			ok     | ALTER TABLE t ALTER COLUMN m SET DEFAULT '("ok",1)'                              | true
			ok     | ALTER TABLE t ALTER COLUMN m SET DEFAULT E'\\x6fk'                               | true
			ok     | ALTER TABLE t ADD x "Feel""ing" DEFAULT 'ok'                                     | true
			ok     | ALTER TABLE t ADD x app.mood DEFAULT 'sad'::app.mood                             | false
			ok     | ALTER TABLE t ADD CHECK (x::app.mood = 'sad')                                    | true
			ok     | ALTER TABLE t ADD CHECK (CAST(x AS mood) = 'sad')                                | true
			ok     | ALTER TABLE t ADD CHECK (CAST('sad' AS mood) = m)                                | false
			ok     | ALTER TABLE t ADD CHECK (x::"Feel""ing" = 'sad')                                 | true
			ok     | ALTER TABLE t ADD CHECK (enum_range(m) <> '{}')                                  | true
			ok     | ALTER TABLE t ADD CHECK (to_mood(x) = 'ok')                                      | true
			ok     | ALTER TABLE t ADD CHECK ("mood's" = 'ok') -- of m                                | false
			ok     | CREATE FUNCTION f() RETURNS mood LANGUAGE sql AS $$SELECT 'ok'$$                 | true
			ok     | CREATE FUNCTION f() RETURNS mood LANGUAGE sql AS 'SELECT ''ok'''                 | true
			ok     | COMMENT ON COLUMN t.m IS 'ok'                                                    | false
			it's   | ALTER TABLE t ALTER COLUMN m SET DEFAULT 'it''s'                                 | true
			it's   | CREATE FUNCTION f() RETURNS mood LANGUAGE sql AS 'SELECT ''it''''s'''            | true
			a.b    | ALTER TABLE t ALTER COLUMN m SET DEFAULT 'a-b'                                   | false
			a"b    | ALTER TABLE t ALTER COLUMN m SET DEFAULT '{"a\\"b"}'                             | true
			""")
	void statementOnATableUsesAValueIfItSaysItAndNamesWhatIsOfTheType(String value, String statement, boolean used) {
		EnumValue known = new EnumValue(value, TYPES, Set.of("m", "to_mood"));
		assertThat(new EnumValueUse(known).isPossible(statement)).isEqualTo(used);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			SELECT 1 WHERE x = 'ok'            | true
			DO $$ BEGIN PERFORM f('ok'); END $$ | true
			SELECT 1 WHERE x = 'sad'           | false
			SELECT ok FROM "ok"                | false
			""")
	void anyOtherStatementUsesAValueIfItSaysIt(String statement, boolean used) {
		assertThat(new EnumValueUse(new EnumValue("ok", TYPES, null)).isPossible(statement)).isEqualTo(used);
	}

}
