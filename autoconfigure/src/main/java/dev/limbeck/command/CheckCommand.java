package dev.limbeck.command;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.autogenerate.ModelComparison;
import dev.limbeck.command.CheckResult.Kind;
import dev.limbeck.command.CheckResult.Problem;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.revision.OverlappingRevisionsException;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.UnknownCurrentRevisionException;
import dev.limbeck.runtime.ChecksumMismatchException;
import dev.limbeck.runtime.DatabaseAccessException;
import dev.limbeck.runtime.LostVersionsException;
import dev.limbeck.runtime.MigrationCheck;
import dev.limbeck.runtime.MissingRevisionsException;
import dev.limbeck.runtime.ObservedConnections;
import dev.limbeck.runtime.PendingRevisionsException;
import dev.limbeck.runtime.UnfinishedStepException;
import dev.limbeck.script.RevisionScripts;
import org.jspecify.annotations.Nullable;

/**
 * Looks for everything that is wrong, where other commands stop at the first problem.
 */
final class CheckCommand {

	private static final int MOST_NAMED = 10;

	private final Environment environment;

	CheckCommand(Environment environment) {
		this.environment = environment;
	}

	CheckResult run(CheckRequest request) {
		RevisionScripts scripts;
		try {
			scripts = this.environment.load();
		}
		catch (MigrationException ex) {
			return new CheckResult(List.of(problem(Kind.REVISIONS, ex)), List.of(), 0, List.of(), null, List.of(),
					List.of(), null);
		}
		return check(scripts, request);
	}

	private CheckResult check(RevisionScripts scripts, CheckRequest request) {
		List<Problem> problems = new ArrayList<>();
		List<String> notes = new ArrayList<>();
		MigrationCheck check = new MigrationCheck(this.environment.dialect(), this.environment.settings(), scripts);
		check.scripts().forEach((failure) -> problems.add(problem(Kind.SCRIPT, failure)));
		List<String> heads = scripts.graph().heads().stream().map(Revision::id).toList();
		checkHeads(heads, request.singleHead(), problems, notes);
		noteIrreversible(scripts, notes);
		String database = request.offline() ? null : checkDatabase(check, problems, notes);
		ModelCheck model = new ModelCheck(this.environment, problems, notes);
		ModelComparison comparison = model.run(request);
		return new CheckResult(problems, notes, scripts.graph().size(), heads, database,
				(comparison != null) ? comparison.differences() : List.of(),
				(comparison != null) ? comparison.kept() : List.of(),
				(comparison != null) ? comparison.database() : null);
	}

	private static void checkHeads(List<String> heads, boolean singleHead, List<Problem> problems, List<String> notes) {
		if (heads.size() < 2) {
			return;
		}
		String message = "There are " + heads.size() + " heads: " + enumerate(heads) + ".";
		if (singleHead) {
			problems.add(new Problem(Kind.MULTIPLE_HEADS, message,
					"Merge them: the command 'merge heads' writes a revision that has them all as down revisions."));
		}
		else {
			notes.add(message);
		}
	}

	private static void noteIrreversible(RevisionScripts scripts, List<String> notes) {
		List<String> irreversible = scripts.graph()
			.revisions()
			.stream()
			.map(Revision::id)
			.filter((id) -> !scripts.get(id).hasDowngrade())
			.toList();
		if (!irreversible.isEmpty()) {
			notes.add("No downgrade leads through " + irreversible.size() + " revision"
					+ ((irreversible.size() == 1) ? "" : "s") + " without a downgrade section: "
					+ enumerate(irreversible) + ".");
		}
	}

	private static String enumerate(List<String> ids) {
		return (ids.size() <= MOST_NAMED) ? String.join(", ", ids)
				: String.join(", ", ids.subList(0, MOST_NAMED)) + " and " + (ids.size() - MOST_NAMED) + " more";
	}

	private @Nullable String checkDatabase(MigrationCheck check, List<Problem> problems, List<String> notes) {
		if (!this.environment.hasDatabase()) {
			notes.add("No database was asked, because none is configured.");
			return null;
		}
		ObservedConnections connections = new ObservedConnections(this.environment.connections());
		List<MigrationException> failures = check.database(connections);
		failures.forEach((failure) -> problems.add(problem(kindOf(failure), failure)));
		if (failures.stream().noneMatch(DatabaseAccessException.class::isInstance)) {
			notes.addAll(check.warnings(connections));
		}
		return connections.database();
	}

	private static Kind kindOf(MigrationException failure) {
		if (failure instanceof PendingRevisionsException) {
			return Kind.PENDING;
		}
		if (failure instanceof ChecksumMismatchException) {
			return Kind.CHECKSUM;
		}
		if (failure instanceof MissingRevisionsException) {
			return Kind.MISSING;
		}
		if (failure instanceof UnfinishedStepException) {
			return Kind.UNFINISHED;
		}
		if (failure instanceof DatabaseAccessException) {
			return Kind.DATABASE;
		}
		if (failure instanceof LostVersionsException || failure instanceof UnknownCurrentRevisionException
				|| failure instanceof OverlappingRevisionsException) {
			return Kind.VERSION_TABLE;
		}
		return Kind.TARGET;
	}

	static Problem problem(Kind kind, MigrationException failure) {
		return new Problem(kind, String.valueOf(failure.getMessage()), failure.getAction(), failure);
	}

}
