package dev.limbeck.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.limbeck.autogenerate.RenderedRevision;
import dev.limbeck.autogenerate.RevisionRendering;
import dev.limbeck.compare.RevisionDirectives;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionDraft;
import dev.limbeck.script.NewRevision;
import dev.limbeck.script.RevisionFormat;
import dev.limbeck.script.RevisionPreview;
import dev.limbeck.script.RevisionWriter;
import dev.limbeck.script.SourceDirectories;
import dev.limbeck.script.WrittenRevision;

/**
 * Writes directives as revisions, each on the one before it. All of them are known to be
 * right before the first is written, and all or none are.
 */
final class RevisionGeneration {

	private final RevisionDrafts drafts;

	private final RevisionWriter writer;

	private final RevisionRendering rendering;

	private final RevisionFormat format;

	private final Instant now = Instant.now();

	RevisionGeneration(SourceDirectories sources, RevisionWriter writer, RevisionRendering rendering,
			RevisionFormat format) {
		this.drafts = new RevisionDrafts(sources);
		this.writer = writer;
		this.rendering = rendering;
		this.format = format;
	}

	List<GeneratedRevision> run(NewRevisionRequest request, List<RevisionDirectives> directives, boolean dryRun) {
		List<NewRevision> revisions = new ArrayList<>();
		List<RevisionPreview> previews = new ArrayList<>();
		List<Revision> before = new ArrayList<>();
		for (RevisionDirectives each : directives) {
			NewRevision revision = revision(before.isEmpty() ? request : following(request, before), each, before);
			RevisionPreview preview = this.writer.preview(revision);
			revisions.add(revision);
			previews.add(preview);
			before.add(preview.script().revision());
		}
		List<WrittenRevision> written = dryRun ? List.of() : this.writer.write(revisions);
		List<GeneratedRevision> result = new ArrayList<>();
		for (int i = 0; i < previews.size(); i++) {
			result.add(dryRun ? GeneratedRevision.of(previews.get(i))
					: GeneratedRevision.of(previews.get(i), written.get(i)));
		}
		return result;
	}

	private static NewRevisionRequest following(NewRevisionRequest request, List<Revision> before) {
		return request.withHead(before.get(before.size() - 1).id())
			.withSplice(false)
			.withBranchLabels(List.of())
			.withDependsOn(List.of())
			.withRevId(null);
	}

	private NewRevision revision(NewRevisionRequest request, RevisionDirectives directives, List<Revision> before) {
		RevisionDraft draft = this.drafts.draft(request, before);
		String message = (directives.message() != null) ? directives.message() : request.message();
		RenderedRevision rendered = this.rendering.render(directives);
		return new NewRevision(draft, (message != null) ? message : NewRevision.DEFAULT_MESSAGE, rendered.upgrades(),
				rendered.downgrades(), this.now, this.format, rendered.imports());
	}

}
