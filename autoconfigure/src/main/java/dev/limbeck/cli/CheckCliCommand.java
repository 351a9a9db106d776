package dev.limbeck.cli;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import dev.limbeck.command.CheckRequest;
import dev.limbeck.command.CheckResult;
import dev.limbeck.command.CheckResult.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Looks for what is wrong with the revisions and the database.
 */
@Command(name = "check",
		description = "Look for what is wrong with the revisions and the database, and compare the model: exit code 3 if anything is.")
final class CheckCliCommand extends CliCommand {

	/** What keeps a check from finding out. */
	private static final Set<Kind> FAILURES = EnumSet.of(Kind.DATABASE, Kind.COMPARISON);

	@Option(names = "--single-head", order = 10, description = "Several heads are a problem.")
	private boolean singleHead;

	@Option(names = "--offline", order = 11, description = "Leave the database alone, even if there is one.")
	private boolean offline;

	@Option(names = "--from-database", order = 12,
			description = "Compare the model with the database, which must be at the heads, and not with the revisions.")
	private boolean fromDatabase;

	@Mixin
	private final JsonOption json = new JsonOption();

	CheckCliCommand(CommandRun run) {
		super(run);
	}

	@Override
	public Integer call() {
		refuse(this.offline && this.fromDatabase, "--from-database and --offline exclude each other");
		CheckResult result = run().migrations()
			.check(new CheckRequest(this.singleHead, this.offline, this.fromDatabase));
		if (this.json.isWanted()) {
			run().printJson(JsonShape.check(result));
		}
		else {
			print(result);
		}
		printStackTraces(result);
		if (result.problems().stream().anyMatch((problem) -> FAILURES.contains(problem.kind()))) {
			return ExitCode.FAILED;
		}
		return result.passed() ? ExitCode.DONE : ExitCode.PENDING;
	}

	@Override
	boolean comparesModel() {
		return !this.offline;
	}

	private void print(CheckResult result) {
		result.problems().forEach((problem) -> {
			printIndented(word(problem.kind()) + ": " + problem.message());
			printIndented("    What to do: " + problem.action());
		});
		DifferenceReport report = new DifferenceReport(new Colours(run().out().colour()));
		run().printLines(report.lines(result.differences()));
		if (result.revisions() <= 1) {
			// Whoever takes a database over is to know once what nobody will tell again
			run().printLines(report.kept(result.kept()));
		}
		result.notes().forEach((note) -> run().print("note: " + note));
		int problems = result.problems().size();
		run().print(((problems == 0) ? "No" : problems) + " problem" + ((problems == 1) ? "" : "s") + " found.");
	}

	private void printStackTraces(CheckResult result) {
		result.problems().forEach((problem) -> {
			if (problem.failure() != null) {
				run().printStackTrace(problem.failure());
			}
		});
	}

	// An action may show what a file should look like
	private void printIndented(String text) {
		text.replace("\n", "\n    ").lines().forEach((line) -> run().print(line.stripTrailing()));
	}

	static String word(Kind kind) {
		return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
