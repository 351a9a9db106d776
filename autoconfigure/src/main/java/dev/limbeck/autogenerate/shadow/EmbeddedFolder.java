package dev.limbeck.autogenerate.shadow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;

/**
 * The temporary folder of an embedded server. It names the process that it belongs to, so
 * that what a killed one has left can be told from what is in use.
 *
 * @param path the folder
 */
record EmbeddedFolder(Path path) {

	private static final Log logger = HarmlessLog.of(EmbeddedFolder.class);

	private static final String PREFIX = "limbeck-shadow-";

	private static final String OWNER = "owner";

	static EmbeddedFolder create() {
		try {
			Path path = Files.createTempDirectory(PREFIX);
			Files.writeString(path.resolve(OWNER), describe(ProcessHandle.current()));
			return new EmbeddedFolder(path);
		}
		catch (IOException ex) {
			throw EmbeddedSurroundings.ofThisProcess().explain(ex);
		}
	}

	private static String describe(ProcessHandle process) {
		return process.pid() + " " + process.info().startInstant().map(Instant::toString).orElse("");
	}

	Path data() {
		return this.path.resolve("data");
	}

	/**
	 * Remove what processes have left that were killed: their servers and folders.
	 */
	static void removeLeftovers() {
		Path parent = Path.of(System.getProperty("java.io.tmpdir"));
		try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
			for (Path folder : folders) {
				removeIfLeft(new EmbeddedFolder(folder));
			}
		}
		catch (IOException ex) {
			logger.debug("The temporary folder cannot be listed", ex);
		}
	}

	private static void removeIfLeft(EmbeddedFolder folder) {
		try {
			if (!Files.isWritable(folder.path) || folder.isOwned()) {
				return;
			}
			folder.endServer();
			folder.remove();
			logger.info("Removed " + folder.path + ", which a run that was killed had left.");
		}
		catch (IOException | UncheckedIOException ex) {
			logger.debug("Not removed: " + folder.path, ex);
		}
	}

	// One without a name is that of a process that is just creating it, or has no right
	private boolean isOwned() throws IOException {
		Path owner = this.path.resolve(OWNER);
		if (!Files.isReadable(owner)) {
			return true;
		}
		String text = Files.readString(owner);
		int space = text.indexOf(' ');
		return space < 0 || ProcessHandle.of(Long.parseLong(text.substring(0, space)))
			.filter((process) -> describe(process).equals(text))
			.isPresent();
	}

	// The first line of the file is the process, the second the folder of its data
	private void endServer() throws IOException {
		Path file = data().resolve("postmaster.pid");
		List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
		if (lines.size() < 2 || !lines.get(1).strip().equals(data().toString())) {
			return;
		}
		Optional<ProcessHandle> server = ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
			.filter((process) -> process.info().command().orElse("").contains("postgres"));
		server.ifPresent(EmbeddedFolder::end);
	}

	private static void end(ProcessHandle server) {
		server.destroy();
		try {
			server.onExit().get(10, TimeUnit.SECONDS);
		}
		catch (TimeoutException | ExecutionException | CompletionException ex) {
			server.destroyForcibly();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Tell the programs that this process has started there to end: nothing else does so
	 * if it ends while they make the data, or start the server.
	 */
	void endPrograms() {
		ProcessHandle.current().children().filter(this::isAtWorkHere).forEach(ProcessHandle::destroy);
	}

	private boolean isAtWorkHere(ProcessHandle program) {
		return program.info()
			.arguments()
			.filter((arguments) -> List.of(arguments).contains(data().toString()))
			.isPresent();
	}

	void remove() {
		try (Stream<Path> paths = Files.walk(this.path)) {
			for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(each);
			}
		}
		catch (IOException | UncheckedIOException ex) {
			logger.warn("The temporary folder " + this.path + " could not be removed: " + ex.getMessage());
		}
	}

}
