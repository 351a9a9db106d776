package dev.limbeck.script;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * Reads revisions in either language.
 */
final class RevisionReader {

	private final ClassLoader classLoader;

	private @Nullable RevisionClasses classes;

	RevisionReader(ClassLoader classLoader) {
		this.classLoader = classLoader;
	}

	/**
	 * Read a file.
	 * @param file the file
	 * @return the revision, {@code null} if it is a class or a source that is none
	 * @throws IOException if it cannot be read
	 * @throws dev.limbeck.failure.MigrationException if it is no valid revision
	 */
	@Nullable RevisionScript read(RevisionFile file) throws IOException {
		String className = file.className();
		if (className != null) {
			return classes().read(className, file.read());
		}
		SourceLanguage language = SourceLanguage.of(file.name());
		return (language != null) ? RevisionSource.read(language, file.source(), file.read())
				: RevisionFileParser.parse(file.source(), file.read());
	}

	// Most applications have none
	private RevisionClasses classes() {
		RevisionClasses classes = this.classes;
		if (classes == null) {
			classes = new RevisionClasses(this.classLoader);
			this.classes = classes;
		}
		return classes;
	}

}
