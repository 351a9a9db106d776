package dev.limbeck.command;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of a new revision.
 *
 * @param message the one-line description, or {@code null} for Alembic's "empty message"
 * @param head the target that becomes its down revision, such as {@code head},
 * {@code branch@head}, {@code base} or a revision
 * @param splice whether that may be no head, so that a new branch begins there
 * @param branchLabels the branch labels to declare
 * @param versionPath the version location to write to, or {@code null} for the only one
 * or that of the down revision
 * @param revId its id, or {@code null} for a random one
 * @param dependsOn the targets that become its dependencies
 * @param format what to write it in: {@code sql} or {@code java}, or {@code null} for the
 * format that is the default
 * @since 0.1.0
 */
public record NewRevisionRequest(@Nullable String message, String head, boolean splice, List<String> branchLabels,
		@Nullable String versionPath, @Nullable String revId, List<String> dependsOn, @Nullable String format) {

	/**
	 * Create a request.
	 * @param message the one-line description
	 * @param head the target that becomes its down revision
	 * @param splice whether that may be no head
	 * @param branchLabels the branch labels
	 * @param versionPath the version location
	 * @param revId its id
	 * @param dependsOn the targets that become its dependencies
	 * @param format what to write it in
	 */
	public NewRevisionRequest {
		branchLabels = List.copyOf(branchLabels);
		dependsOn = List.copyOf(dependsOn);
	}

	/**
	 * Return the request for a revision on the head.
	 * @param message the one-line description, or {@code null}
	 * @return the request
	 */
	public static NewRevisionRequest of(@Nullable String message) {
		return new NewRevisionRequest(message, "head", false, List.of(), null, null, List.of(), null);
	}

	/**
	 * Return this request on another down revision.
	 * @param head the target that becomes its down revision
	 * @return the request
	 */
	public NewRevisionRequest withHead(String head) {
		return new NewRevisionRequest(this.message, head, this.splice, this.branchLabels, this.versionPath, this.revId,
				this.dependsOn, this.format);
	}

	/**
	 * Return this request with the choice to begin a new branch.
	 * @param splice whether the down revision may be no head
	 * @return the request
	 */
	public NewRevisionRequest withSplice(boolean splice) {
		return new NewRevisionRequest(this.message, this.head, splice, this.branchLabels, this.versionPath, this.revId,
				this.dependsOn, this.format);
	}

	/**
	 * Return this request with branch labels.
	 * @param branchLabels the branch labels to declare
	 * @return the request
	 */
	public NewRevisionRequest withBranchLabels(List<String> branchLabels) {
		return new NewRevisionRequest(this.message, this.head, this.splice, branchLabels, this.versionPath, this.revId,
				this.dependsOn, this.format);
	}

	/**
	 * Return this request for another version location.
	 * @param versionPath the version location, or {@code null}
	 * @return the request
	 */
	public NewRevisionRequest withVersionPath(@Nullable String versionPath) {
		return new NewRevisionRequest(this.message, this.head, this.splice, this.branchLabels, versionPath, this.revId,
				this.dependsOn, this.format);
	}

	/**
	 * Return this request with an id.
	 * @param revId the id, or {@code null} for a random one
	 * @return the request
	 */
	public NewRevisionRequest withRevId(@Nullable String revId) {
		return new NewRevisionRequest(this.message, this.head, this.splice, this.branchLabels, this.versionPath, revId,
				this.dependsOn, this.format);
	}

	/**
	 * Return this request with dependencies.
	 * @param dependsOn the targets that become its dependencies
	 * @return the request
	 */
	public NewRevisionRequest withDependsOn(List<String> dependsOn) {
		return new NewRevisionRequest(this.message, this.head, this.splice, this.branchLabels, this.versionPath,
				this.revId, dependsOn, this.format);
	}

	/**
	 * Return this request in another format.
	 * @param format what to write it in, or {@code null}
	 * @return the request
	 */
	public NewRevisionRequest withFormat(@Nullable String format) {
		return new NewRevisionRequest(this.message, this.head, this.splice, this.branchLabels, this.versionPath,
				this.revId, this.dependsOn, format);
	}

}
