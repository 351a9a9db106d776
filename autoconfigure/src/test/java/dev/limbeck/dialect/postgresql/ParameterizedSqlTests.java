package dev.limbeck.dialect.postgresql;

import java.util.Arrays;
import java.util.List;

import dev.limbeck.dialect.UnwritableOperationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ParameterizedSql}.
 */
class ParameterizedSqlTests {

	private static String sql(String sql, @Nullable Object... values) {
		return new ParameterizedSql(sql).with(Arrays.asList(values), new PostgresqlLiterals(new PostgresqlNames()));
	}

	@Test
	void questionMarksInStringsNamesAndCommentsStay() {
		assertThat(sql("SELECT '?', \"?\", $$?$$, ? /* ? */ -- ?", 1))
			.isEqualTo("SELECT '?', \"?\", $$?$$, 1 /* ? */ -- ?");
	}

	@Test
	void twoQuestionMarksAreOne() {
		assertThat(sql("SELECT a ?? ? AND a ??| ?", "x", List.of("y"))).isEqualTo("SELECT a ? 'x' AND a ?| '{\"y\"}'");
	}

	@Test
	void valuesDoNotBecomeOneTokenWithTheirNeighbours() {
		assertThat(sql("SELECT?", "a\\")).isEqualTo("SELECT E'a\\\\'");
		assertThat(sql("SELECT 'a'?'b'", "x")).isEqualTo("SELECT 'a' 'x' 'b'");
		assertThat(sql("SELECT a-?", -1)).isEqualTo("SELECT a-(-1)");
		assertThat(sql("SELECT ?::smallint", -1)).isEqualTo("SELECT (-1)::smallint");
		assertThat(sql("SELECT ?FROM t", 1)).isEqualTo("SELECT 1 FROM t");
	}

	@Test
	void countsMustAgree() {
		assertThatExceptionOfType(UnwritableOperationException.class).isThrownBy(() -> sql("SELECT ?", 1, 2))
			.withMessageContaining("as there are values, which are 2");
		assertThatExceptionOfType(UnwritableOperationException.class).isThrownBy(() -> sql("SELECT ?, ?", 1));
	}

}
