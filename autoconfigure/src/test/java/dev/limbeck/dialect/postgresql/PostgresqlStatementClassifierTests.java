package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.SqlStatement;
import dev.limbeck.dialect.StatementKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PostgresqlStatementClassifier}.
 */
class PostgresqlStatementClassifierTests {

	private final PostgresqlStatementClassifier classifier = new PostgresqlStatementClassifier();

	@ParameterizedTest
	@MethodSource("dev.limbeck.dialect.postgresql.ClassifiedStatement#all")
	void classifiesByWords(ClassifiedStatement expected) {
		assertThat(this.classifier.classify(expected.statement())).isEqualTo(expected.kind());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "create", "create unique", "create subscription", "drop", "alter", "alter database",
			"alter database d set", "alter table", "alter table t.", "alter table only (", "alter table t detach",
			"alter subscription", "alter subscription s set publication", "reindex", "reindex (", "reindex (a,",
			"reindex ()", "discard", "prepare", "create function f() begin atomic" })
	void unfinishedStatementsAreLeftToTheServer(String sql) {
		assertThat(classify(sql)).isIn(StatementKind.TRANSACTIONAL, StatementKind.NON_TRANSACTIONAL);
	}

	@Test
	void otherLettersThanAsciiHaveNoCase() {
		assertThat(classify("REINDEX (CONCURRENTLY) TABLE t")).isEqualTo(StatementKind.NON_TRANSACTIONAL);
		assertThat(classify("RE\u0130NDEX (CONCURRENTLY) TABLE t")).isEqualTo(StatementKind.TRANSACTIONAL);
		assertThat(classify("di\u017Fcard all")).isEqualTo(StatementKind.TRANSACTIONAL);
	}

	@Test
	void looksOnlyAsFarAsNeeded() {
		String values = "(1, 'x'), ".repeat(1_000_000);
		assertThat(classify("insert into t values " + values + "'never closed")).isEqualTo(StatementKind.TRANSACTIONAL);
	}

	private StatementKind classify(String sql) {
		return this.classifier.classify(new SqlStatement(sql, 0, 1));
	}

}
