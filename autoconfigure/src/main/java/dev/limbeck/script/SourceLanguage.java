package dev.limbeck.script;

import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * A language of classes whose sources are read, so that they have their place in the
 * graph before they are compiled.
 */
enum SourceLanguage {

	/** Java. */
	JAVA("java", ".java"),

	/** Kotlin. */
	KOTLIN("kotlin", ".kt");

	private static final Path RESOURCES = Path.of("resources");

	private static final String INFO = "-info.java";

	private final String folder;

	private final String suffix;

	SourceLanguage(String folder, String suffix) {
		this.folder = folder;
		this.suffix = suffix;
	}

	/**
	 * Return the language of a source.
	 * @param file the path of a file
	 * @return the language, {@code null} if this is no source
	 */
	static @Nullable SourceLanguage of(String file) {
		for (SourceLanguage language : values()) {
			if (file.endsWith(language.suffix)) {
				return language;
			}
		}
		return null;
	}

	/**
	 * Return whether a file may be a revision that is to be compiled yet.
	 * @param name the path below the version location, with slashes
	 * @return whether it may be
	 */
	boolean isSource(String name) {
		return name.endsWith(this.suffix) && !name.endsWith(INFO) && !RevisionFile.isHidden(name);
	}

	/**
	 * Return where the sources are beside resources.
	 * @param resources a directory of resources
	 * @return the directory of sources, {@code null} if it is not known
	 */
	@Nullable Path rootBeside(Path resources) {
		return resources.endsWith(RESOURCES) ? resources.resolveSibling(this.folder) : null;
	}

	/**
	 * Return whether the name of a type stands behind a word.
	 * @param word the word
	 * @return whether it does
	 */
	boolean isTypeWord(String word) {
		return switch (this) {
			case JAVA -> word.equals("class") || word.equals("record") || word.equals("enum");
			case KOTLIN -> word.equals("class") || word.equals("object");
		};
	}

	/**
	 * Refuse a language whose sources nothing compiles in a project.
	 * @param resources the directory of resources of the project, or {@code null}
	 * @throws RevisionWritingException if they would not be compiled
	 */
	void requireCompiled(@Nullable Path resources) {
		Path own = (resources != null) ? rootBeside(resources) : null;
		Path kotlin = (resources != null) ? KOTLIN.rootBeside(resources) : null;
		if (own != null && kotlin != null && !Files.isDirectory(own) && (this == KOTLIN || Files.isDirectory(kotlin))) {
			throw new RevisionWritingException(
					"A class in " + this.folder + " would not be compiled: the project has no " + own,
					"Write the revision in " + ((this == KOTLIN) ? "Java" : "Kotlin")
							+ " or SQL, or create that directory if the build compiles it.");
		}
	}

	String suffix() {
		return this.suffix;
	}

}
