package dev.limbeck.script;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import dev.limbeck.revision.RevisionGraph;
import org.jspecify.annotations.Nullable;

/**
 * The migration environment: the directories that hold the revisions of an application.
 * What Alembic calls a script directory.
 *
 * @since 0.1.0
 */
public final class ScriptDirectory {

	private final LocationResolver locations;

	private final String description;

	private final RevisionReader reader;

	private final Supplier<List<RevisionBean>> beans;

	private final @Nullable ScriptDirectory compiled;

	/**
	 * Create a script directory. Nothing is read yet.
	 * @param settings where the revisions are
	 * @param classLoader the class loader for locations on the class path
	 */
	public ScriptDirectory(ScriptSettings settings, ClassLoader classLoader) {
		this(settings, classLoader, List::of);
	}

	/**
	 * Create a script directory. Nothing is read yet.
	 * @param settings where the revisions are
	 * @param classLoader the class loader for locations on the class path
	 * @param beans finds further revisions; a class that is a revision of the directory,
	 * too, is one revision
	 */
	public ScriptDirectory(ScriptSettings settings, ClassLoader classLoader, Supplier<List<RevisionBean>> beans) {
		this.locations = new VersionLocations(settings, classLoader);
		this.description = String.join(", ", settings.effectiveVersionLocations());
		this.reader = new RevisionReader(classLoader);
		this.beans = beans;
		this.compiled = null;
	}

	/**
	 * Create a script directory. Nothing is read yet.
	 * @param locations where the revisions are
	 * @param description what messages call it
	 * @param classLoader the class loader of Java revisions
	 * @param beans finds further revisions
	 */
	ScriptDirectory(LocationResolver locations, String description, ClassLoader classLoader,
			Supplier<List<RevisionBean>> beans) {
		this.locations = locations;
		this.description = description;
		this.reader = new RevisionReader(classLoader);
		this.beans = beans;
		this.compiled = null;
	}

	private ScriptDirectory(ScriptDirectory sources, ScriptDirectory compiled) {
		this.locations = sources.locations;
		this.description = sources.description;
		this.reader = sources.reader;
		this.beans = compiled.beans;
		this.compiled = compiled;
	}

	/**
	 * Return these revisions, of which some are sources, so that they can be run: those
	 * in Java as they are in another directory, together with the beans of that one.
	 * @param compiled where the classes are
	 * @return the script directory
	 */
	public ScriptDirectory compiledAs(ScriptDirectory compiled) {
		return new ScriptDirectory(this, compiled);
	}

	/**
	 * Compute what tells this set of revision files from another: names, sizes and CRC-32
	 * of all of them. No file in a jar is read, and none is parsed.
	 * @return the fingerprint, at most 40 characters
	 * @throws RevisionFileException if a directory that was asked for does not exist
	 */
	public String fingerprint() {
		try {
			Fingerprint fingerprint = new Fingerprint();
			for (VersionLocation location : this.locations.find()) {
				location.addTo(fingerprint);
			}
			for (RevisionBean bean : this.beans.get()) {
				fingerprint.add(bean.toRevision().describe(), 0, 0);
			}
			return fingerprint.toString();
		}
		catch (IOException ex) {
			throw new RevisionFileException(ex);
		}
	}

	/**
	 * Return whether there are revision files. None of them is read.
	 * @return whether there is at least one
	 * @throws RevisionFileException if a directory that was asked for does not exist
	 */
	public boolean hasRevisions() {
		return !list().isEmpty();
	}

	/**
	 * Read all revisions.
	 * @return the revisions, in one graph
	 * @throws RevisionFileException if a directory does not exist or a file is not a
	 * valid revision
	 * @throws dev.limbeck.failure.MigrationException if the revisions do not form a graph
	 */
	public RevisionScripts load() {
		List<RevisionFile> files = list();
		requireNothingOverlooked();
		Map<String, RevisionScript> scripts = new LinkedHashMap<>();
		List<RevisionScript> inOrder = new ArrayList<>(files.size());
		Set<String> classes = new HashSet<>();
		for (RevisionBean bean : this.beans.get()) {
			JavaRevision script = bean.toRevision();
			classes.add(script.className());
			inOrder.add(script);
		}
		for (RevisionFile file : withoutDoubles(files)) {
			String className = file.className();
			RevisionScript script = (className == null || classes.add(className)) ? read(file) : null;
			if (script != null && !isSourceOf(script, classes)) {
				inOrder.add(script);
			}
		}
		List<RevisionScript> runnable = (this.compiled != null) ? replaceSources(inOrder, this.compiled) : inOrder;
		runnable.forEach((script) -> scripts.put(script.revision().id(), script));
		RevisionGraph graph = RevisionGraph.of(runnable.stream().map(RevisionScript::revision).toList());
		return new RevisionScripts(graph, scripts);
	}

	// A source that is newer than its class, or has none, stays what it is
	private static List<RevisionScript> replaceSources(List<RevisionScript> scripts, ScriptDirectory compiled) {
		if (scripts.stream().noneMatch(ScriptDirectory::isSource)) {
			return scripts;
		}
		RevisionScripts classes = compiled.load();
		return scripts.stream().map((script) -> {
			String id = script.revision().id();
			return (isSource(script) && classes.graph().contains(id)) ? classes.get(id) : script;
		}).toList();
	}

	// A bean may have its source in the directory
	private static boolean isSourceOf(RevisionScript script, Set<String> classes) {
		return isSource(script) && script instanceof JavaRevision java && classes.contains(java.className());
	}

	private static boolean isSource(RevisionScript script) {
		return script instanceof JavaRevision && SourceLanguage.of(script.file()) != null;
	}

	private void requireNothingOverlooked() {
		try {
			this.locations.requireNothingOverlooked();
		}
		catch (IOException ex) {
			throw new RevisionFileException(ex);
		}
	}

	private List<RevisionFile> list() {
		try {
			List<RevisionFile> files = new ArrayList<>();
			for (VersionLocation location : this.locations.find()) {
				List<RevisionFile> listed = location.list();
				listed.sort(Comparator.comparing(RevisionFile::name));
				files.addAll(listed);
			}
			return files;
		}
		catch (IOException ex) {
			throw new RevisionFileException(ex);
		}
	}

	// A location may lie within another one
	private static Collection<RevisionFile> withoutDoubles(List<RevisionFile> files) {
		Map<String, RevisionFile> bySource = new LinkedHashMap<>();
		files.forEach((file) -> bySource.putIfAbsent(file.source(), file));
		return bySource.values();
	}

	private @Nullable RevisionScript read(RevisionFile file) {
		try {
			return this.reader.read(file);
		}
		catch (IOException ex) {
			throw new RevisionFileException(ex);
		}
	}

	@Override
	public String toString() {
		return this.description;
	}

}
