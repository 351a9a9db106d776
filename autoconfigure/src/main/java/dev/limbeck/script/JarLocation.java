package dev.limbeck.script;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * A version location in a jar, also in one that lies in an executable jar. The jar's own
 * directory knows size and CRC of each file, so listing reads none of them.
 */
final class JarLocation implements VersionLocation {

	private static final String FILE = "file:";

	private static final String NESTED = "nested:";

	private final URL url;

	private final String folder;

	JarLocation(URL url, String folder) {
		this.url = url;
		this.folder = folder;
	}

	@Override
	public String folder() {
		return this.folder;
	}

	@Override
	public List<RevisionFile> list() throws IOException {
		String directory = toString();
		List<RevisionFile> files = new ArrayList<>();
		forEachRevision((name, entry) -> files.add(new RevisionFile(name, directory + name, this)));
		return files;
	}

	@Override
	public void addTo(Fingerprint fingerprint) throws IOException {
		if (!addDirectlyTo(fingerprint)) {
			forEachRevision((name, entry) -> fingerprint.add(name, entry.getSize(), entry.getCrc()));
		}
	}

	private void forEachRevision(BiConsumer<String, JarEntry> action) throws IOException {
		JarURLConnection connection = (JarURLConnection) this.url.openConnection();
		String entryName = connection.getEntryName();
		String prefix = entryName.endsWith("/") ? entryName : entryName + "/";
		JarFile jar = connection.getJarFile();
		try {
			Iterator<JarEntry> entries = jar.stream().iterator();
			while (entries.hasNext()) {
				JarEntry entry = entries.next();
				String path = entry.getName();
				if (path.startsWith(prefix) && RevisionFile.isRevision(path.substring(prefix.length()))) {
					action.accept(path.substring(prefix.length()), entry);
				}
			}
		}
		finally {
			if (!connection.getUseCaches()) {
				jar.close();
			}
		}
	}

	// From jar:file:/some.jar!/folder/,
	// jar:nested:/application.jar/!BOOT-INF/classes/!/folder/
	// or jar:nested:/application.jar/!BOOT-INF/lib/some.jar!/folder/
	private boolean addDirectlyTo(Fingerprint fingerprint) throws IOException {
		String path = decode(this.url.getPath());
		int end = path.lastIndexOf("!/");
		boolean nested = path.startsWith(NESTED);
		int middle = nested ? path.lastIndexOf("/!", end - 2) : end;
		if (middle < 0 || end < middle || !(nested || path.startsWith(FILE))) {
			return false;
		}
		File file = new File(path.substring(nested ? NESTED.length() : FILE.length(), middle));
		String folder = path.substring(end + 2);
		String container = nested ? path.substring(middle + 2, end) : "";
		if (!file.isFile()) {
			return false;
		}
		try (RandomAccessFile content = new RandomAccessFile(file, "r")) {
			ZipDirectory directory = ZipDirectory.of(content);
			boolean isJar = !container.isEmpty() && !container.endsWith("/");
			ZipDirectory jar = (directory != null && isJar) ? directory.nested(container) : directory;
			return jar != null && jar.addTo(isJar ? folder : container + folder, fingerprint);
		}
	}

	private static String decode(String path) {
		return (path.indexOf('%') < 0) ? path : URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
	}

	@Override
	public byte[] read(String name) throws IOException {
		JarURLConnection connection = (JarURLConnection) this.url.openConnection();
		String entryName = connection.getEntryName();
		JarFile jar = connection.getJarFile();
		JarEntry entry = jar.getJarEntry(entryName.endsWith("/") ? entryName + name : entryName + "/" + name);
		if (entry == null) {
			throw new NoSuchFileException(name, null, "no longer in " + this);
		}
		try (InputStream content = jar.getInputStream(entry)) {
			return content.readAllBytes();
		}
		finally {
			if (!connection.getUseCaches()) {
				jar.close();
			}
		}
	}

	/**
	 * Return what messages call the location. What lies in the application's own jar is
	 * seen from within it.
	 */
	@Override
	public String toString() {
		String text = this.url + (this.url.getPath().endsWith("/") ? "" : "/");
		int end = text.lastIndexOf("!/");
		int middle = text.lastIndexOf("/!", end - 2);
		if (middle < 0 || !this.url.getPath().startsWith(NESTED)) {
			return text;
		}
		String container = text.substring(middle + 2, end);
		return decode(container.endsWith("/") ? ResourcePath.CLASSPATH + text.substring(end + 2)
				: text.substring(middle + 2));
	}

}
