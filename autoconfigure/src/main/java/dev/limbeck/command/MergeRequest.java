package dev.limbeck.command;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of a merge.
 *
 * @param revisions the targets to merge, such as {@code heads}
 * @param message the one-line description, or {@code null} for one that names what is
 * merged
 * @param branchLabels the branch labels to declare
 * @param revId its id, or {@code null} for a random one
 * @param splice whether the merged revisions may be no heads
 * @since 0.1.0
 */
public record MergeRequest(List<String> revisions, @Nullable String message, List<String> branchLabels,
		@Nullable String revId, boolean splice) {

	/**
	 * Create a request.
	 * @param revisions the targets to merge
	 * @param message the one-line description
	 * @param branchLabels the branch labels
	 * @param revId its id
	 * @param splice whether the merged revisions may be no heads
	 */
	public MergeRequest {
		revisions = List.copyOf(revisions);
		branchLabels = List.copyOf(branchLabels);
	}

	/**
	 * Return the request to merge revisions.
	 * @param revisions the targets to merge, such as {@code heads}
	 * @return the request
	 */
	public static MergeRequest of(String... revisions) {
		return new MergeRequest(List.of(revisions), null, List.of(), null, false);
	}

	/**
	 * Return this request with a message.
	 * @param message the one-line description, or {@code null}
	 * @return the request
	 */
	public MergeRequest withMessage(@Nullable String message) {
		return new MergeRequest(this.revisions, message, this.branchLabels, this.revId, this.splice);
	}

	/**
	 * Return this request with branch labels.
	 * @param branchLabels the branch labels to declare
	 * @return the request
	 */
	public MergeRequest withBranchLabels(List<String> branchLabels) {
		return new MergeRequest(this.revisions, this.message, branchLabels, this.revId, this.splice);
	}

	/**
	 * Return this request with an id.
	 * @param revId the id, or {@code null} for a random one
	 * @return the request
	 */
	public MergeRequest withRevId(@Nullable String revId) {
		return new MergeRequest(this.revisions, this.message, this.branchLabels, revId, this.splice);
	}

	/**
	 * Return this request with the choice to merge what is no head.
	 * @param splice whether the merged revisions may be no heads
	 * @return the request
	 */
	public MergeRequest withSplice(boolean splice) {
		return new MergeRequest(this.revisions, this.message, this.branchLabels, this.revId, splice);
	}

}
