package dev.limbeck.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * A version location in a jar, also in one that lies in an executable jar. The jar's own
 * directory knows size and CRC of each file, so listing reads none of them.
 */
final class JarLocation implements VersionLocation {

	private final URL url;

	JarLocation(URL url) {
		this.url = url;
	}

	@Override
	public List<RevisionFile> list() throws IOException {
		JarURLConnection connection = (JarURLConnection) this.url.openConnection();
		String entryName = connection.getEntryName();
		String prefix = entryName.endsWith("/") ? entryName : entryName + "/";
		JarFile jar = connection.getJarFile();
		try {
			List<RevisionFile> files = new ArrayList<>();
			Iterator<JarEntry> entries = jar.stream().iterator();
			while (entries.hasNext()) {
				JarEntry entry = entries.next();
				String path = entry.getName();
				if (path.startsWith(prefix) && RevisionFile.isRevision(path.substring(prefix.length()))) {
					files.add(toRevisionFile(entry, path.substring(prefix.length())));
				}
			}
			return files;
		}
		finally {
			if (!connection.getUseCaches()) {
				jar.close();
			}
		}
	}

	private RevisionFile toRevisionFile(JarEntry entry, String name) {
		String source = this.url + (this.url.getPath().endsWith("/") ? "" : "/") + name;
		return new RevisionFile(name, source, entry.getSize(), entry.getCrc(), () -> read(name));
	}

	private byte[] read(String name) throws IOException {
		JarURLConnection connection = (JarURLConnection) this.url.openConnection();
		String entryName = connection.getEntryName();
		JarFile jar = connection.getJarFile();
		JarEntry entry = jar.getJarEntry(entryName.endsWith("/") ? entryName + name : entryName + "/" + name);
		if (entry == null) {
			throw new UncheckedIOException(new IOException(name + " is no longer in " + this.url));
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

	@Override
	public String toString() {
		return this.url.toString();
	}

}
