package dev.limbeck.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The revisions of the sources, and what they supersede: a revision that is compiled has
 * a source if that has its id, or its class.
 */
final class SourceRevisions {

	private final RevisionReader reader;

	private final List<Path> javaSources;

	private final Set<String> ids = new HashSet<>();

	private final Set<String> classNames = new HashSet<>();

	private SourceRevisions(RevisionReader reader, List<Path> javaSources) {
		this.reader = reader;
		this.javaSources = javaSources;
	}

	/**
	 * Read the sources.
	 * @param sources the source directories
	 * @param locations the version locations that they are
	 * @param reader reads revisions
	 * @return the revisions
	 * @throws IOException if they cannot be read
	 */
	static SourceRevisions read(List<SourceDirectory> sources, Iterable<VersionLocation> locations,
			RevisionReader reader) throws IOException {
		List<Path> javaSources = new ArrayList<>();
		for (SourceDirectory source : sources) {
			Path directory = source.sources(SourceLanguage.JAVA);
			if (directory != null) {
				javaSources.add(directory);
			}
		}
		SourceRevisions revisions = new SourceRevisions(reader, javaSources);
		for (VersionLocation location : locations) {
			for (RevisionFile file : location.list()) {
				revisions.add(reader.read(file));
			}
		}
		return revisions;
	}

	private void add(@Nullable RevisionScript script) {
		if (script != null) {
			this.ids.add(script.revision().id());
		}
		if (script instanceof JavaRevision java) {
			this.classNames.add(java.className());
		}
	}

	/**
	 * Return whether a version location was built of these sources: then it has at least
	 * one revision of them, even if others were added to the source or taken away since.
	 * @param location a version location on the class path
	 * @return whether it was
	 * @throws IOException if it cannot be read
	 */
	boolean isSourceOf(VersionLocation location) throws IOException {
		for (RevisionFile file : location.list()) {
			RevisionScript script = this.reader.read(file);
			if (script != null && this.ids.contains(script.revision().id())) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return the classes of a version location that have no source.
	 * @param location a version location on the class path
	 * @return the location without all else
	 */
	VersionLocation unsuperseded(VersionLocation location) {
		return new CompiledLocation(location, this::isUnsuperseded);
	}

	// A source that is no revision any more supersedes its class, too, which may be
	// broken
	private boolean isUnsuperseded(RevisionFile file) {
		String className = file.className();
		if (className == null || this.classNames.contains(className) || hasJavaSource(file.name())) {
			return false;
		}
		try {
			RevisionScript script = this.reader.read(file);
			return script != null && !this.ids.contains(script.revision().id());
		}
		catch (IOException ex) {
			throw new RevisionFileException(ex);
		}
	}

	private boolean hasJavaSource(String name) {
		String source = name.substring(0, name.length() - ".class".length()) + SourceLanguage.JAVA.suffix();
		return this.javaSources.stream().anyMatch((directory) -> Files.isRegularFile(directory.resolve(source)));
	}

	/**
	 * Return the beans that have no source among these.
	 * @param beans the beans
	 * @return those of other classes
	 */
	List<RevisionBean> unsuperseded(List<RevisionBean> beans) {
		return beans.stream().filter((bean) -> {
			JavaRevision revision = bean.toRevision();
			return !this.classNames.contains(revision.className()) && !this.ids.contains(revision.revision().id());
		}).toList();
	}

}
