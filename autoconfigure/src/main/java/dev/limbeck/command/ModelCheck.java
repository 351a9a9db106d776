package dev.limbeck.command;

import java.util.List;

import dev.limbeck.autogenerate.ComparisonRequest;
import dev.limbeck.autogenerate.DatabaseNotAtHeadsException;
import dev.limbeck.autogenerate.ModelComparison;
import dev.limbeck.autogenerate.NoTargetMetadataException;
import dev.limbeck.autogenerate.TargetComparison;
import dev.limbeck.autogenerate.UnmappedObject;
import dev.limbeck.command.CheckResult.Kind;
import dev.limbeck.command.CheckResult.Problem;
import dev.limbeck.failure.MigrationException;
import org.jspecify.annotations.Nullable;

/**
 * The part of a check that compares the application's model.
 */
final class ModelCheck {

	private final Environment environment;

	private final List<Problem> problems;

	private final List<String> notes;

	/**
	 * Create a check.
	 * @param environment what it works with
	 * @param problems where problems go
	 * @param notes where notes go
	 */
	ModelCheck(Environment environment, List<Problem> problems, List<String> notes) {
		this.environment = environment;
		this.problems = problems;
		this.notes = notes;
	}

	@Nullable ModelComparison run(CheckRequest request) {
		String reason = reasonNotTo(request);
		if (reason != null) {
			this.notes.add("No model was compared, because " + reason + ".");
			return null;
		}
		try {
			ModelComparison comparison = new TargetComparison(this.environment.compared(this.environment.scripts()))
				.run(request.fromDatabase() ? ComparisonRequest.ofDatabase() : ComparisonRequest.ofRevisions());
			report(comparison, request.fromDatabase());
			return comparison;
		}
		catch (NoTargetMetadataException ex) {
			this.notes.add("No model was compared, because the application has none: neither "
					+ NoTargetMetadataException.SOURCES.replaceAll(", (or )?", " nor ") + ".");
		}
		catch (DatabaseNotAtHeadsException ex) {
			reportPending(ex);
		}
		catch (MigrationException ex) {
			this.problems.add(CheckCommand.problem(Kind.COMPARISON, ex));
		}
		return null;
	}

	private @Nullable String reasonNotTo(CheckRequest request) {
		if (request.offline()) {
			return "no database is to be used";
		}
		if (request.fromDatabase() && has(Kind.DATABASE)) {
			return "the database cannot be asked";
		}
		return has(Kind.SCRIPT) ? "a revision cannot be run" : null;
	}

	private boolean has(Kind kind) {
		return this.problems.stream().anyMatch((problem) -> problem.kind() == kind);
	}

	private void reportPending(DatabaseNotAtHeadsException failure) {
		if (has(Kind.PENDING)) {
			this.notes.add("No model was compared, because the database is not at the heads.");
		}
		else {
			this.problems.add(CheckCommand.problem(Kind.PENDING, failure));
		}
	}

	private void report(ModelComparison comparison, boolean fromDatabase) {
		this.notes.addAll(comparison.warnings());
		String kept = UnmappedObject.summary(comparison.kept());
		if (kept != null) {
			this.notes.add(kept);
		}
		int count = comparison.differences().size();
		if (count > 0) {
			String with = fromDatabase ? "the database has" : "the revisions make";
			this.problems.add(new Problem(Kind.MODEL,
					"The model asks for something else than what " + with + ": " + count + " difference"
							+ ((count == 1) ? "" : "s") + ".",
					"The command 'revision --autogenerate' writes a revision that takes "
							+ ((count == 1) ? "it" : "them") + " away. If the model is wrong, correct it."));
		}
	}

}
