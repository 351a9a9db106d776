package dev.limbeck.command;

import dev.limbeck.script.RevisionPreview;
import dev.limbeck.script.WrittenRevision;

/**
 * A revision whose content comes from a comparison.
 *
 * @param revision what it is
 * @param content what its file holds, or would hold, before hooks ran
 * @param written whether the file was written
 * @since 0.1.0
 */
public record GeneratedRevision(CreatedRevision revision, String content, boolean written) {

	static GeneratedRevision of(RevisionPreview preview) {
		return new GeneratedRevision(CreatedRevision.of(new WrittenRevision(preview.file(), preview.script())),
				preview.content(), false);
	}

	static GeneratedRevision of(RevisionPreview preview, WrittenRevision written) {
		return new GeneratedRevision(CreatedRevision.of(written), preview.content(), true);
	}

}
