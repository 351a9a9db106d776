package dev.limbeck.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

import dev.limbeck.revision.RevisionGraph;

/**
 * The migration environment: the directories that hold the revisions of an application.
 * What Alembic calls a script directory.
 *
 * @since 0.1.0
 */
public final class ScriptDirectory {

	private final VersionLocations locations;

	private final String description;

	/**
	 * Create a script directory. Nothing is read yet.
	 * @param settings where the revisions are
	 * @param classLoader the class loader for locations on the class path
	 */
	public ScriptDirectory(ScriptSettings settings, ClassLoader classLoader) {
		this.locations = new VersionLocations(settings, classLoader);
		this.description = String.join(", ", settings.effectiveVersionLocations());
	}

	/**
	 * Compute what tells this set of revision files from another: names, sizes and CRC-32
	 * of all of them. No file in a jar is read, and none is parsed.
	 * @return the fingerprint, at most 40 characters
	 * @throws RevisionFileException if a directory that was asked for does not exist
	 */
	public String fingerprint() {
		return fingerprint(list());
	}

	/**
	 * Read all revisions.
	 * @return the revisions, in one graph
	 * @throws RevisionFileException if a directory does not exist or a file is not a
	 * valid revision
	 * @throws dev.limbeck.revision.MigrationException if the revisions do not form a
	 * graph
	 */
	public RevisionScripts load() {
		List<RevisionFile> files = list();
		requireNothingOverlooked();
		Map<String, SqlRevision> scripts = new LinkedHashMap<>();
		List<SqlRevision> inOrder = new ArrayList<>(files.size());
		for (RevisionFile file : files) {
			SqlRevision script = RevisionFileParser.parse(file.source(), read(file));
			inOrder.add(script);
			scripts.put(script.revision().id(), script);
		}
		RevisionGraph graph = RevisionGraph.of(inOrder.stream().map(SqlRevision::revision).toList());
		return new RevisionScripts(graph, scripts, fingerprint(files));
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
			Map<String, RevisionFile> files = new LinkedHashMap<>();
			for (VersionLocation location : this.locations.find()) {
				List<RevisionFile> listed = location.list();
				listed.sort(Comparator.comparing(RevisionFile::name));
				listed.forEach((file) -> files.putIfAbsent(file.source(), file));
			}
			return List.copyOf(files.values());
		}
		catch (IOException ex) {
			throw new RevisionFileException(ex);
		}
	}

	private static byte[] read(RevisionFile file) {
		try {
			return file.read();
		}
		catch (IOException ex) {
			throw new RevisionFileException(ex);
		}
	}

	// Two cyclic redundancy checks find accidents as surely as a cryptographic digest and
	// need no security provider, whose start takes longer than all the rest
	private static String fingerprint(List<RevisionFile> files) {
		CRC32 crc32 = new CRC32();
		CRC32C crc32c = new CRC32C();
		StringBuilder listing = new StringBuilder();
		for (RevisionFile file : files) {
			listing.append(file.name()).append('\0').append(file.size()).append('\0').append(file.crc()).append('\n');
		}
		byte[] bytes = listing.toString().getBytes(StandardCharsets.UTF_8);
		crc32.update(bytes);
		crc32c.update(bytes);
		return "%d-%08x%08x".formatted(files.size(), crc32.getValue(), crc32c.getValue());
	}

	@Override
	public String toString() {
		return this.description;
	}

}
