package dev.limbeck.cli;

import java.util.List;

import dev.limbeck.command.PlanResult;
import dev.limbeck.command.PlannedStep;
import dev.limbeck.command.RevisionEntry;
import dev.limbeck.revision.Direction;
import dev.limbeck.revision.MigrationResult;

/**
 * Tells what an upgrade, a downgrade or a stamp did or would do.
 */
final class MigrationReport {

	private final CommandRun run;

	private final boolean json;

	MigrationReport(CommandRun run, boolean json) {
		this.run = run;
		this.json = json;
	}

	int print(MigrationResult result) {
		result.warnings().forEach(this.run::warn);
		if (this.json) {
			this.run.printJson(JsonShape.result(result));
		}
		this.run.note(summary(result));
		return ExitCode.DONE;
	}

	private static String summary(MigrationResult result) {
		String place = place(result.heads());
		if (result.direction() == Direction.STAMP) {
			return "The database is at " + place + ".";
		}
		if (result.revisions().isEmpty()) {
			return "Nothing to do: the database is at " + place + ".";
		}
		String count = (result.revisions().size() == 1) ? "1 step" : result.revisions().size() + " steps";
		return "Done: %s in %s. The database is at %s.".formatted(count, Elapsed.describe(result.duration()), place);
	}

	int print(PlanResult plan) {
		plan.warnings().forEach(this.run::warn);
		if (this.json) {
			this.run.printJson(JsonShape.plan(plan));
			return ExitCode.DONE;
		}
		if (plan.isEmpty()) {
			this.run.print("Nothing to do: the database is at " + place(plan.startHeads()) + ".");
			return ExitCode.DONE;
		}
		plan.steps().forEach((step) -> this.run.print(describe(step)));
		this.run.print("From " + place(plan.startHeads()) + " to " + place(plan.finalHeads()) + ".");
		return ExitCode.DONE;
	}

	private static String describe(PlannedStep step) {
		RevisionEntry revision = step.revision();
		String message = (revision != null) ? ", " + revision.message() : "";
		String note = (step.transactional()) ? "" : " (not in a transaction)";
		return "%s %s -> %s%s%s".formatted(step.direction().word(), join(step.from()), join(step.to()), message, note);
	}

	private static String join(List<String> ids) {
		return String.join(", ", ids);
	}

	private static String place(List<String> heads) {
		return (heads.isEmpty()) ? "base" : join(heads);
	}

}
