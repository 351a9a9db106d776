package dev.limbeck.sample.dev;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A PostgreSQL server that runs as long as the application does and keeps its data in a
 * folder. One process at a time may use the folder, which a lock beside it ensures.
 */
final class DevelopmentDatabase implements JdbcConnectionDetails, AutoCloseable {

	private static final Log logger = LogFactory.getLog(DevelopmentDatabase.class);

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final FileChannel lock;

	private final EmbeddedPostgres server;

	private DevelopmentDatabase(FileChannel lock, EmbeddedPostgres server) {
		this.lock = lock;
		this.server = server;
	}

	static DevelopmentDatabase start(Path folder) throws IOException {
		FileChannel lock = lock(folder);
		try {
			OrphanedServer orphan = OrphanedServer.find(folder);
			if (orphan != null) {
				orphan.stop(PATIENCE);
			}
			return new DevelopmentDatabase(lock, startServer(folder));
		}
		catch (IOException | RuntimeException ex) {
			lock.close();
			throw ex;
		}
	}

	private static FileChannel lock(Path folder) throws IOException {
		Files.createDirectories(folder);
		Path file = folder.resolveSibling(folder.getFileName() + ".lock");
		FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		if (tryLock(channel) == null) {
			channel.close();
			throw new InvalidConfigurationPropertyValueException("expenses.data-directory", folder,
					"Another process keeps its database in " + folder + ". Stop it, or choose another folder.");
		}
		return channel;
	}

	private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			return null;
		}
	}

	private static EmbeddedPostgres startServer(Path folder) throws IOException {
		try {
			EmbeddedPostgres server = EmbeddedPostgres.builder()
				.setDataDirectory(folder)
				.setCleanDataDirectory(false)
				.setRegisterShutdownHook(false)
				.setServerConfig("fsync", "on")
				.setServerConfig("synchronous_commit", "on")
				.setPGStartupWait(PATIENCE)
				.start();
			logger.info("PostgreSQL listens on port %d and keeps its data in %s".formatted(server.getPort(), folder));
			return server;
		}
		catch (IOException | IllegalStateException ex) {
			throw new IOException("PostgreSQL does not start on " + folder
					+ "; with --logging.level.io.zonky.test=info the log says why", ex);
		}
	}

	@Override
	public String getJdbcUrl() {
		return "jdbc:postgresql://localhost:" + this.server.getPort() + "/postgres";
	}

	@Override
	public String getUsername() {
		return "postgres";
	}

	@Override
	public String getPassword() {
		return "";
	}

	@Override
	public void close() throws IOException {
		try (this.lock) {
			this.server.close();
		}
	}

}
