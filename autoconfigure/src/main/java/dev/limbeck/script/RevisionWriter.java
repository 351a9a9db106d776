package dev.limbeck.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;

/**
 * Writes new revisions into the source tree. What was written is read back and fits into
 * the graph; otherwise no file is left.
 *
 * @since 0.1.0
 */
public final class RevisionWriter {

	private static final Pattern FIRST_MARKER = Pattern.compile("(?m)^--\\s*migrate:");

	private final SourceDirectories sources;

	private final RevisionFileSettings settings;

	private final List<TemplateVariables> variables;

	private final PostWriteHooks hooks;

	/**
	 * Create a writer.
	 * @param sources where to write
	 * @param settings how the files are named and written
	 * @param variables what adds variables to the template
	 * @param hooks what is done with each file that was written
	 */
	public RevisionWriter(SourceDirectories sources, RevisionFileSettings settings, List<TemplateVariables> variables,
			PostWriteHooks hooks) {
		this.sources = sources;
		this.settings = settings;
		this.variables = List.copyOf(variables);
		this.hooks = hooks;
	}

	/**
	 * Write a revision.
	 * @param revision the revision, drafted in the graph of
	 * {@link SourceDirectories#scripts()}
	 * @return what was written
	 * @throws RevisionWritingException if it cannot be written; nothing is left behind
	 * @throws dev.limbeck.revision.MigrationException if it would not fit into the graph;
	 * nothing is left behind
	 * @throws PostWriteHookException if a hook failed; the file stays
	 */
	public WrittenRevision write(NewRevision revision) {
		RevisionFormat format = RevisionFormat.SQL;
		this.hooks.requireRunnable();
		String id = RevisionIds.require(revision.draft().id());
		SourceLocation location = this.sources.location(revision.draft().versionLocation());
		ZonedDateTime created = revision.createDate().atZone(this.settings.zone()).truncatedTo(ChronoUnit.SECONDS);
		String name = new FileNameTemplate(this.settings).expand(id, RevisionMessage.of(revision.message()), created);
		Path file = location.directory().resolve(name + format.suffix());
		ScriptTemplate template = template(location, format);
		byte[] content = this.settings.encode(render(template, variables(revision, format, created)));
		RevisionVerification verification = new RevisionVerification(revision.draft(), template);
		SqlRevision written = place(location, file, content, verification);
		return new WrittenRevision(file, this.hooks.isEmpty() ? written : runHooks(file, verification));
	}

	private ScriptTemplate template(SourceLocation location, RevisionFormat format) {
		Path own = this.sources.scriptFile(location, format.templateName());
		return (own != null) ? ScriptTemplate.read(own) : ScriptTemplate.builtIn(format);
	}

	private RevisionVariables variables(NewRevision revision, RevisionFormat format, ZonedDateTime created) {
		RevisionVariables all = new RevisionVariables(revision, format,
				DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(created.toOffsetDateTime()));
		this.variables.forEach((contributor) -> all.add(contributor.variablesFor(revision)));
		return all;
	}

	// Keys without a value leave blanks behind
	private static String render(ScriptTemplate template, RevisionVariables variables) {
		String text = template.render(variables.values());
		Matcher marker = FIRST_MARKER.matcher(text);
		int end = marker.find() ? marker.start() : 0;
		return text.substring(0, end).replaceAll("[ \\t]+(?=\\r?\\n)", "") + text.substring(end);
	}

	private SqlRevision place(SourceLocation location, Path file, byte[] content, RevisionVerification verification) {
		try (NewFile newFile = NewFile.reserve(location.directory(), file, verification.draft().id())) {
			SqlRevision script = verification.verify(file, content);
			List<Revision> revisions = new ArrayList<>(this.sources.scripts().load().graph().revisions());
			revisions.add(script.revision());
			RevisionGraph.of(revisions);
			newFile.place(content);
			// What another command has written meanwhile may not go together with it
			this.sources.scripts().load().graph().get(script.revision().id());
			newFile.keep();
			return script;
		}
	}

	private SqlRevision runHooks(Path file, RevisionVerification verification) {
		this.hooks.run(file, () -> verification.verify(file, read(file)));
		return verification.verify(file, read(file));
	}

	private static byte[] read(Path file) {
		try {
			return Files.readAllBytes(file);
		}
		catch (IOException ex) {
			throw new RevisionFileException(ex);
		}
	}

}
