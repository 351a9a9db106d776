package dev.limbeck.runtime;

import java.util.List;
import java.util.regex.Pattern;

import dev.limbeck.revision.Direction;
import dev.limbeck.revision.DowngradeRequest;
import dev.limbeck.revision.MigrationPlan;
import dev.limbeck.revision.MigrationStep;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.StampRequest;
import dev.limbeck.revision.UpgradeRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a run is asked to do.
 *
 * @param direction where it is to lead
 * @param targets the targets; one of a downgrade
 * @param purge whether a stamp deletes all rows first, unread
 * @param missing whether an upgrade runs what counts as applied and was never run
 * @param arguments what revisions and listeners are given
 */
record RunRequest(Direction direction, List<String> targets, boolean purge, boolean missing, RunArguments arguments) {

	RunRequest {
		targets = List.copyOf(targets);
	}

	static RunRequest upgrade(String target, RunArguments arguments) {
		return new RunRequest(Direction.UPGRADE, List.of(target), false, false, arguments);
	}

	static RunRequest of(UpgradeRequest request, RunArguments arguments) {
		return new RunRequest(Direction.UPGRADE, request.targets(), false, request.missing(),
				arguments.and(request.arguments(), request.tag()));
	}

	static RunRequest of(DowngradeRequest request, RunArguments arguments) {
		return new RunRequest(Direction.DOWNGRADE, List.of(request.target()), false, false,
				arguments.and(request.arguments(), request.tag()));
	}

	static RunRequest of(StampRequest request, RunArguments arguments) {
		return new RunRequest(Direction.STAMP, request.targets(), request.purge(), false,
				arguments.and(request.arguments(), request.tag()));
	}

	/**
	 * Plan.
	 * @param graph the revisions
	 * @param rows the rows of the version table, in the order of the database
	 * @return what is to be done from there
	 */
	MigrationPlan<? extends MigrationStep> plan(RevisionGraph graph, List<String> rows) {
		return switch (this.direction) {
			case UPGRADE -> graph.planUpgrade(rows, this.targets);
			case DOWNGRADE -> graph.planDowngrade(rows, this.targets.get(0));
			case STAMP -> graph.planStamp(rows, this.targets, this.purge);
		};
	}

	/**
	 * Return whether somebody else may have done what is asked for: an upgrade to a
	 * revision is done once and for all. One more step up or down, or a stamp, is not.
	 * @param graph the revisions
	 * @param state the state of the database
	 * @return whether there is nothing left to do
	 */
	boolean isReached(RevisionGraph graph, DatabaseState state) {
		if (this.direction != Direction.UPGRADE || this.missing || state.isUnfinished() || isRelative()) {
			return false;
		}
		return (this.targets.size() == 1) ? graph.isUpToDate(state.heads(), this.targets.get(0))
				: graph.planUpgrade(state.heads(), this.targets).isEmpty();
	}

	/**
	 * Return what says of the last step of a run that nothing is left to do.
	 * @param files the fingerprint of all files
	 * @return the fingerprint, or {@code null} if the same request means more later
	 */
	@Nullable String fingerprint(String files) {
		return (this.direction != Direction.UPGRADE || isRelative()) ? null
				: files + " " + String.join(",", this.targets);
	}

	/**
	 * Return the target that counts from where the database is.
	 * @return the target, or {@code null} if none does
	 */
	@Nullable String relativeTarget() {
		Pattern relative = Pattern.compile("[+-]\\d+$");
		return this.targets.stream().filter((target) -> relative.matcher(target).find()).findFirst().orElse(null);
	}

	// No id has one of these characters; a label that has is only read as if it were
	// relative
	private boolean isRelative() {
		for (String target : this.targets) {
			if (target.indexOf('+') >= 0 || target.indexOf('-') >= 0) {
				return true;
			}
		}
		return false;
	}

}
