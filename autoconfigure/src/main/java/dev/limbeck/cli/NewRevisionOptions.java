package dev.limbeck.cli;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options of commands that write a revision.
 */
final class NewRevisionOptions {

	@Option(names = { "-m", "--message" }, paramLabel = "MESSAGE", order = 1, description = "The one-line description.")
	private @Nullable String message;

	@Option(names = "--splice", order = 11, description = "Follow a revision that is no head, and so begin a branch.")
	private boolean splice;

	@Option(names = "--branch-label", paramLabel = "LABEL", order = 12,
			description = "A branch label to declare. Repeatable.")
	private List<String> branchLabels = new ArrayList<>();

	@Option(names = "--rev-id", paramLabel = "ID", order = 13,
			description = "The id of the new revision, instead of a random one.")
	private @Nullable String revId;

	@Nullable String message() {
		return this.message;
	}

	boolean isSplice() {
		return this.splice;
	}

	List<String> branchLabels() {
		return this.branchLabels;
	}

	@Nullable String revId() {
		return this.revId;
	}

}
