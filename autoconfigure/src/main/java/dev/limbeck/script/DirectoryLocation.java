package dev.limbeck.script;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;

/**
 * A version location in the file system. Links to files are followed as long as they stay
 * in the directory, as those of a Kubernetes volume do; links to directories are not.
 */
final class DirectoryLocation implements VersionLocation {

	private static final int BUFFER_SIZE = 8192;

	private final Path root;

	private final @Nullable String folder;

	private final Predicate<String> names;

	private DirectoryLocation(Path root, @Nullable String folder, Predicate<String> names) {
		this.root = root;
		this.folder = folder;
		this.names = names;
	}

	/**
	 * Return a directory that is not on the class path.
	 * @param root the directory
	 * @return the revisions in SQL that it holds
	 */
	static DirectoryLocation of(Path root) {
		return new DirectoryLocation(root, null, RevisionFile::isSql);
	}

	/**
	 * Return a directory that is on the class path.
	 * @param root the directory
	 * @param folder its place there
	 * @return the revisions that it holds
	 */
	static DirectoryLocation onClassPath(Path root, String folder) {
		return new DirectoryLocation(root, folder, RevisionFile::isRevision);
	}

	/**
	 * Return a directory of sources.
	 * @param root the directory
	 * @param language their language
	 * @return the revisions in that language that it holds
	 */
	static DirectoryLocation ofSources(Path root, SourceLanguage language) {
		return new DirectoryLocation(root, null, language::isSource);
	}

	@Override
	public @Nullable String folder() {
		return this.folder;
	}

	@Override
	public List<RevisionFile> list() throws IOException {
		List<RevisionFile> files = new ArrayList<>();
		walk((name, file) -> files.add(new RevisionFile(name, file.toString(), this)));
		return files;
	}

	@Override
	public void addTo(Fingerprint fingerprint) throws IOException {
		CRC32 crc = new CRC32();
		byte[] buffer = new byte[BUFFER_SIZE];
		walk((name, file) -> {
			crc.reset();
			long size = read(file, crc, buffer);
			fingerprint.add(name, size, crc.getValue());
		});
	}

	@Override
	public byte[] read(String name) throws IOException {
		return Files.readAllBytes(this.root.resolve(name));
	}

	private void walk(Listing listing) throws IOException {
		// A walk does not follow a link, not even the one that it starts at
		Path start = Files.isSymbolicLink(this.root) ? this.root.toRealPath() : this.root;
		Files.walkFileTree(start, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
				boolean hidden = !directory.equals(start) && directory.getFileName().toString().startsWith(".");
				return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				String name = nameOf(start, file);
				if (isRevision(name)) {
					if (attributes.isSymbolicLink()) {
						requireInside(file);
					}
					requireRegular(file);
					listing.add(name, file);
				}
				else if (attributes.isSymbolicLink()) {
					refuseDirectory(file);
				}
				return FileVisitResult.CONTINUE;
			}

			// Editors and other commands make files for a moment
			@Override
			public FileVisitResult visitFileFailed(Path file, IOException ex) throws IOException {
				if (ex instanceof NoSuchFileException && !isRevision(nameOf(start, file)) && !file.equals(start)) {
					return FileVisitResult.CONTINUE;
				}
				throw ex;
			}

		});
	}

	private boolean isRevision(String name) {
		return this.names.test(name);
	}

	// Reading a small file costs little more than asking for its attributes, and only its
	// content tells that it was edited
	private static long read(Path file, CRC32 crc, byte[] buffer) throws IOException {
		long size = 0;
		try (FileInputStream content = new FileInputStream(file.toFile())) {
			int length = content.read(buffer);
			while (length > 0) {
				size += length;
				crc.update(buffer, 0, length);
				length = content.read(buffer);
			}
		}
		return size;
	}

	private static String nameOf(Path start, Path file) {
		String path = file.toString().substring(start.toString().length());
		String name = (file.getFileSystem().getSeparator().equals("/")) ? path
				: path.replace(file.getFileSystem().getSeparator(), "/");
		return name.startsWith("/") ? name.substring(1) : name;
	}

	private static void requireRegular(Path file) {
		if (!Files.isRegularFile(file)) {
			throw new RevisionFileException(file + " is not a regular file"
					+ (Files.isSymbolicLink(file) ? ", but a link that is broken or leads to something else" : ""),
					"Remove it, or put a file in its place.");
		}
	}

	private static void refuseDirectory(Path link) {
		if (!link.getFileName().toString().startsWith(".") && Files.isDirectory(link)) {
			throw new RevisionFileException("The link " + link + " leads to a directory, which is not followed",
					"Name the directory in migrations.version-locations, or remove the link.");
		}
	}

	private void requireInside(Path link) throws IOException {
		if (!link.toRealPath().startsWith(this.root.toRealPath())) {
			throw new RevisionFileException("The link " + link + " leads out of the version location " + this.root,
					"Put the file itself there, or name the directory that holds it in migrations.version-locations.");
		}
	}

	@Override
	public String toString() {
		return this.root.toString();
	}

	/**
	 * What is done with the files that are found.
	 */
	@FunctionalInterface
	private interface Listing {

		void add(String name, Path file) throws IOException;

	}

}
