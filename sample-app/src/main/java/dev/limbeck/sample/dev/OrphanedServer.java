package dev.limbeck.sample.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server whose application was killed and could not stop it.
 *
 * @param process the process of the server
 * @param port the port that it listens on
 */
record OrphanedServer(ProcessHandle process, int port) {

	private static final Log logger = LogFactory.getLog(OrphanedServer.class);

	private static final String END_OTHER_SESSIONS = """
			SELECT pg_terminate_backend(pid) FROM pg_stat_activity
			 WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
			""";

	/**
	 * Find the server that still runs on a folder.
	 * @param folder the data directory
	 * @return the server, or {@code null} if there is none
	 * @throws IOException if the folder cannot be read
	 */
	static @Nullable OrphanedServer find(Path folder) throws IOException {
		Path file = folder.resolve("postmaster.pid");
		if (!Files.exists(file)) {
			return null;
		}
		List<String> lines = Files.readAllLines(file);
		if (lines.size() < 4) {
			return null;
		}
		int port = Integer.parseInt(lines.get(3).trim());
		return ProcessHandle.of(Long.parseLong(lines.get(0).trim()))
			.filter(OrphanedServer::isPostgres)
			.map((process) -> new OrphanedServer(process, port))
			.orElse(null);
	}

	private static boolean isPostgres(ProcessHandle process) {
		return process.info()
			.command()
			.filter((command) -> Path.of(command).getFileName().toString().startsWith("postgres"))
			.isPresent();
	}

	void stop(Duration patience) throws IOException {
		logger.info("Stopping the PostgreSQL server %d that a killed application left behind"
			.formatted(this.process.pid()));
		endSessions();
		this.process.destroy();
		try {
			this.process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IOException("The PostgreSQL server %d does not stop".formatted(this.process.pid()), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	// SIGTERM makes PostgreSQL wait for its clients, and no other signal can be sent.
	private void endSessions() {
		String url = "jdbc:postgresql://localhost:" + this.port + "/postgres?connectTimeout=5&socketTimeout=5";
		try (Connection connection = DriverManager.getConnection(url, "postgres", "");
				Statement statement = connection.createStatement()) {
			statement.execute(END_OTHER_SESSIONS);
		}
		catch (SQLException ex) {
			logger.debug("The server has no sessions to end", ex);
		}
	}

}
