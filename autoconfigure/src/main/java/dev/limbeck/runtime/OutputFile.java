package dev.limbeck.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file for a script. Values of placeholders may be secrets, so only its owner may read
 * it, where the file system knows owners. It is written completely or not at all.
 *
 * @param path where it is
 * @param encoding its encoding
 * @param overwrite whether a file that is there already is replaced
 * @since 0.1.0
 */
public record OutputFile(Path path, Charset encoding, boolean overwrite) {

	private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

	private static final String NOT_WRITTEN = ". No file was written.";

	/**
	 * Write the file.
	 * @param content writes the text
	 * @throws OutputFileException if the file is there already and may not be replaced,
	 * or cannot be written; then what was there before is as it was
	 */
	public void write(Content content) {
		Path target = this.path.toAbsolutePath();
		try {
			refuseWhatIsNoFile(target);
			if (!this.overwrite && Files.exists(target)) {
				throw new FileAlreadyExistsException(target.toString());
			}
			StringBuilder text = new StringBuilder();
			content.writeTo(text);
			store(encode(text), target);
		}
		catch (FileAlreadyExistsException ex) {
			throw new OutputFileException("The file " + target + " is there already" + NOT_WRITTEN,
					"Remove it, name another, or say that it may be replaced.", ex);
		}
		catch (CharacterCodingException ex) {
			throw new OutputFileException(
					"The script has a character that " + this.encoding.name() + " lacks" + NOT_WRITTEN,
					"Write it in UTF-8.", ex);
		}
		catch (NoSuchFileException ex) {
			throw new OutputFileException("The directory " + target.getParent() + " does not exist" + NOT_WRITTEN,
					"Create it, or name another.", ex);
		}
		catch (IOException ex) {
			throw new OutputFileException(
					"The file " + target + " cannot be written: " + ex.getClass().getSimpleName() + ", "
							+ ex.getMessage() + NOT_WRITTEN,
					"See that the directory may be written to and that there is space left.", ex);
		}
	}

	// To replace a device such as /dev/null would harm the whole machine
	private static void refuseWhatIsNoFile(Path target) {
		if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)
				&& !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
			throw new OutputFileException(target + " is a directory, a link or a device" + NOT_WRITTEN,
					"Name a file, or a name that is not taken yet.");
		}
	}

	private ByteBuffer encode(StringBuilder text) throws CharacterCodingException {
		return this.encoding.newEncoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT)
			.encode(CharBuffer.wrap(text));
	}

	private void store(ByteBuffer bytes, Path target) throws IOException {
		if (!this.overwrite) {
			create(bytes, target);
			return;
		}
		Path part = target.resolveSibling(target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
		create(bytes, part);
		try {
			replace(part, target);
		}
		catch (IOException ex) {
			delete(part, ex);
			throw ex;
		}
	}

	private static void create(ByteBuffer bytes, Path path) throws IOException {
		try (SeekableByteChannel channel = Files.newByteChannel(path, NEW, ownerOnly(path))) {
			writeAll(bytes, channel, path);
		}
	}

	private static void writeAll(ByteBuffer bytes, SeekableByteChannel channel, Path path) throws IOException {
		try {
			while (bytes.hasRemaining()) {
				channel.write(bytes);
			}
		}
		catch (IOException ex) {
			delete(path, ex);
			throw ex;
		}
	}

	private static FileAttribute<?>[] ownerOnly(Path path) {
		if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			return new FileAttribute<?>[0];
		}
		return new FileAttribute<?>[] {
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) };
	}

	private static void replace(Path part, Path target) throws IOException {
		try {
			Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (AtomicMoveNotSupportedException ex) {
			Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static void delete(Path path, IOException failure) {
		try {
			Files.deleteIfExists(path);
		}
		catch (IOException ex) {
			failure.addSuppressed(ex);
		}
	}

	/**
	 * Writes the text of a file.
	 */
	@FunctionalInterface
	public interface Content {

		/**
		 * Write the text.
		 * @param out where to
		 * @throws IOException if that fails
		 */
		void writeTo(Appendable out) throws IOException;

	}

}
