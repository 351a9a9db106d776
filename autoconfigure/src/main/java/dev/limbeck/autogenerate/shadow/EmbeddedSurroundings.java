package dev.limbeck.autogenerate.shadow;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import com.sun.management.OperatingSystemMXBean;
import org.jspecify.annotations.Nullable;

/**
 * Where an embedded server is to run. Hardened containers have less than its programs
 * need, and those do not say so, or are killed before they can.
 *
 * @param temporary the directory for temporary files, where the programs are unpacked
 * @param user the name of the user, {@code ?} if the system knows none
 * @param memory the memory of the machine or container in bytes
 * @param space the space in that directory that is free, in bytes
 */
record EmbeddedSurroundings(Path temporary, String user, long memory, long space) {

	// The programs unpacked, a new database and its server take 130 MB beside Java
	private static final long ENOUGH = 384L << 20;

	private static final long ROOM_TO_START = 128L << 20;

	// A segment of the log that the server writes ahead
	private static final long ROOM_TO_WORK = 16L << 20;

	private static final Set<String> IN_MEMORY = Set.of("tmpfs", "ramfs");

	private static final String UNKNOWN = "?";

	private static final String SHADOW_URL = "set migrations.autogenerate.shadow-url to an empty database on a server "
			+ "that runs already";

	static EmbeddedSurroundings ofThisProcess() {
		long memory = (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)
				? system.getTotalMemorySize() : Long.MAX_VALUE;
		Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
		return new EmbeddedSurroundings(temporary, System.getProperty("user.name", UNKNOWN), memory, space(temporary));
	}

	private static long space(Path temporary) {
		try {
			return Files.getFileStore(temporary).getUsableSpace();
		}
		catch (IOException ex) {
			return Long.MAX_VALUE;
		}
	}

	/**
	 * Check that a server would not be killed together with this process.
	 * @throws ShadowDatabaseException if there is too little memory
	 */
	void checkMemory() {
		if (this.memory < ENOUGH && isInMemory()) {
			throw new ShadowDatabaseException(
					"Embedded PostgreSQL was not started: " + this.temporary + " is in memory, there are "
							+ (this.memory >> 20) + " MB of it, and " + (ENOUGH >> 20)
							+ " MB are needed. The container would be killed.",
					"Give it more memory or a " + this.temporary + " on a disk, or " + SHADOW_URL + ".");
		}
	}

	private boolean isInMemory() {
		try {
			return IN_MEMORY.contains(Files.getFileStore(this.temporary).type());
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Return what to do if a server cannot go on, because it has filled the directory.
	 * @return a sentence, {@code null} if there is room
	 */
	@Nullable String lackOfSpace() {
		return (this.space < ROOM_TO_WORK) ? "There " + free() + ". " + makeRoom() : null;
	}

	private String free() {
		return "are " + (this.space >> 20) + " MB free in " + this.temporary
				+ ", where embedded PostgreSQL has its data";
	}

	private static String makeRoom() {
		return "Make room there, name another directory with -Djava.io.tmpdir, or " + SHADOW_URL + ".";
	}

	/**
	 * Say why a server could not be started.
	 * @param failure what its library threw
	 * @return the exception
	 */
	ShadowDatabaseException explain(Exception failure) {
		String reason = reason();
		return new ShadowDatabaseException(
				"Embedded PostgreSQL could not be started: " + ((reason != null) ? reason : describe(failure)) + ".",
				action(), failure);
	}

	private @Nullable String reason() {
		if (!Files.isWritable(this.temporary)) {
			return "no file can be written to " + this.temporary;
		}
		if (this.space < ROOM_TO_START) {
			return "there " + free() + ", and it needs " + (ROOM_TO_START >> 20) + " MB";
		}
		if (forbidsPrograms()) {
			return this.temporary + " lets no program run (it is mounted noexec), and its programs are unpacked there";
		}
		return this.user.equals(UNKNOWN)
				? "the user that runs this has no name (no entry in /etc/passwd), and initdb refuses to run without one"
				: null;
	}

	// A file that may be executed cannot be where programs are forbidden
	private boolean forbidsPrograms() {
		try {
			Path program = Files.createTempFile(this.temporary, "limbeck-", ".sh");
			try {
				return program.toFile().setExecutable(true) && !Files.isExecutable(program);
			}
			finally {
				Files.delete(program);
			}
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static String describe(Exception failure) {
		Throwable cause = failure.getCause();
		return failure.getMessage() + ((cause != null) ? " (" + cause.getMessage() + ")" : "");
	}

	private String action() {
		if (!Files.isWritable(this.temporary) || forbidsPrograms()) {
			return "Name another directory with -Djava.io.tmpdir, or " + SHADOW_URL + ".";
		}
		if (this.space < ROOM_TO_START) {
			return makeRoom();
		}
		if (this.user.equals(UNKNOWN)) {
			return "Run as a user that /etc/passwd of the image has, or " + SHADOW_URL + ".";
		}
		return "See the log for what its programs printed. As root it needs user namespaces (unshare -U), which some "
				+ "containers forbid: run the command as another user, or " + SHADOW_URL + ".";
	}

}
