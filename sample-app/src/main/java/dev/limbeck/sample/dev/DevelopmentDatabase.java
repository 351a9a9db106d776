package dev.limbeck.sample.dev;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * A PostgreSQL server that runs as long as the application does and keeps its data in a
 * folder. One process at a time may use the folder, which a lock beside it ensures.
 */
final class DevelopmentDatabase implements AutoCloseable {

	static final String USERNAME = "postgres";

	private static final Log logger = LogFactory.getLog(DevelopmentDatabase.class);

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final int port;

	private final List<Closeable> resources;

	private DevelopmentDatabase(int port, Closeable... resources) {
		this.port = port;
		this.resources = List.of(resources);
	}

	static DevelopmentDatabase start(Path folder) throws IOException {
		FileChannel lock = lock(folder);
		try {
			OrphanedServer orphan = OrphanedServer.find(folder);
			if (orphan != null) {
				orphan.stop(PATIENCE);
			}
			EmbeddedPostgres server = startServer(folder);
			return new DevelopmentDatabase(server.getPort(), server, lock);
		}
		catch (IOException | RuntimeException ex) {
			lock.close();
			throw ex;
		}
	}

	private static FileChannel lock(Path folder) throws IOException {
		FileChannel channel = openLock(folder);
		if (tryLock(channel) == null) {
			channel.close();
			throw new InvalidConfigurationPropertyValueException("expenses.data-directory", folder,
					"Another process keeps its database in " + folder + ". Stop it, or choose another folder.");
		}
		return channel;
	}

	private static FileChannel openLock(Path folder) throws IOException {
		Files.createDirectories(folder);
		Path file = folder.resolveSibling(folder.getFileName() + ".lock");
		return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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

	/**
	 * Find the database that another process runs on a folder. It is left running.
	 * @param folder the data directory
	 * @return the database, or {@code null} if no process runs one
	 * @throws IOException if the folder cannot be read
	 */
	static @Nullable DevelopmentDatabase findRunning(Path folder) throws IOException {
		try (FileChannel channel = openLock(folder)) {
			OrphanedServer server = (tryLock(channel) == null) ? OrphanedServer.find(folder) : null;
			return (server != null) ? new DevelopmentDatabase(server.port()) : null;
		}
	}

	String url() {
		return "jdbc:postgresql://localhost:" + this.port + "/postgres";
	}

	@Override
	public void close() {
		for (Closeable resource : this.resources) {
			try {
				resource.close();
			}
			catch (IOException ex) {
				logger.warn("The database does not stop", ex);
			}
		}
	}

}
