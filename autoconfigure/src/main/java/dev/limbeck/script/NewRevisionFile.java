package dev.limbeck.script;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.limbeck.script.render.JavaNames;
import org.jspecify.annotations.Nullable;

/**
 * Where a new revision goes.
 *
 * @param directory the directory in which names are reserved
 * @param file the file
 * @param variables the variables of its template that come from its place
 */
record NewRevisionFile(Path directory, Path file, Map<String, Object> variables) {

	private static final int LONGEST_SLUG = 60;

	static NewRevisionFile of(NewRevision revision, SourceLocation location, RevisionFileSettings settings,
			ZonedDateTime created) {
		return (revision.format() == RevisionFormat.SQL) ? sql(revision, location, settings, created)
				: java(revision, location, created);
	}

	private static NewRevisionFile sql(NewRevision revision, SourceLocation location, RevisionFileSettings settings,
			ZonedDateTime created) {
		String name = new FileNameTemplate(settings).expand(revision.draft().id(),
				RevisionMessage.of(revision.message()), created);
		return new NewRevisionFile(location.directory(),
				location.directory().resolve(name + RevisionFormat.SQL.suffix()), Map.of());
	}

	private static NewRevisionFile java(NewRevision revision, SourceLocation location, ZonedDateTime created) {
		Path directory = location.sources(SourceLanguage.JAVA);
		Path root = location.root();
		String packageName = packageName(location, root);
		if (directory == null || packageName == null) {
			throw new RevisionWritingException(
					"There is no place for the sources of Java revisions of the version location " + location.name()
							+ ((packageName != null) ? "" : ", which is not the name of a package"),
					"Give a version location below src/main/resources, beside which src/main/java is, or write the "
							+ "revision in SQL.");
		}
		requireCompiled(root);
		RevisionMessage message = RevisionMessage.of(revision.message());
		List<String> words = Arrays.asList(message.slug(LONGEST_SLUG).split("_"));
		String className = JavaNames.ofClass("Rev", revision.draft().id(), words);
		JavaVariables variables = new JavaVariables(revision, message, date(created), packageName, className);
		return new NewRevisionFile(directory, directory.resolve(className + RevisionFormat.JAVA.suffix()),
				variables.values());
	}

	private static void requireCompiled(@Nullable Path root) {
		Path java = (root != null) ? SourceLanguage.JAVA.rootBeside(root) : null;
		Path kotlin = (root != null) ? SourceLanguage.KOTLIN.rootBeside(root) : null;
		if (java != null && kotlin != null && !Files.isDirectory(java) && Files.isDirectory(kotlin)) {
			throw new RevisionWritingException(
					"A revision in Java would not be compiled: the project has " + kotlin + " and no " + java,
					"Write the revision in SQL, or create that directory if the build compiles it.");
		}
	}

	static String date(ZonedDateTime created) {
		return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(created.toOffsetDateTime());
	}

	private static @Nullable String packageName(SourceLocation location, @Nullable Path root) {
		if (root == null) {
			return null;
		}
		String name = root.relativize(location.directory()).toString().replace('\\', '/').replace('/', '.');
		return JavaNames.isPackage(name) ? name : null;
	}

}
