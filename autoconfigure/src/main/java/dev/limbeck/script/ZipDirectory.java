package dev.limbeck.script;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * The directory at the end of a ZIP file, or of one that lies uncompressed in another:
 * thousands of entries are read at once, where a {@link java.util.jar.JarFile} makes an
 * object of each. ZIP64 is left to that.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">The format,
 * 4.3.12 and 4.3.16</a>
 */
final class ZipDirectory {

	private static final long END_SIGNATURE = 0x06054b50L;

	private static final int END_SIZE = 22;

	private static final long ENTRY_SIGNATURE = 0x02014b50L;

	private static final int ENTRY_SIZE = 46;

	private static final int LOCAL_HEADER_SIZE = 30;

	private static final int ZIP64_SHORT = 0xFFFF;

	private static final long ZIP64_INT = 0xFFFFFFFFL;

	private final RandomAccessFile file;

	/** Where the ZIP file starts; behind a script that launches it, for example. */
	private final long start;

	private final byte[] entries;

	private ZipDirectory(RandomAccessFile file, long start, byte[] entries) {
		this.file = file;
		this.start = start;
		this.entries = entries;
	}

	/**
	 * Read the directory of a ZIP file.
	 * @param file the file
	 * @return the directory, or {@code null} if it is not one that this class understands
	 * @throws IOException if the file cannot be read
	 */
	static @Nullable ZipDirectory of(RandomAccessFile file) throws IOException {
		return of(file, file.length());
	}

	private static @Nullable ZipDirectory of(RandomAccessFile file, long end) throws IOException {
		// Hardly any has a comment, so the end record is looked for there first
		byte[] record = findEnd(file, end, END_SIZE);
		byte[] found = (record != null) ? record : findEnd(file, end, END_SIZE + ZIP64_SHORT);
		if (found == null) {
			return null;
		}
		long size = unsignedInt(found, 12);
		long offset = unsignedInt(found, 16);
		long position = end - found.length - size;
		boolean zip64 = unsignedShort(found, 10) == ZIP64_SHORT || size == ZIP64_INT || offset == ZIP64_INT;
		if (zip64 || size > Integer.MAX_VALUE || position < offset) {
			return null;
		}
		return new ZipDirectory(file, position - offset, read(file, position, (int) size));
	}

	private static byte @Nullable [] findEnd(RandomAccessFile file, long end, int size) throws IOException {
		int length = (int) Math.min(size, end);
		byte[] tail = read(file, end - length, length);
		for (int i = length - END_SIZE; i >= 0; i--) {
			if (unsignedInt(tail, i) == END_SIGNATURE && unsignedShort(tail, i + 20) == length - END_SIZE - i) {
				return Arrays.copyOfRange(tail, i, length);
			}
		}
		return null;
	}

	private static byte[] read(RandomAccessFile file, long position, int length) throws IOException {
		byte[] bytes = new byte[length];
		file.seek(position);
		file.readFully(bytes);
		return bytes;
	}

	/**
	 * Return the directory of a ZIP file in this one.
	 * @param name the name of its entry
	 * @return the directory, or {@code null} if it is not one that this class understands
	 * @throws IOException if the file cannot be read
	 */
	@Nullable ZipDirectory nested(String name) throws IOException {
		int length = 0;
		for (int entry = 0; isEntry(entry); entry += length) {
			length = lengthOf(entry);
			boolean stored = unsignedShort(this.entries, entry + 10) == 0;
			if (name.equals(nameOf(entry, 0)) && stored) {
				long header = this.start + unsignedInt(this.entries, entry + 42);
				byte[] local = read(this.file, header, LOCAL_HEADER_SIZE);
				long content = header + LOCAL_HEADER_SIZE + unsignedShort(local, 26) + unsignedShort(local, 28);
				return of(this.file, content + unsignedInt(this.entries, entry + 24));
			}
		}
		return null;
	}

	/**
	 * Add the revisions of a folder.
	 * @param folder the name of the folder, with a slash at the end
	 * @param fingerprint where to add them
	 * @return whether all entries could be read
	 */
	boolean addTo(String folder, Fingerprint fingerprint) {
		byte[] prefix = folder.getBytes(StandardCharsets.UTF_8);
		int entry = 0;
		while (isEntry(entry)) {
			if (startsWith(entry, prefix)) {
				String name = nameOf(entry, prefix.length);
				if (RevisionFile.isRevision(name)) {
					fingerprint.add(name, unsignedInt(this.entries, entry + 24), unsignedInt(this.entries, entry + 16));
				}
			}
			entry += lengthOf(entry);
		}
		return entry == this.entries.length;
	}

	private boolean isEntry(int entry) {
		return entry + ENTRY_SIZE <= this.entries.length && unsignedInt(this.entries, entry) == ENTRY_SIGNATURE;
	}

	private int lengthOf(int entry) {
		return ENTRY_SIZE + unsignedShort(this.entries, entry + 28) + unsignedShort(this.entries, entry + 30)
				+ unsignedShort(this.entries, entry + 32);
	}

	private boolean startsWith(int entry, byte[] prefix) {
		int begin = entry + ENTRY_SIZE;
		return unsignedShort(this.entries, entry + 28) > prefix.length
				&& Arrays.equals(this.entries, begin, begin + prefix.length, prefix, 0, prefix.length);
	}

	private String nameOf(int entry, int from) {
		return new String(this.entries, entry + ENTRY_SIZE + from, unsignedShort(this.entries, entry + 28) - from,
				StandardCharsets.UTF_8);
	}

	private static int unsignedShort(byte[] bytes, int index) {
		return (bytes[index] & 0xFF) | (bytes[index + 1] & 0xFF) << 8;
	}

	private static long unsignedInt(byte[] bytes, int index) {
		return unsignedShort(bytes, index) | (long) unsignedShort(bytes, index + 2) << 16;
	}

}
