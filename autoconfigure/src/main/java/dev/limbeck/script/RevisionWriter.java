package dev.limbeck.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
	 * @throws dev.limbeck.failure.MigrationException if it would not fit into the graph;
	 * nothing is left behind
	 * @throws PostWriteHookException if a hook failed; the file stays
	 */
	public WrittenRevision write(NewRevision revision) {
		return write(List.of(revision)).get(0);
	}

	/**
	 * Write revisions that belong together: all of them or none.
	 * @param revisions the revisions, each drafted in the graph of
	 * {@link SourceDirectories#scripts()} and those before it
	 * @return what was written
	 * @throws RevisionWritingException if one cannot be written; nothing is left behind
	 * @throws dev.limbeck.failure.MigrationException if one would not fit into the graph;
	 * nothing is left behind
	 * @throws PostWriteHookException if a hook failed; the files stay
	 */
	public List<WrittenRevision> write(List<NewRevision> revisions) {
		this.hooks.requireRunnable();
		List<Rendering> renderings = revisions.stream().map(this::render).toList();
		List<WrittenRevision> placed = place(renderings);
		if (this.hooks.isEmpty()) {
			return placed;
		}
		return renderings.stream()
			.map((rendering) -> new WrittenRevision(rendering.target().file(),
					runHooks(rendering.target().file(), rendering.verification())))
			.toList();
	}

	private List<WrittenRevision> place(List<Rendering> renderings) {
		Deque<ReservedFile> files = new ArrayDeque<>();
		try {
			List<WrittenRevision> placed = new ArrayList<>();
			for (Rendering rendering : renderings) {
				placed.add(new WrittenRevision(rendering.target().file(), place(rendering, files)));
			}
			files.forEach(ReservedFile::keep);
			return placed;
		}
		finally {
			files.forEach(ReservedFile::close);
		}
	}

	/**
	 * Return the file that a revision would be written to, and what it would hold.
	 * Nothing is written.
	 * @param revision the revision
	 * @return the file and its content
	 * @throws RevisionWritingException if it could not be written
	 */
	public RevisionPreview preview(NewRevision revision) {
		Rendering rendering = render(revision);
		Path file = rendering.target().file();
		return new RevisionPreview(file, rendering.text(),
				rendering.verification().verify(file, this.settings.encode(rendering.text())));
	}

	private Rendering render(NewRevision revision) {
		RevisionIds.require(revision.draft().id());
		SourceDirectory location = this.sources.location(revision.draft().versionLocation());
		ZonedDateTime created = revision.createDate().atZone(this.settings.zone()).truncatedTo(ChronoUnit.SECONDS);
		NewRevisionFile target = NewRevisionFile.of(revision, location, this.settings, created);
		ScriptTemplate template = template(location, revision.format());
		return new Rendering(target, render(template, variables(revision, target, created)),
				new RevisionVerification(revision.draft(), template));
	}

	private ScriptTemplate template(SourceDirectory location, RevisionFormat format) {
		Path own = this.sources.scriptFile(location, format.templateName());
		return (own != null) ? ScriptTemplate.read(own, format) : ScriptTemplate.builtIn(format);
	}

	private RevisionVariables variables(NewRevision revision, NewRevisionFile target, ZonedDateTime created) {
		RevisionVariables all = new RevisionVariables(revision, NewRevisionFile.date(created));
		all.add(target.variables());
		this.variables.forEach((contributor) -> all.add(contributor.variablesFor(revision)));
		return all;
	}

	// Keys without a value leave blanks behind
	private static String render(ScriptTemplate template, RevisionVariables variables) {
		String text = template.render(variables.values());
		if (template.isSource()) {
			return text.replaceAll("(?m)^[ \\t]+$", "");
		}
		Matcher marker = FIRST_MARKER.matcher(text);
		int end = marker.find() ? marker.start() : 0;
		return text.substring(0, end).replaceAll("[ \\t]+(?=\\r?\\n)", "") + text.substring(end);
	}

	private RevisionScript place(Rendering rendering, Deque<ReservedFile> files) {
		NewRevisionFile target = rendering.target();
		byte[] content = this.settings.encode(rendering.text());
		RevisionVerification verification = rendering.verification();
		ReservedFile newFile = ReservedFile.reserve(target.directory(), target.file(), verification.draft().id());
		files.push(newFile);
		RevisionScript script = verification.verify(target.file(), content);
		List<Revision> revisions = new ArrayList<>(this.sources.scripts().load().graph().revisions());
		revisions.add(script.revision());
		RevisionGraph.of(revisions);
		newFile.place(content);
		// What another command has written meanwhile may not go together with it
		this.sources.scripts().load().graph().get(script.revision().id());
		return script;
	}

	private RevisionScript runHooks(Path file, RevisionVerification verification) {
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

	/**
	 * A revision that could be written.
	 *
	 * @param target where to
	 * @param text what the file says
	 * @param verification sees that it says what was asked for
	 */
	private record Rendering(NewRevisionFile target, String text, RevisionVerification verification) {
	}

}
