package dev.limbeck.script;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * What a build has made of the sources of a version location: of that, only the classes
 * count that have no source here.
 *
 * @param location where they are
 * @param counts whether a class counts
 */
record CompiledLocation(VersionLocation location, Predicate<RevisionFile> counts) implements VersionLocation {

	@Override
	public List<RevisionFile> list() throws IOException {
		List<RevisionFile> files = new ArrayList<>(this.location.list());
		files.removeIf((file) -> !this.counts.test(file));
		return files;
	}

	@Override
	public @Nullable String folder() {
		return this.location.folder();
	}

	@Override
	public void addTo(Fingerprint fingerprint) throws IOException {
		this.location.addTo(fingerprint);
	}

	@Override
	public byte[] read(String name) throws IOException {
		return this.location.read(name);
	}

	@Override
	public String toString() {
		return this.location.toString();
	}

}
