package dev.limbeck.runtime;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.script.RevisionScript;
import dev.limbeck.script.RevisionScripts;
import org.jspecify.annotations.Nullable;

/**
 * Record of applied revisions that they are as they should be: an edit changes nothing
 * that matters, or what was never run is there already.
 */
final class Acceptance implements LockedWork<List<AcceptedRevision>> {

	private final RevisionScripts revisions;

	private final List<String> targets;

	private final String target;

	private final @Nullable String fingerprint;

	/**
	 * Create an acceptance.
	 * @param revisions the revisions
	 * @param targets those that are accepted
	 * @param target the target of starts
	 * @param fingerprint what tells a start that nothing is to be done, if nothing is
	 */
	Acceptance(RevisionScripts revisions, List<String> targets, String target, @Nullable String fingerprint) {
		this.revisions = revisions;
		this.targets = targets;
		this.target = target;
		this.fingerprint = fingerprint;
	}

	@Override
	public boolean isReached(DatabaseState state) {
		return false;
	}

	@Override
	public List<AcceptedRevision> reached(DatabaseState state) {
		return List.of();
	}

	// To accept once more what is recorded already does no harm
	@Override
	public @Nullable List<AcceptedRevision> confirm(LossReport report) {
		return null;
	}

	@Override
	public boolean isAtomic() {
		return true;
	}

	@Override
	public RunArguments arguments() {
		return RunArguments.none();
	}

	@Override
	public List<AcceptedRevision> run(RunContext context) throws SQLException {
		DatabaseState state = DatabaseState.read(context.connection(), context.dialect(), context.tables());
		state.requireVersions(context.tables());
		RevisionGraph graph = this.revisions.graph();
		Set<String> applied = graph.appliedBy(state.heads());
		List<Revision> asked = resolve(graph);
		List<String> others = asked.stream().map(Revision::id).filter((id) -> !applied.contains(id)).toList();
		if (!others.isEmpty()) {
			throw new NotAppliedException(others, state.heads());
		}
		if (!state.hasTables()) {
			new TableSetup().create(context, state);
		}
		AppliedRevisions recorded = new AppliedRevisions(context.connection(), context.tables(),
				context.settings().checksumMismatchPolicy());
		List<AcceptedRevision> accepted = accept(asked, recorded, state);
		record(accepted.stream().filter(AcceptedRevision::changed).toList(), recorded, state, context);
		return accepted;
	}

	private List<Revision> resolve(RevisionGraph graph) {
		Set<Revision> asked = new LinkedHashSet<>();
		this.targets.forEach((each) -> asked.addAll(graph.resolve(each)));
		return List.copyOf(asked);
	}

	private List<AcceptedRevision> accept(List<Revision> asked, AppliedRevisions recorded, DatabaseState state)
			throws SQLException {
		List<String> missing = recorded.findMissing(this.revisions, state.heads());
		List<AcceptedRevision> accepted = new ArrayList<>();
		for (Revision revision : asked) {
			RevisionScript script = this.revisions.get(revision.id());
			String before = recorded.read(this.revisions.graph()).checksum(revision.id());
			boolean changed = missing.contains(revision.id()) || !Objects.equals(before, script.checksum());
			accepted.add(new AcceptedRevision(revision.id(), revision.message(), script.file(), script.checksum(),
					before, changed));
		}
		return accepted;
	}

	private void record(List<AcceptedRevision> accepted, AppliedRevisions recorded, DatabaseState state,
			RunContext context) throws SQLException {
		if (accepted.isEmpty()) {
			return;
		}
		List<String> ids = accepted.stream().map(AcceptedRevision::revision).toList();
		String last = leavesNothing(ids, recorded, state) ? this.fingerprint : null;
		StepJournal journal = new StepJournal(context);
		Transaction.run(context.connection(), () -> {
			journal.guard(state.heads(), null);
			for (int i = 0; i < accepted.size(); i++) {
				journal.accept(accepted.get(i), state.heads(), (i == accepted.size() - 1) ? last : null);
			}
		});
	}

	private boolean leavesNothing(List<String> accepted, AppliedRevisions recorded, DatabaseState state)
			throws SQLException {
		return accepted.containsAll(recorded.findMissing(this.revisions, state.heads()))
				&& accepted.containsAll(recorded.findEdited(this.revisions, state.heads()))
				&& this.revisions.graph().isUpToDate(state.heads(), this.target);
	}

}
