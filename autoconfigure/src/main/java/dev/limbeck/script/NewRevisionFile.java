package dev.limbeck.script;

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

	static NewRevisionFile of(NewRevision revision, SourceDirectory location, RevisionFileSettings settings,
			ZonedDateTime created) {
		SourceLanguage language = revision.format().language();
		return (language != null) ? source(revision, language, location, created)
				: sql(revision, location, settings, created);
	}

	private static NewRevisionFile sql(NewRevision revision, SourceDirectory location, RevisionFileSettings settings,
			ZonedDateTime created) {
		String name = new FileNameTemplate(settings).expand(revision.draft().id(),
				RevisionMessage.of(revision.message()), created);
		return new NewRevisionFile(location.directory(),
				location.directory().resolve(name + RevisionFormat.SQL.suffix()), Map.of());
	}

	private static NewRevisionFile source(NewRevision revision, SourceLanguage language, SourceDirectory location,
			ZonedDateTime created) {
		Path directory = location.sources(language);
		Path root = location.root();
		String packageName = packageName(location, root);
		if (directory == null || packageName == null) {
			throw new RevisionWritingException(
					"There is no place for the sources of Java revisions of the version location " + location.name()
							+ ((packageName != null) ? "" : ", which is not the name of a package"),
					"Use a version location below src/main/resources, which has the sources beside it, or "
							+ "write the revision in SQL.");
		}
		language.requireCompiled(root);
		RevisionMessage message = RevisionMessage.of(revision.message());
		List<String> words = Arrays.asList(message.slug(LONGEST_SLUG).split("_"));
		String className = JavaNames.ofClass("Rev", revision.draft().id(), words);
		Map<String, Object> variables = (language == SourceLanguage.KOTLIN)
				? new KotlinVariables(revision, message, date(created), packageName, className).values()
				: new JavaVariables(revision, message, date(created), packageName, className).values();
		return new NewRevisionFile(directory, directory.resolve(className + language.suffix()), variables);
	}

	static String date(ZonedDateTime created) {
		return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(created.toOffsetDateTime());
	}

	private static @Nullable String packageName(SourceDirectory location, @Nullable Path root) {
		if (root == null) {
			return null;
		}
		String name = root.relativize(location.directory()).toString().replace('\\', '/').replace('/', '.');
		return JavaNames.isPackage(name) ? name : null;
	}

}
