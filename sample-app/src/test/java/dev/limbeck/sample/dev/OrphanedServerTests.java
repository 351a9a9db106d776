package dev.limbeck.sample.dev;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class OrphanedServerTests {

	@TempDir
	private Path folder;

	@Test
	void serverIsStoppedInTheMiddleOfAStatement() throws Exception {
		try (EmbeddedPostgres server = EmbeddedPostgres.builder()
			.setDataDirectory(this.folder)
			.setCleanDataDirectory(false)
			.setPGStartupWait(Duration.ofSeconds(60))
			.start()) {
			OrphanedServer orphan = OrphanedServer.find(this.folder);
			assertThat(orphan).isNotNull();
			assertThat(orphan.port()).isEqualTo(server.getPort());
			CompletableFuture<Void> statement = CompletableFuture
				.runAsync(() -> execute(server, "SELECT pg_sleep(300)"));
			Awaitility.await().until(() -> sleeps(server));
			orphan.stop(Duration.ofSeconds(60));
			assertThat(orphan.process().isAlive()).isFalse();
			assertThat(statement).failsWithin(Duration.ofSeconds(10))
				.withThrowableThat()
				.withMessageContaining("administrator command");
			assertThat(OrphanedServer.find(this.folder)).isNull();
		}
	}

	private static boolean sleeps(EmbeddedPostgres server) throws SQLException {
		try (Connection connection = server.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			return statement.executeQuery("SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'").next();
		}
	}

	private static void execute(EmbeddedPostgres server, String sql) {
		try (Connection connection = server.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new CompletionException(ex);
		}
	}

}
