package dev.limbeck.runtime;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.ServerError;
import dev.limbeck.revision.MigrationException;
import dev.limbeck.revision.MigrationStep;
import dev.limbeck.runtime.LostConnectionException.State;
import org.jspecify.annotations.Nullable;

/**
 * Says what became of a run whose connection was lost, and what to do. A target that
 * counts from where the database is must not be asked for again once a step of it was
 * carried out.
 */
final class LossReport {

	private static final String SEE_WHY = "See why the connection ended (somebody ended its session, the server was "
			+ "restarted, or the network failed), then ";

	private final RunTrail trail;

	private final Finding finding;

	private final Throwable failure;

	private final Dialect dialect;

	private final int done;

	LossReport(RunTrail trail, Finding finding, Throwable failure, Dialect dialect) {
		this.trail = trail;
		this.finding = finding;
		this.failure = failure;
		this.dialect = dialect;
		this.done = trail.committed() + countConfirmed();
	}

	private int countConfirmed() {
		int sharing = this.trail.recorded();
		if (this.finding.isApplied()) {
			return this.trail.isOpen() ? sharing + 1 : sharing;
		}
		return this.finding.isUnfinished() ? sharing : 0;
	}

	RunTrail trail() {
		return this.trail;
	}

	Collection<String> heads() {
		return this.finding.heads();
	}

	boolean hasTables() {
		return this.finding.state() != null && this.finding.state().hasTables();
	}

	/**
	 * Return the steps of which a new connection shows that they are committed.
	 * @return the steps in order
	 */
	List<RunningStep> confirmed() {
		return this.trail.steps().subList(this.trail.committed(), this.done);
	}

	/**
	 * Return whether everything that was asked for is done.
	 * @return whether it is, for certain
	 */
	boolean isComplete() {
		return this.finding.isApplied() && this.done == this.trail.steps().size();
	}

	/**
	 * Return what a run is told of that was complete nevertheless.
	 * @return the warning
	 */
	String warning() {
		String relative = relativeTarget();
		return "%s. A new connection shows that %s, and everything that was asked for is done.%s".formatted(
				describeLoss(), fate(true),
				(relative != null) ? " To repeat '" + relative + "' would do more than that." : "");
	}

	LostConnectionException exception() {
		return switch (state()) {
			case APPLIED -> exception(State.APPLIED, shows(fate(true) + "; " + place()) + notBegun(), rest());
			case NOT_APPLIED -> exception(State.NOT_APPLIED, notApplied(), rest());
			case UNFINISHED -> exception(State.UNFINISHED, shows(unfinished()), SEE_WHY + again()
					+ ": it goes on behind the statements that are finished, and says what to do about one in doubt.");
			case UNKNOWN -> exception(State.UNKNOWN, unknown(), lookFirst());
		};
	}

	private State state() {
		if (this.finding.isApplied()) {
			return State.APPLIED;
		}
		if (this.finding.isUnfinished()) {
			return State.UNFINISHED;
		}
		return (this.finding.isKnown() || this.trail.row() == null) ? State.NOT_APPLIED : State.UNKNOWN;
	}

	private LostConnectionException exception(State state, String truth, String action) {
		String loss = describeLoss();
		return new LostConnectionException(loss + (loss.endsWith(".") ? "" : ".") + "\n" + truth, action, state,
				this.finding.isKnown() ? this.finding.heads() : null, this.failure);
	}

	private String describeLoss() {
		if (this.failure instanceof MigrationException) {
			return String.valueOf(this.failure.getMessage()).strip();
		}
		MigrationStep step = this.trail.underWay();
		return "The connection to the database was lost "
				+ ((step != null) ? "in the " + Wording.describe(step) : "before anything was run") + detail();
	}

	private String detail() {
		for (@Nullable
		Throwable each = this.failure; each != null; each = each.getCause()) {
			if (each instanceof SQLException sql) {
				ServerError error = this.dialect.describe(sql);
				return ": " + error.message() + " (SQLSTATE " + error.sqlState() + ")";
			}
		}
		return "";
	}

	private static String shows(String truth) {
		return "A new connection shows that " + truth + ".";
	}

	private String fate(boolean done) {
		List<MigrationStep> steps = inDoubt();
		if (steps.isEmpty()) {
			return "the version table " + (done ? "was" : "was not") + " purged";
		}
		String subject = switch (steps.get(0).direction()) {
			case UPGRADE, DOWNGRADE -> (steps.size() == 1) ? "revision " + Wording.id(steps.get(0)) + " was"
					: "revisions " + Heads.abbreviate(steps.stream().map(Wording::id).toList()) + " were";
			case STAMP -> "the stamp was";
		};
		return subject + (done ? " " : " not ") + switch (steps.get(0).direction()) {
			case UPGRADE -> "applied";
			case DOWNGRADE -> "taken back";
			case STAMP -> "made";
		};
	}

	// The steps of which the row tells, or the one that was not recorded yet
	private List<MigrationStep> inDoubt() {
		List<MigrationStep> all = this.trail.steps().stream().map((running) -> running.step().step()).toList();
		int first = this.trail.committed();
		int count = this.trail.recorded() + ((this.trail.isOpen() || this.trail.row() == null) ? 1 : 0);
		return all.subList(Math.min(first, all.size()), Math.min(first + count, all.size()));
	}

	private String place() {
		return "the database is at " + Heads.describe(this.finding.heads());
	}

	private String notApplied() {
		if (!this.trail.hasBegun()) {
			return "No revision was run.";
		}
		String truth = fate(false) + ": nothing of it remains, and ";
		return this.finding.isKnown() ? shows(truth + place()) : "It is certain that " + truth + "the database was at "
				+ Heads.describe(this.trail.headsAfter(this.trail.committed())) + " before.";
	}

	private String unfinished() {
		MigrationStep step = this.trail.steps().get(this.done).step().step();
		return "the " + Wording.describe(step) + ", which does not run in one transaction, is unfinished: "
				+ this.finding.progress() + " of its statements have run and stay, and the one behind them may have "
				+ "taken effect. " + Heads.sentence(place());
	}

	private String unknown() {
		int before = this.trail.committed();
		int after = before + this.trail.recorded() + (this.trail.isOpen() ? 1 : 0);
		return "Whether " + fate(true) + " is unknown, since the database could not be asked: "
				+ this.finding.obstacle() + ". It is at " + Heads.describe(this.trail.headsAfter(after))
				+ " if so, and at " + Heads.describe(this.trail.headsAfter(before)) + " if not.";
	}

	private String lookFirst() {
		String relative = relativeTarget();
		return "Run the command 'current' before you repeat this" + ((relative != null)
				? ": if the step was carried out, to repeat '" + relative + "' would do more than was asked for."
				: ".");
	}

	private String notBegun() {
		List<String> left = left().stream().map(Wording::id).toList();
		return left.isEmpty() ? "" : " Not begun: " + Heads.abbreviate(left) + ".";
	}

	private List<MigrationStep> left() {
		return this.trail.steps()
			.subList(this.done, this.trail.steps().size())
			.stream()
			.map((running) -> running.step().step())
			.toList();
	}

	private String rest() {
		String relative = relativeTarget();
		if (relative == null || isUntouched()) {
			return SEE_WHY + again() + ((this.done > 0) ? "; it goes on from there." : ".");
		}
		return Wording.rest(relative, left());
	}

	// Whether the same request still means the same
	private boolean isUntouched() {
		Set<String> start = new TreeSet<>(this.trail.headsAfter(0));
		return this.done == 0 && (!this.finding.isKnown() || start.equals(new TreeSet<>(this.finding.heads())));
	}

	private @Nullable String relativeTarget() {
		RunRequest request = this.trail.request();
		return (request != null) ? request.relativeTarget() : null;
	}

	private String again() {
		RunRequest request = this.trail.request();
		return (request != null) ? Wording.again(request.direction()) : "run this again";
	}

}
