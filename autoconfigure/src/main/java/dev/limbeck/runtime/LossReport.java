package dev.limbeck.runtime;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.limbeck.connection.CredentialMask;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.ServerError;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.revision.MigrationStep;
import org.jspecify.annotations.Nullable;

/**
 * Says what became of a run whose connection was lost, or whose work was cancelled, and
 * what to do. A target that counts from where the database is must not be asked for again
 * once a step of it was carried out.
 */
final class LossReport {

	private static final String SEE_WHY = "See why the connection ended (its session was terminated, the server was "
			+ "restarted, or the network failed), then ";

	private final RunTrail trail;

	private final ReconnectedState finding;

	private final Exception failure;

	private final boolean cancelled;

	private final Dialect dialect;

	private final int done;

	LossReport(RunTrail trail, ReconnectedState finding, Exception failure, boolean cancelled, Dialect dialect) {
		this.cancelled = cancelled;
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
		return "%s. %s%s, and everything that was asked for is done.%s".formatted(describeLoss(), shows(), fate(true),
				(relative != null) ? " To repeat '" + relative + "' would do more than that." : "");
	}

	MigrationException exception() {
		return switch (state()) {
			case APPLIED ->
				exception(StepState.APPLIED, shows() + fate(true) + "; " + place() + "." + notBegun(), rest());
			case NOT_APPLIED -> exception(StepState.NOT_APPLIED, notApplied(), rest());
			case UNFINISHED -> exception(StepState.UNFINISHED, shows() + unfinished(), again()
					+ ": it goes on behind the statements that are finished, and says what to do about one in doubt.");
			case UNKNOWN -> exception(StepState.UNKNOWN, unknown(), lookFirst());
		};
	}

	private StepState state() {
		if (this.finding.isApplied()) {
			return StepState.APPLIED;
		}
		if (this.finding.isUnfinished()) {
			return StepState.UNFINISHED;
		}
		return (this.finding.isKnown() || this.trail.row() == null) ? StepState.NOT_APPLIED : StepState.UNKNOWN;
	}

	private MigrationException exception(StepState state, String truth, String action) {
		String loss = describeLoss();
		String message = loss + (loss.endsWith(".") ? "" : ".") + "\n" + truth;
		Throwable cause = ForeignFailure.masked(this.failure);
		Collection<String> heads = this.finding.isKnown() ? this.finding.heads() : null;
		return this.cancelled ? new InterruptedRunException(message, action, state, heads, cause)
				: new LostConnectionException(message, action, state, heads, cause);
	}

	private String describeLoss() {
		if (this.cancelled) {
			return "The process was told to end " + moment() + ", so what was at work was cancelled";
		}
		if (this.failure instanceof MigrationException) {
			return String.valueOf(this.failure.getMessage()).strip();
		}
		return "The connection to the database was lost " + moment() + detail();
	}

	private String moment() {
		MigrationStep step = this.trail.underWay();
		if (step == null) {
			return "before anything was run";
		}
		String place = (this.failure instanceof StatementFailedException statement) ? " at " + statement.getPosition()
				: "";
		return "in the " + StepText.describe(step) + place;
	}

	private String detail() {
		for (@Nullable
		Throwable each = this.failure; each != null; each = each.getCause()) {
			if (each instanceof SQLException sql) {
				ServerError error = this.dialect.describe(sql);
				return ": " + CredentialMask.apply(error.message()) + " (SQLSTATE " + error.sqlState() + ")";
			}
		}
		return "";
	}

	private String shows() {
		return this.cancelled ? "The database shows that " : "A new connection shows that ";
	}

	private String fate(boolean done) {
		List<MigrationStep> steps = inDoubt();
		if (steps.isEmpty()) {
			return "the version table " + (done ? "was" : "was not") + " purged";
		}
		String subject = switch (steps.get(0).direction()) {
			case UPGRADE, DOWNGRADE ->
				(steps.size() == 1) ? "revision " + steps.get(0).historyId() + " was" : "revisions "
						+ HeadsText.abbreviate(steps.stream().map(MigrationStep::historyId).toList()) + " were";
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
		return "the database is at " + HeadsText.describe(this.finding.heads());
	}

	private String notApplied() {
		if (!this.trail.hasBegun()) {
			return "No revision was run.";
		}
		String truth = fate(false) + ": nothing of it remains, and ";
		return this.finding.isKnown() ? shows() + truth + place() + "."
				: "It is certain that " + truth + "the database was at "
						+ HeadsText.describe(this.trail.headsAfter(this.trail.committed())) + " before.";
	}

	private String unfinished() {
		MigrationStep step = this.trail.steps().get(this.done).step().step();
		return "the " + StepText.describe(step) + ", which does not run in one transaction, is unfinished: "
				+ this.finding.progress() + " of its statements have run and stay, and the one behind them "
				+ (this.finding.isRefused() ? "was not carried out. " : "may have taken effect. ")
				+ HeadsText.sentence(place()) + ".";
	}

	private String unknown() {
		int before = this.trail.committed();
		int after = before + this.trail.recorded() + (this.trail.isOpen() ? 1 : 0);
		return "Whether " + fate(true) + " is unknown, since the database could not be asked: "
				+ this.finding.obstacle() + ". It is at " + HeadsText.describe(this.trail.headsAfter(after))
				+ " if so, and at " + HeadsText.describe(this.trail.headsAfter(before)) + " if not.";
	}

	private String lookFirst() {
		String relative = relativeTarget();
		return "Run the command 'current' before you repeat this" + ((relative != null)
				? ": if the step was carried out, to repeat '" + relative + "' would do more than was asked for."
				: ".");
	}

	private String notBegun() {
		List<String> left = left().stream().map(MigrationStep::historyId).toList();
		return left.isEmpty() ? "" : " Not begun: " + HeadsText.abbreviate(left) + ".";
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
			return again() + ((this.done > 0) ? "; it goes on from there." : ".");
		}
		return StepText.rest(relative, left());
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
		String again = (request != null) ? StepText.again(request.direction()) : "run this again";
		return this.cancelled ? HeadsText.sentence(again) : SEE_WHY + again;
	}

}
