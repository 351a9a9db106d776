package dev.limbeck.dialect.postgresql;

import java.io.IOException;

import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link ServerSession}.
 */
class ServerSessionTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@Test
	void logsInWithPassword() throws IOException {
		String user = "u_" + this.database.name();
		this.database.execute("create role " + user + " login password 'right'");
		try (ServerSession session = new ServerSession(as(user, "right"))) {
			assertThat(session.query("select 1").count('C')).isOne();
		}
		assertThatIOException().isThrownBy(() -> new ServerSession(as(user, "wrong"))).withMessageContaining("28P01");
	}

	@Test
	void sendsTheTextAsItIs() throws IOException {
		try (ServerSession session = new ServerSession(this.database)) {
			assertThat(session.query("select 1; ; select 2").count('C')).isEqualTo(2);
			assertThat(session.parse("select 1; ;").isError()).isFalse();
			assertThat(session.parse("select 1; select 2").hasSeveralStatements()).isTrue();
			assertThat(session.query("select '\uD83D'").sqlState()).isEqualTo("22021");
		}
	}

	private TestDatabase as(String user, String password) {
		return new TestDatabase(this.database.url(), this.database.host(), this.database.port(), this.database.name(),
				user, password);
	}

}
