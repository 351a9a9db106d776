package dev.limbeck.dialect.postgresql;

import java.io.IOException;

import dev.limbeck.dialect.postgresql.ServerSession.Answer;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a server treats statements in a transaction block as
 * {@link PostgresqlStatementClassifier} is expected to say.
 */
class PostgresqlStatementClassifierServerTests {

	private static TestDatabase database;

	@BeforeAll
	static void prepare() {
		database = PostgresServer.shared().createDatabase();
		database.execute("""
				create table t (a int);
				create index i on t (a);
				create table parts (a int) partition by list (a);
				create table part partition of parts for values in (1);
				create type mood as enum ('a');
				create procedure commits() language plpgsql as 'begin commit; end'
				""");
		// Refreshing is refused to a disabled subscription for another reason
		database.execute("create subscription s connection 'host=127.0.0.1 port=1' publication p"
				+ " with (connect = false, slot_name = 's')");
		database.execute("alter subscription s enable");
	}

	@AfterAll
	static void dropSubscription() {
		database.execute("alter subscription s disable");
		database.execute("alter subscription s set (slot_name = none)");
		database.execute("drop subscription s");
	}

	@ParameterizedTest
	@MethodSource("dev.limbeck.dialect.postgresql.ClassifiedStatement#all")
	void serverAgrees(ClassifiedStatement expected) throws IOException {
		try (ServerSession session = new ServerSession(database)) {
			Answer before = session.query("begin; savepoint x");
			Answer inside = session.query(expected.sql());
			assertThat(before.status()).isEqualTo('T');
			if (expected.since() > database.version()) {
				assertThat(inside.sqlState()).as("%s", inside).isEqualTo("42601");
				return;
			}
			switch (expected.kind()) {
				case NON_TRANSACTIONAL -> assertThat(isRefused(inside)).as("%s", inside).isTrue();
				case TRANSACTIONAL -> {
					assertThat(isRefused(inside)).as("%s", inside).isFalse();
					assertThat(inside.status()).isIn('T', 'E');
				}
				case TRANSACTION_CONTROL -> assertThat(changesTransaction(session, expected, inside)).isTrue();
				case UNKNOWN_UNTIL_RUN -> assertThat(inside.sqlState()).as("%s", inside).isIn("", "2D000");
			}
		}
	}

	private boolean isRefused(Answer inside) {
		return inside.sqlState().equals("25001") && inside.message().endsWith("inside a transaction block");
	}

	// To begin again is only worth a warning (N); a chained transaction has lost its
	// savepoint
	private boolean changesTransaction(ServerSession session, ClassifiedStatement expected, Answer inside)
			throws IOException {
		return inside.status() == 'I' || inside.count('N') == 1 || session.query("rollback to x").isError();
	}

}
