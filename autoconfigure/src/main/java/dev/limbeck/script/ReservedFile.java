package dev.limbeck.script;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;

import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;

/**
 * A file in the making. Until it is kept, closing it takes everything away again, the
 * directories that were made for it too. While it is open, no other process can make a
 * file with the same reservation in the same directory.
 */
final class ReservedFile implements AutoCloseable {

	private static final Log logger = HarmlessLog.of(ReservedFile.class);

	private final Path target;

	private final Path folder;

	private final Path reservation;

	private final Deque<Path> createdDirectories = new ArrayDeque<>();

	private boolean reserved;

	private boolean placed;

	private boolean kept;

	private ReservedFile(Path target, Path reservation) {
		this.target = target;
		this.folder = target.resolve("..").normalize();
		this.reservation = reservation;
	}

	/**
	 * Reserve a name.
	 * @param directory the directory in which names are reserved
	 * @param target the file, in the directory or below it
	 * @param name what is reserved
	 * @return the file
	 * @throws RevisionWritingException if the file exists, somebody else has reserved the
	 * name, or the directory cannot be written to
	 */
	static ReservedFile reserve(Path directory, Path target, String name) {
		ReservedFile file = new ReservedFile(target,
				directory.resolve("." + FileNameTemplate.harmless(name) + ".writing"));
		try {
			file.reserve(directory);
			return file;
		}
		catch (IOException ex) {
			file.close();
			throw RevisionWritingException.ofFile(target, ex);
		}
		catch (RuntimeException ex) {
			file.close();
			throw ex;
		}
	}

	private void reserve(Path directory) throws IOException {
		refuseExisting();
		requireInside(directory);
		createDirectories(directory);
		try {
			Files.write(this.reservation, new byte[0], StandardOpenOption.CREATE_NEW);
			this.reserved = true;
		}
		catch (FileAlreadyExistsException ex) {
			throw new RevisionWritingException(
					"Another command is writing this revision: it has the file " + this.reservation,
					"Wait until it has finished. If no command is running, one was killed: delete the file.", ex);
		}
		createDirectories(this.folder);
	}

	private void refuseExisting() {
		if (Files.exists(this.target, LinkOption.NOFOLLOW_LINKS)) {
			throw RevisionWritingException.exists(this.target);
		}
	}

	// A link below the version location may lead out of it, and would not be read
	private void requireInside(Path directory) throws IOException {
		Path existing = this.folder;
		while (existing.startsWith(directory) && !Files.exists(existing)) {
			existing = existing.resolve("..").normalize();
		}
		if (existing.startsWith(directory) && !existing.toRealPath().startsWith(directory.toRealPath())) {
			throw new RevisionWritingException("The directory " + existing + " leads out of " + directory,
					"Remove the link, or correct migrations.file-template.");
		}
	}

	private void createDirectories(Path directory) throws IOException {
		Deque<Path> missing = new ArrayDeque<>();
		for (Path each = directory; each != null && !Files.isDirectory(each); each = each.getParent()) {
			missing.push(each);
		}
		for (Path each : missing) {
			try {
				Files.createDirectory(each);
				this.createdDirectories.push(each);
			}
			catch (FileAlreadyExistsException ex) {
				if (!Files.isDirectory(each)) {
					throw ex;
				}
			}
		}
	}

	/**
	 * Let the file appear, with all of its content at once where the file system can.
	 * @param content its bytes
	 * @throws RevisionWritingException if the file exists or cannot be written
	 */
	void place(byte[] content) {
		try {
			Files.write(this.reservation, content);
			link(content);
			this.placed = true;
		}
		catch (FileAlreadyExistsException ex) {
			throw RevisionWritingException.exists(this.target);
		}
		catch (IOException ex) {
			throw RevisionWritingException.ofFile(this.target, ex);
		}
	}

	// Unlike a move, a link never replaces a file
	private void link(byte[] content) throws IOException {
		try {
			Files.createLink(this.target, this.reservation);
		}
		catch (FileAlreadyExistsException ex) {
			throw ex;
		}
		catch (UnsupportedOperationException | FileSystemException ex) {
			logger.debug("The file system has no hard links, so the file is written directly", ex);
			write(content);
		}
	}

	private void write(byte[] content) throws IOException {
		Files.write(this.target, new byte[0], StandardOpenOption.CREATE_NEW);
		this.placed = true;
		Files.write(this.target, content);
	}

	/**
	 * Keep the file when this is closed.
	 */
	void keep() {
		this.kept = true;
	}

	@Override
	public void close() {
		if (this.reserved) {
			delete(this.reservation);
		}
		if (!this.kept) {
			if (this.placed) {
				delete(this.target);
			}
			this.createdDirectories.forEach(ReservedFile::delete);
		}
	}

	private static void delete(Path path) {
		try {
			Files.deleteIfExists(path);
		}
		catch (DirectoryNotEmptyException ex) {
			logger.debug("Another command uses " + path + " by now");
		}
		catch (IOException ex) {
			logger.warn(path + " remains, because it cannot be deleted: " + ex);
		}
	}

}
