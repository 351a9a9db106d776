package dev.limbeck.sample.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.util.function.SingletonSupplier;

/**
 * The properties {@code spring.datasource.*} of a {@link DevelopmentDatabase}, which
 * starts when one of them is asked for: a command that needs no database does not wait
 * for it.
 */
final class DevelopmentDatabaseSource extends EnumerablePropertySource<Supplier<DevelopmentDatabase>> {

	private static final String URL = "spring.datasource.url";

	private static final String USERNAME = "spring.datasource.username";

	private DevelopmentDatabaseSource(Supplier<DevelopmentDatabase> database) {
		super("developmentDatabase", database);
	}

	/**
	 * Create the properties of the database in a folder.
	 * @param folder the folder, which may begin with {@code ~/}
	 * @param shared whether a database that another process runs there may be used
	 * @return the properties
	 */
	static DevelopmentDatabaseSource of(String folder, boolean shared) {
		return new DevelopmentDatabaseSource(SingletonSupplier.of(() -> start(resolve(folder), shared)));
	}

	private static DevelopmentDatabase start(Path folder, boolean shared) {
		try {
			DevelopmentDatabase running = shared ? DevelopmentDatabase.findRunning(folder) : null;
			DevelopmentDatabase database = (running != null) ? running : DevelopmentDatabase.start(folder);
			// After the contexts are closed, and with them the pool
			SpringApplication.getShutdownHandlers().add(database::close);
			return database;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path resolve(String folder) {
		String home = System.getProperty("user.home");
		return Path.of(folder.startsWith("~/") ? home + folder.substring(1) : folder).toAbsolutePath().normalize();
	}

	@Override
	public String[] getPropertyNames() {
		return new String[] { URL, USERNAME };
	}

	@Override
	public @Nullable Object getProperty(String name) {
		return switch (name) {
			case URL -> database().url();
			case USERNAME -> DevelopmentDatabase.USERNAME;
			default -> null;
		};
	}

	private DevelopmentDatabase database() {
		return getSource().get();
	}

}
