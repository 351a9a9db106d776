package dev.limbeck.command;

import java.util.List;

import dev.limbeck.autogenerate.ComparisonRequest;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a revision that makes the database as the application's model wants
 * it.
 *
 * @param revision what is asked of it as of any new revision
 * @param comparison what is compared
 * @param allowDrop whether what loses or changes data is written so that it runs, or
 * {@code null} for what is configured
 * @param skipEmpty whether no revision is written if nothing differs, or {@code null} for
 * what is configured
 * @param dryRun whether to write nothing at all
 * @since 0.1.0
 */
public record AutogenerateRequest(NewRevisionRequest revision, ComparisonRequest comparison,
		@Nullable Boolean allowDrop, @Nullable Boolean skipEmpty, boolean dryRun) {

	/**
	 * Return the request for a revision on the head, as it is configured.
	 * @param message the one-line description, or {@code null}
	 * @return the request
	 */
	public static AutogenerateRequest of(@Nullable String message) {
		return new AutogenerateRequest(NewRevisionRequest.of(message), ComparisonRequest.ofRevisions(), null, null,
				false);
	}

	/**
	 * Return this request with what is asked of any new revision.
	 * @param revision place, id, labels and format
	 * @return the request
	 */
	public AutogenerateRequest withRevision(NewRevisionRequest revision) {
		return new AutogenerateRequest(revision, this.comparison, this.allowDrop, this.skipEmpty, this.dryRun);
	}

	/**
	 * Return this request for the configured database, which must be at the heads.
	 * @return the request
	 */
	public AutogenerateRequest fromDatabase() {
		return new AutogenerateRequest(this.revision, new ComparisonRequest(true, this.comparison.renames()),
				this.allowDrop, this.skipEmpty, this.dryRun);
	}

	/**
	 * Return this request with what has been renamed.
	 * @param renames pairs such as {@code old=new} or {@code table.old=new}
	 * @return the request
	 */
	public AutogenerateRequest withRenames(List<String> renames) {
		return new AutogenerateRequest(this.revision, this.comparison.withRenames(renames), this.allowDrop,
				this.skipEmpty, this.dryRun);
	}

	/**
	 * Return this request so that what loses or changes data is written to run.
	 * @return the request
	 */
	public AutogenerateRequest withAllowDrop() {
		return new AutogenerateRequest(this.revision, this.comparison, true, this.skipEmpty, this.dryRun);
	}

	/**
	 * Return this request with a decision about empty revisions.
	 * @param skipEmpty whether no revision is written if nothing differs
	 * @return the request
	 */
	public AutogenerateRequest withSkipEmpty(boolean skipEmpty) {
		return new AutogenerateRequest(this.revision, this.comparison, this.allowDrop, skipEmpty, this.dryRun);
	}

	/**
	 * Return this request so that nothing is written.
	 * @return the request
	 */
	public AutogenerateRequest withDryRun() {
		return new AutogenerateRequest(this.revision, this.comparison, this.allowDrop, this.skipEmpty, true);
	}

}
